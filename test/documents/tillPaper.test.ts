// The till's own paper: the Z and X reports and the transfer slips, in five languages and on three papers.
import { describe, expect, test } from "vitest";
import { reportSheet } from "../../electron/documents/receipts/reportSheet.ts";
import { drawSheet } from "../../electron/documents/receipts/sheetHtml.ts";
import { tillTexts } from "../../electron/documents/receipts/tillTexts.ts";
import { transferSheet } from "../../electron/documents/receipts/transferSheet.ts";
import { languages } from "../../shared/api/values.ts";
import { counter, report, transfer } from "./tillSamples.ts";

function wordsOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
}

const words = (sheet: ReturnType<typeof reportSheet>) => wordsOf(drawSheet(sheet, "a4").html);

describe("the shift report", () => {
  test("Z says everything that an auditor asks for", () => {
    const paper = words(reportSheet(report, counter));
    for (const wanted of [
      "Shift report (Z)",
      "Business date 20.03.2026",
      "Expected in the drawer 809.00",
      "Counted 800.00",
      "Difference −9.00",
      "Handed over 1 −400.00",
      "Repayments 4 209.00",
      "Float by pieces",
      "200.00 5 1,000.00",
      "Count: 21.03.2026",
      "Recount 1: 21.03.2026",
      "Ion, closed with this count 800.00 −9.00",
      "Reason of the difference Coins fell behind the drawer.",
      "Seen by Besa",
      "Chisinau12-2-k4f7aa-9: Sent, not confirmed by the lender yet 1234567 33.00",
      "Carried over by name and signed for.",
      "Under way",
      "It is no shortage.",
      "0123 4567 89ab cdef",
      "7–99, 99 entries. Counterfoil 1.2.3.",
      "Supervisor's signature",
    ])
      expect(paper).toContain(wanted);
  });

  test("a difference that waits to be signed says so", () => {
    expect(words(reportSheet({ ...report, approvedBy: null }, counter))).toContain(
      "Seen by to be signed by a supervisor",
    );
  });

  test("X closes nothing, and never makes the closing's report a copy", () => {
    const open = {
      kind: "X",
      closedAt: null,
      closedBy: null,
      countedMinor: null,
      differenceMinor: null,
    } as const;
    const x = reportSheet(
      { ...report, ...open, note: null, approvedBy: null, carriedOverSigned: false },
      counter,
    );
    const paper = words(x);
    expect(paper).toContain("Report in between (X)");
    expect(paper).toContain("The shift is still open.");
    expect(paper).not.toContain("closed with this count");
    const z = reportSheet(report, counter);
    expect(z.subjectId).toBe("shift-1");
    expect(x.subjectId).not.toBe(z.subjectId);
    const later = reportSheet({ ...report, ...open, counts: [] }, counter);
    expect(later.subjectId).not.toBe(x.subjectId);
  });
});

describe("the transfer slip", () => {
  test("carries the code, both signatures and the stub", () => {
    const paper = words(transferSheet(transfer, counter));
    for (const wanted of [
      "Transfer slip",
      "400.00 MDL",
      "Four hundred",
      transfer.code ?? "",
      "Till 3",
      "Under way",
    ])
      expect(paper).toContain(wanted);
    const [, stub] = paper.split("Counterfoil, stays at the counter");
    expect(stub).toContain("Signature of who takes over");
  });

  test("at the receiving till has the characters for the sender", () => {
    const received = {
      ...transfer,
      direction: "in",
      state: "accepted",
      code: null,
      acknowledgement: "ABCDEF-12345678",
    } as const;
    const paper = words(transferSheet(received, counter));
    expect(paper).toContain("Transfer received");
    expect(paper).toContain("ABCDEF-12345678");
  });

  test("one that came back is void", () => {
    const back = { ...transfer, state: "cameBack", reason: "Nobody was there." } as const;
    expect(words(transferSheet(back, counter))).toContain("This slip is void.");
  });
});

test.each(languages)("%s has every word, and the paper holds no other language's", (language) => {
  const flat = (tree: object): string[] =>
    Object.values(tree).flatMap((value: unknown) =>
      typeof value === "string" ? [value] : typeof value === "object" && value !== null ? flat(value) : [],
    );
  const texts = flat(tillTexts[language]);
  expect(texts.every((text) => text.trim() !== "")).toBe(true);
  const paper = words(reportSheet(report, { ...counter, language }));
  expect(paper).toContain(tillTexts[language].titles.report);
  if (language !== "en")
    for (const text of flat(tillTexts.en.report.kinds)) expect(paper).not.toContain(text);
  for (const size of ["a4", "roll80", "roll58"] as const)
    expect(drawSheet(transferSheet(transfer, { ...counter, language }), size).html).toContain(
      tillTexts[language].transfer.signatureReceiver,
    );
});
