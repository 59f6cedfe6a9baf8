/** The document store: sealed on the disk, found changed, purged for good, and never half there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jpeg, plainPdf } from "./files.ts";
import { imported, newShelf } from "./shelf.ts";

test("what comes in is read back byte for byte, and the journal tells of it without the name", async () => {
  const { documents, journal } = await newShelf();
  const bytes = await plainPdf();
  const view = await documents.keep(imported(bytes));
  expect(view).toMatchObject({
    mime: "application/pdf",
    pages: 2,
    bytes: bytes.length,
    name: "Ion Popescu.pdf",
  });
  const read = await documents.read(view.documentId);
  expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true);
  expect(documents.view(view.documentId)).toEqual(view);
  const row = [...journal.rows()].find(({ kind }) => kind === "document.stored");
  expect(row).toMatchObject({ actor: "Ana", payload: { sha256: view.sha256, pages: 2, source: "import" } });
  expect(JSON.stringify([...journal.rows()])).not.toContain("Popescu");
});

test("nothing of the plain bytes or of the name lies on the disk", async () => {
  const { documents, folder, till } = await newShelf();
  const secret = "Ion Popescu owes 1095.68";
  const bytes = Buffer.concat([jpeg, Buffer.from(secret)]);
  const { documentId } = await documents.keep(imported(bytes, { name: "Ion Popescu.jpg" }));
  const sealed = readFileSync(join(folder, documentId));
  expect(sealed.includes(secret)).toBe(false);
  expect(sealed.includes(jpeg.subarray(0, 20))).toBe(false);
  for (const name of readdirSync(till.folder)) {
    const path = join(till.folder, name);
    if (name !== "documents") expect(readFileSync(path).includes("Popescu"), name).toBe(false);
  }
});

test("a changed, cut or swapped file is found and not shown", async () => {
  const { documents, folder } = await newShelf();
  const first = await documents.keep(imported(await plainPdf("1")));
  const second = await documents.keep(imported(await plainPdf("2")));
  const [path, other] = [join(folder, first.documentId), join(folder, second.documentId)];
  const sealed = readFileSync(path);
  const changed = Buffer.from(sealed);
  changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
  for (const content of [changed, sealed.subarray(0, 200), readFileSync(other), Buffer.alloc(0)]) {
    writeFileSync(path, content);
    await expect(documents.read(first.documentId)).rejects.toMatchObject({ code: "journalDamaged" });
  }
  writeFileSync(path, sealed);
  expect((await documents.read(first.documentId)).name).toBe("Ion Popescu.pdf");
});

test("a purged document is gone from the disk and from every answer, and stays in the journal", async () => {
  const { documents, folder, journal } = await newShelf();
  const { documentId } = await documents.keep(imported(jpeg));
  await documents.purge(documentId, "Ana");
  expect(existsSync(join(folder, documentId))).toBe(false);
  await expect(documents.read(documentId)).rejects.toMatchObject({ code: "unknownDocument" });
  expect(() => documents.view(documentId)).toThrowError(expect.objectContaining({ code: "unknownDocument" }));
  await expect(documents.purge(documentId, "Ana")).rejects.toMatchObject({ code: "unknownDocument" });
  expect([...journal.rows()].map(({ kind }) => kind)).toContain("document.purged");
});

test("when a customer is forgotten, their documents cannot be read any more, whoever has the file", async () => {
  const { documents, journal } = await newShelf();
  const customerId = journal.write(({ cells }) => cells.customerFor("2000111222333"));
  const { documentId } = await documents.keep(imported(jpeg, { customerId }));
  const other = await documents.keep(imported(jpeg));
  journal.write(({ cells }) => cells.purge(customerId));
  await expect(documents.read(documentId)).rejects.toMatchObject({ code: "unknownDocument" });
  expect((await documents.read(other.documentId)).mime).toBe("image/jpeg");
});

test("a file that no row tells of is cleared away at the start, the others stay", async () => {
  const { documents, folder, reopen } = await newShelf();
  const { documentId } = await documents.keep(imported(jpeg));
  writeFileSync(join(folder, `document-${"a".repeat(24)}`), "left behind before its row was committed");
  writeFileSync(join(folder, `document-${"b".repeat(24)}.writing`), "half");
  writeFileSync(join(folder, "note.txt"), "somebody's own file");
  expect((await reopen().read(documentId)).mime).toBe("image/jpeg");
  expect(readdirSync(folder).sort()).toEqual([documentId, "note.txt"].sort());
});

test("where the folder cannot be made, nothing is recorded and the refusal says so", async () => {
  const { documents, folder, till, journal } = await newShelf();
  writeFileSync(folder, "a file in the place of the folder");
  await expect(documents.keep(imported(jpeg))).rejects.toBeInstanceOf(Error);
  expect([...journal.rows()].map(({ kind }) => kind)).not.toContain("document.stored");
  expect(existsSync(join(till.folder, "journal.sqlite")) || readdirSync(till.folder).length > 0).toBe(true);
});

test("a row that cannot be written leaves no file behind", async () => {
  const { documents, folder } = await newShelf();
  mkdirSync(folder);
  const unknownCustomer = imported(jpeg, { loanId: "loan-1", customerId: "customer-unknown" });
  await expect(documents.keep(unknownCustomer)).rejects.toMatchObject({ code: "journalDamaged" });
  expect(readdirSync(folder)).toEqual([]);
});

test("an unknown document is refused by its id", async () => {
  const { documents } = await newShelf();
  await expect(documents.read("document-none")).rejects.toMatchObject({ code: "unknownDocument" });
});
