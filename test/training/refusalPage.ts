/** What the training lender's HTML page of a refusal says, and that its books stand as they stood before. */
import { expect } from "vitest";
import type { TrainingIute } from "../../electron/training/iute/server.ts";

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Gives the status and each sentence. Nothing in the books may change through a refusal. */
export async function refusalBy(lender: TrainingIute, ask: () => Promise<RawAnswer>) {
  const before = lender.books().loans;
  const answer = await ask();
  expect(lender.books().loans).toEqual(before);
  expect(answer.headers["content-type"]).toBe("text/html;charset=UTF-8");
  expect(answer.headers["date"]).toBe("Tue, 26 Jun 2018 09:30:00 GMT");
  return [answer.status, ...[...answer.body.toString().matchAll(/<p>(.*)<\/p>/g)].map((match) => match[1])];
}
