/** The disputes desk: anybody may dispute a shift, an item or an entry, and what is disputed is frozen as evidence. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { instant } from "../../shared/dates.ts";
import { Refusal } from "../../shared/errors.ts";
import { BACKUPS_FOLDER, PACKS_FOLDER } from "../journal/backup.ts";
import { fileStamp, writeDurably } from "../journal/durableFiles.ts";
import { errnoOf, onDisk } from "../journal/storageFailure.ts";
import { type DisputeRecord, findDispute, listDisputes } from "../journal/till/disputes.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { evidencePack } from "./disputes/pack.ts";
import { subjectOf } from "./disputes/subject.ts";
import { disputeViewOf } from "./disputes/view.ts";
import { outsidePlace, writingThere } from "./outsidePlace.ts";

type DisputeCalls = DeskCalls<"disputes.open" | "disputes.list" | "disputes.save">;

const FIRST_PAGE = { number: 1, size: 50 };

export function createDisputesDesk(context: DeskContext): DisputeCalls {
  const { journal } = context;
  const folder = join(context.dataDir, PACKS_FOLDER);
  const copies = join(context.dataDir, BACKUPS_FOLDER, PACKS_FOLDER);

  /** Throws `unknownItem`. */
  function disputeOf(disputeId: string): DisputeRecord {
    const dispute = findDispute(journal.sql, disputeId);
    if (dispute === null)
      throw new Refusal("unknownItem", "There is no such dispute at this till.", { field: "disputeId" });
    return dispute;
  }

  /** Evidence that is not what the journal says was frozen is none. */
  function packOf({ fileName, sha256 }: DisputeRecord): Buffer {
    const found = readPack(join(folder, fileName));
    for (const pack of [found, readPack(join(copies, fileName))])
      if (pack !== null && createHash("sha256").update(pack).digest("hex") === sha256) return pack;
    throw new Refusal(
      "fileUnreadable",
      found === null
        ? `The file of this dispute (${fileName}) is no longer in the data folder.`
        : `The file of this dispute (${fileName}) was changed: it is not what the journal says.`,
      { field: "disputeId" },
    );
  }

  return {
    "disputes.open": (asked, by) => {
      const now = context.clock.now();
      const { entries, head } = journal.head();
      const subject = subjectOf(context, asked, entries);
      const disputeId = context.newId("dispute");
      const { note } = asked;
      const bytes = evidencePack(context, subject, {
        ...{ disputeId, note, entries, head },
        ...{ at: instant(now), by: by.name },
      });
      const fileName = `dispute-${fileStamp(now)}-${disputeId.slice(-6)}.zip`;
      onDisk(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeDurably(join(folder, fileName), [bytes]);
      });
      journal.write(({ append }) =>
        append({
          kind: "dispute.opened",
          payload: {
            ...{ disputeId, note, fileName, lastSequence: entries, bytes: bytes.byteLength },
            ...{
              about: subject.about,
              shiftId: subject.shiftId,
              itemId: subject.itemId,
              entry: subject.entry,
            },
            sha256: createHash("sha256").update(bytes).digest("hex"),
          },
          actor: by.name,
        }),
      );
      context.emit("till.changed", {});
      return disputeViewOf(disputeOf(disputeId));
    },
    "disputes.list": ({ page = FIRST_PAGE }) => {
      const { disputes, total } = listDisputes(journal.sql, page);
      return { disputes: disputes.map(disputeViewOf), total };
    },
    "disputes.save": ({ disputeId, path }, by) => {
      const dispute = disputeOf(disputeId);
      const target = outsidePlace(context.dataDir, path);
      const pack = packOf(dispute);
      writingThere(() => onDisk(() => writeDurably(target, [pack])));
      journal.write(({ append }) =>
        append({ kind: "dispute.saved", payload: { disputeId }, actor: by.name }),
      );
      return { path: target, sha256: dispute.sha256 };
    },
  };
}

/** Null where there is no such file. */
function readPack(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
}
