/** Where and in which language paper is made, and what every sheet of that counter has in common. */
import type { Language } from "../../../shared/api/values.ts";
import type { Sheet } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";

export interface Counter {
  office: string;
  till: string;
  language: Language;
  training: boolean;
}

/** The time at the counter, as people there write it: 21.03.2025 10:42. */
export function timeOnPaper(at: string | number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** An empty sheet with the counter's head. */
export function sheetOf(counter: Counter, subjectId: string, title: string): Sheet {
  const texts = receiptTexts[counter.language];
  return {
    language: counter.language,
    subjectId,
    office: counter.office,
    till: `${texts.labels.till} ${counter.till}`,
    title,
    number: null,
    amount: null,
    facts: [],
    state: null,
    tables: [],
    notes: [],
    code: null,
    signatures: [],
    stub: null,
    copyMark: texts.copy,
    isCopy: false,
    training: counter.training ? { word: texts.training, note: texts.trainingNote } : null,
    frame: false,
  };
}
