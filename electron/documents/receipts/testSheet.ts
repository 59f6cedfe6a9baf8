/** The test page: shows the paper's edges, every alphabet of the counters, and a code to scan. */
import { type Counter, sheetOf, timeOnPaper } from "./counter.ts";
import { scanTextOf } from "./scanCode.ts";
import type { Paper, Sheet } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";

const paperNames: Record<Paper, string> = { a4: "A4", roll80: "80 mm", roll58: "58 mm" };

const alphabets = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789",
  "ËÇ ëç ĂÂÎȘȚ ăâîșț",
  "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
  "Ѓѓ Ѕѕ Јј Љљ Њњ Ќќ Џџ",
];

export function testSheet(test: { printer: string; paper: Paper; at: number }, counter: Counter): Sheet {
  const texts = receiptTexts[counter.language];
  return {
    ...sheetOf(counter, `test:${test.paper}`, texts.titles.test),
    facts: [
      { label: texts.labels.printer, value: test.printer },
      { label: texts.labels.paper, value: paperNames[test.paper] },
      { label: texts.labels.date, value: timeOnPaper(test.at) },
    ],
    notes: [texts.testNote, ...alphabets],
    code: scanTextOf("test"),
    frame: true,
  };
}
