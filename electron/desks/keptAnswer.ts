/** Keeps a file that another system sent: the store's words about a broken one are for somebody who scanned it. */
import { Refusal } from "../../shared/errors.ts";
import type { ProviderReason } from "../../shared/providerReasons.ts";

/** Throws `providerUnclear` with `message` and `reason` where the store cannot open what came. */
export async function keptAnswer<View>(
  keep: Promise<View>,
  message: string,
  reason: ProviderReason,
): Promise<View> {
  try {
    return await keep;
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== "bytes") throw error;
    throw new Refusal("providerUnclear", message, { reason, retry: true });
  }
}
