/** Whether a repayment was the last one of its loan, from what the screen knows of it. */
import type { OutboxItem } from "../../shared/outbox.ts";
import { isLastPayment } from "../../shared/repaid.ts";

export function isRepaidBy({
  evidence,
  ...item
}: Pick<OutboxItem, "kind" | "state" | "amountMinor" | "evidence">): boolean {
  return isLastPayment({ ...item, readings: evidence.readings, attempts: evidence.attempts });
}
