/** Files that a person has chosen or dropped, taken into the store: several become the pages of one document. */
import { useState } from "react";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ChosenFile } from "../../shared/bridge.ts";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { call } from "../bridge/call.ts";

export type FileFailure = { name: string; error: CallError };

export type Files = {
  /** Null where no file could be used; the reasons stand in `failures`. */
  take: (
    choosing: Promise<Envelope<ChosenFile[]>>,
    before: DocumentView | null,
  ) => Promise<DocumentView | null>;
  busy: boolean;
  /** One for each file that was left out: the others are taken all the same. */
  failures: FileFailure[];
};

/** What lenders take as it is; everything else becomes a PDF first. */
const sendable: readonly DocumentView["mime"][] = ["application/pdf", "image/jpeg"];

function allPagesOf(documents: readonly DocumentView[]) {
  return documents.flatMap(({ documentId, pages }) =>
    Array.from({ length: pages }, (_, index) => ({ documentId, number: index + 1 })),
  );
}

/** The first name of a document that is made of several is the one it keeps. */
async function asOne(
  documents: readonly DocumentView[],
  inColour: boolean,
): Promise<Envelope<DocumentView> | null> {
  const [first] = documents;
  if (first === undefined) return null;
  if (documents.length === 1 && sendable.includes(first.mime)) return { ok: true, value: first };
  return call("documents.arrange", { documentId: first.documentId, pages: allPagesOf(documents), inColour });
}

export function useFiles(inColour: boolean): Files {
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<FileFailure[]>([]);

  async function takeAll(
    choosing: Promise<Envelope<ChosenFile[]>>,
    before: DocumentView | null,
  ): Promise<DocumentView | null> {
    const chosen = await choosing;
    if (!chosen.ok) {
      setFailures([{ name: "", error: chosen.error }]);
      return null;
    }
    const failed: FileFailure[] = [];
    const taken = before === null ? [] : [before];
    // Devices and people number their files: 2 comes before 10.
    const inOrder = chosen.value.toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
    for (const file of inOrder) {
      const imported = await call("documents.import", { name: file.name, path: file.token });
      if (imported.ok) taken.push(imported.value);
      else failed.push({ name: file.name, error: imported.error });
    }
    const isChanged = taken.length > (before === null ? 0 : 1);
    const made = isChanged ? await asOne(taken, inColour) : null;
    if (made !== null && !made.ok) failed.push({ name: taken[0]?.name ?? "", error: made.error });
    setFailures(failed);
    return made?.ok === true ? made.value : null;
  }

  return {
    busy,
    failures,
    async take(choosing, before) {
      setBusy(true);
      setFailures([]);
      try {
        return await takeAll(choosing, before);
      } finally {
        setBusy(false);
      }
    },
  };
}

export async function pickFiles(): Promise<Envelope<ChosenFile[]>> {
  const reply = await window.counterfoil.files.pick({ purpose: "documents.import", several: true });
  return reply.ok ? { ok: true, value: reply.value.files } : reply;
}

export async function droppedFiles(files: FileList): Promise<Envelope<ChosenFile[]>> {
  const chosen: ChosenFile[] = [];
  for (const file of files) {
    const reply = await window.counterfoil.files.fromDrop(file, { purpose: "documents.import" });
    if (!reply.ok) return reply;
    chosen.push(reply.value);
  }
  return { ok: true, value: chosen };
}
