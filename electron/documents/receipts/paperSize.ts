/** The size of each paper in micrometres; a roll's sheet has the most that may stand on it, and is cut when it is drawn. */
import type { PaperSize } from "../../ports.ts";
import type { Paper, Sheet, Table } from "./sheet.ts";

export type PageSize = PaperSize;

/** Letters that surely fit on a line of body text, and the height of that line. */
interface Roll {
  widthUm: number;
  letters: number;
  lineMm: number;
}

const rolls: Record<Exclude<Paper, "a4">, Roll> = {
  roll80: { widthUm: 80_000, letters: 34, lineMm: 4.7 },
  roll58: { widthUm: 58_000, letters: 24, lineMm: 4.4 },
};

export const A4: PageSize = { widthUm: 210_000, heightUm: 297_000 };

function linesOf(text: string, letters: number): number {
  return text === "" ? 0 : Math.ceil(Array.from(text).length / letters) + (text.length > letters ? 1 : 0);
}

function tableLines({ heading, rows, empty, stacked = false }: Table, letters: number): number {
  if (rows.length === 0) return linesOf(heading, letters) + linesOf(empty, letters) + 1;
  return rows.reduce(
    // The first cell wraps beside the figures, which leave it less than half of the width where there are two.
    (lines, row) =>
      lines +
      0.4 +
      (stacked
        ? linesOf(row[0] ?? "", letters) + 1
        : linesOf(row[0] ?? "", row.length > 2 ? letters * 0.4 : letters * 0.6)),
    linesOf(heading, letters) + 2.5,
  );
}

/** A name and its value stand on one line where both fit. */
function factLines(facts: Sheet["facts"], letters: number): number {
  return facts.reduce((lines, { label, value }) => {
    const fits = Array.from(`${label} ${value}`).length < letters;
    return lines + (fits ? 1 : linesOf(label, letters) + linesOf(value, letters));
  }, 0);
}

function textLines(sheet: Sheet, letters: number): number {
  const inBox = letters - 4;
  const plain = [
    sheet.office,
    sheet.till,
    ...sheet.notes,
    sheet.amount?.words ?? "",
    sheet.training?.note ?? "",
  ];
  return (
    plain.reduce((sum, text) => sum + linesOf(text, letters), 0) +
    linesOf(sheet.title, letters - 8) * 1.4 +
    factLines(sheet.facts, letters) +
    factLines(sheet.stub?.facts ?? [], letters) +
    linesOf(sheet.state?.heading ?? "", inBox) * 1.15 +
    linesOf(sheet.state?.detail ?? "", inBox) +
    sheet.tables.reduce((sum, table) => sum + tableLines(table, letters), 0)
  );
}

const SIGNATURE_MM = 16;

/** Margins, frames, figures, codes and lines to sign on. */
function blocksMm(sheet: Sheet): number {
  return (
    20 +
    (sheet.amount === null ? 0 : 19) +
    (sheet.state === null ? 0 : 9) +
    (sheet.code === null ? 0 : 31) +
    // Room for the mark is kept on every sheet: a kept one may be marked later.
    11 +
    (sheet.training === null ? 0 : 11) +
    sheet.signatures.length * SIGNATURE_MM +
    (sheet.stub === null ? 0 : 19 + sheet.stub.signatures.length * SIGNATURE_MM)
  );
}

function rollHeightMm(sheet: Sheet, { letters, lineMm }: Roll): number {
  return blocksMm(sheet) + textLines(sheet, letters) * lineMm;
}

export function pageSizeOf(sheet: Sheet, paper: Paper): PageSize {
  if (paper === "a4") return A4;
  const roll = rolls[paper];
  return {
    widthUm: roll.widthUm,
    heightUm: Math.ceil(rollHeightMm(sheet, roll)) * 1000,
    isCutToLength: true,
  };
}
