/** The repayments desk: cash that comes in for a loan, online and offline, and cash that goes back. */
import type { DeskCalls, DeskContext } from "./context.ts";
import { createReadingNotes } from "./customerReading.ts";
import { lenderFor } from "./lenders.ts";
import { captureRepayment } from "./repayments/capture.ts";
import { checkRepayment } from "./repayments/check.ts";
import { giveBack } from "./repayments/giveBack.ts";
import { createCounterLine } from "./repayments/line.ts";

export function createRepaymentsDesk(
  context: DeskContext,
): DeskCalls<"repayments.check" | "repayments.capture" | "repayments.giveBack"> {
  const line = createCounterLine(context);
  const noteReading = createReadingNotes(context);
  return {
    async "repayments.check"(input, by) {
      lenderFor(context, input.providerId, "repayment");
      const value = await checkRepayment(context, line, input);
      if (value.clientName !== null) noteReading(by, "balance", `${input.providerId}/${input.loanRef}`);
      return value;
    },
    "repayments.capture": (input, by) => captureRepayment(context, line, input, by),
    "repayments.giveBack": (input, by) => giveBack(context, input, by),
  };
}
