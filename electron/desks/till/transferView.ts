/** A transfer as it crosses the bridge, with the code that its slip carries. */
import type { TransferView } from "../../../shared/api/transfers.ts";
import type { TransferRecord } from "../../journal/till/transfers.ts";
import type { DeskContext } from "../context.ts";
import { transferCode } from "./transferCode.ts";

export function slipNumberOf(slipNo: string): number {
  return Number(/(\d+)$/.exec(slipNo)?.[1] ?? Number.NaN);
}

/** Made anew from the slip each time, so that it lies nowhere; null while the keys are locked. */
export function codeOf(context: DeskContext, transfer: TransferRecord): string | null {
  if (transfer.direction === "in" || transfer.place === "safe" || context.keys.state === "locked")
    return null;
  const { installationId, training } = context.office();
  const number = slipNumberOf(transfer.slipNo);
  const secret = context.journal.digest("till.transfer", transfer.transferId);
  const { amountMinor, currency, name, madeOutTo } = transfer;
  return transferCode(
    { installationId, number, amountMinor, currency, to: madeOutTo ?? name, training },
    secret,
  );
}

export function transferViewOf(context: DeskContext, transfer: TransferRecord): TransferView {
  return { ...transfer, code: codeOf(context, transfer) };
}
