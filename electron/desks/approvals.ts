/** The approvals desk: what waits for a signature and gets it, and whose telephone gives one-time codes. */
import type { DeferredApproval } from "../../shared/api/approvals.ts";
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { qrSvg } from "../documents/receipts/scanCode.ts";
import {
  type ApprovalRecord,
  readApproval,
  signedApprovals,
  waitingApprovals,
} from "../journal/approvals/queries.ts";
import type { CodeSecrets } from "../journal/codeSecrets.ts";
import { findStaff, foldedName } from "../journal/office/queries.ts";
import { readItem } from "../journal/projections/outbox.ts";
import { findShift } from "../journal/till/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { enrolmentOf, newCodeSecret, stepOfCode } from "./oneTimeCodes.ts";
import type { People } from "./people.ts";

export interface ApprovalParts {
  people: People;
  codes: CodeSecrets;
}

type ApprovalCalls = DeskCalls<
  "approvals.list" | "approvals.sign" | "approvals.enrol" | "approvals.confirm" | "approvals.forget"
>;

const FIRST_PAGE = { number: 1, size: 50 };

export function createApprovalsDesk(context: DeskContext, { people, codes }: ApprovalParts): ApprovalCalls {
  const { journal, clock, random } = context;
  /** Shown and not confirmed yet; whoever leaves the counter in between begins anew. */
  const shown = new Map<string, Uint8Array>();

  const maySign = (record: ApprovalRecord, by: SignedIn) =>
    record.signedBy === null && foldedName(record.actedBy) !== foldedName(by.name);

  function view(record: ApprovalRecord, by: SignedIn): DeferredApproval {
    const { actedBy, ...facts } = record;
    const item = readItem(journal.sql, record.itemId);
    const shift = record.what === "till.difference" ? findShift(journal.sql, record.itemId) : null;
    return {
      ...facts,
      by: actedBy,
      maySign: maySign(record, by),
      item:
        item === null
          ? null
          : { receiptNo: item.receiptNo, loanRef: item.loanRef, amountMinor: item.amountMinor },
      differenceMinor: shift?.differenceMinor ?? null,
      currency: item?.currency ?? context.office().currency,
    };
  }

  /** Throws `invalidInput` where there is none, `wrongState` where it has a signature, and refuses one's own. */
  function findSignable(approvalId: string, by: SignedIn): ApprovalRecord {
    const record = readApproval(journal.sql, approvalId);
    if (record === null)
      throw new Refusal("invalidInput", "Nothing of this number waits for a signature.", {
        field: "approvalId",
      });
    if (record.signedBy !== null)
      throw new Refusal("wrongState", `${record.signedBy} has signed for this already.`);
    if (!maySign(record, by))
      throw new Refusal("approvalBySamePerson", "Nobody signs for what they did themselves.");
    return record;
  }

  function list(by: SignedIn, state: "waiting" | "signed", page = FIRST_PAGE): CallValue<"approvals.list"> {
    const waiting = waitingApprovals(journal.sql);
    const counts = {
      waiting: waiting.length,
      waitingForYou: waiting.filter((record) => maySign(record, by)).length,
    };
    if (state === "signed") {
      const { found, total } = signedApprovals(journal.sql, page);
      return { entries: found.map((record) => view(record, by)), total, ...counts };
    }
    const from = (page.number - 1) * page.size;
    const entries = waiting.slice(from, from + page.size).map((record) => view(record, by));
    return { entries, total: waiting.length, ...counts };
  }

  return {
    "approvals.list": ({ state = "waiting", page }, by) => list(by, state, page),
    "approvals.sign": ({ approvalId, note }, by) => {
      journal.write(({ append }) => {
        const { what, itemId, actedBy } = findSignable(approvalId, by);
        append({
          kind: "approval.signed",
          payload: { approvalId, what, itemId, actedBy, note: note ?? null },
          actor: by.name,
        });
      });
      const signed = readApproval(journal.sql, approvalId);
      if (signed === null) throw new Error("A signature that was just given is not there.");
      return view(signed, by);
    },
    "approvals.enrol": async ({ pin }, by) => {
      // A counter that was left open must not give a stranger's telephone this person's consent.
      await people.verify(by.name, pin);
      const secret = newCodeSecret(random);
      shown.set(by.name, secret);
      const { office, till } = context.office();
      const { uri, secret: typed } = enrolmentOf(secret, `Counterfoil ${office} ${till}`, by.name);
      return { uri, qrSvg: qrSvg(uri), secret: typed };
    },
    "approvals.confirm": ({ code }, by) => {
      const secret = shown.get(by.name);
      if (secret === undefined)
        throw new Refusal("wrongState", "Show the code for the telephone first, then confirm it.");
      const step = stepOfCode(secret, code, { now: clock.now(), lastStep: 0 });
      if (step === null)
        throw new Refusal(
          "wrongCode",
          "This is not the code of this moment. Compare the clocks of the telephone and of this computer.",
          { field: "code" },
        );
      shown.delete(by.name);
      journal.write(({ append }) => {
        append({ kind: "staff.codesEnrolled", payload: { name: by.name }, actor: by.name });
        codes.set(by.name, { secret, lastStep: step });
      });
      return {};
    },
    "approvals.forget": ({ name }, by) => {
      const person = findStaff(journal.sql, name);
      if (person === null)
        throw new Refusal("invalidInput", "Nobody of this name works here.", { field: "name" });
      if (by.role !== "admin" && person.name !== by.name)
        throw new Refusal("wrongRole", "Only an administrator may do this for somebody else.");
      if (codes.get(person.name) === null) return {};
      journal.write(({ append }) => {
        append({ kind: "staff.codesForgotten", payload: { name: person.name }, actor: by.name });
        codes.remove(person.name);
      });
      return {};
    },
  };
}
