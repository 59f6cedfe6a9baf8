/** Everything that the courier's steps share: the ports, what this run remembers, and the one way to journal. */
import type { EventName, Events } from "../../shared/api.ts";
import type { Limits } from "../../shared/limits.ts";
import type { Journal, JournalTransaction } from "../journal/contract.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import { readItem } from "../journal/projections/outbox.ts";
import type { Clock, Random, Transport } from "../ports.ts";
import type { Lender, Provider } from "../providers/contract.ts";
import type { CourierFaults } from "./faults.ts";
import type { Lines } from "./lines.ts";
import type { Looks, Regressions, RunReadings, Waits } from "./memory.ts";

export interface CourierOptions {
  journal: Journal;
  clock: Clock;
  random: Random;
  /** For what moves money; readings go over the provider's own, which is the same in the product. */
  transport: Transport;
  limits: () => Limits;
  /** Null for a provider that is not set up, or whose secrets cannot be opened now. */
  provider: (providerId: string) => Provider | null;
  providers: () => Provider[];
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
  log(
    level: "info" | "warning" | "error",
    message: string,
    facts?: Record<string, string | number | boolean | null>,
  ): void;
  faults?: CourierFaults;
}

export interface CourierParts extends CourierOptions {
  readonly faults: CourierFaults;
  readonly lines: Lines;
  readonly waits: Waits;
  readonly looks: Looks;
  readonly runReadings: RunReadings;
  readonly regressions: Regressions;
  /** Items between arming and the end of what is done with the answer. */
  readonly sending: Set<string>;
  isClosing(): boolean;
  /** The provider refused its credentials and got no new ones. */
  isStopped(providerId: string): boolean;
}

/** The rows of the courier are the system's: it never borrows a person's name. */
export const SYSTEM = "system";

export function lenderOf(parts: CourierParts, providerId: string): Lender | null {
  return parts.provider(providerId)?.lender ?? null;
}

/**
 * Appends what `work` says about one item and tells the listeners after the commit. `work` gets the item as it is now:
 * while a reading was awaited, a person may have decided something else.
 */
export function writeAbout<Value>(
  parts: CourierParts,
  itemId: string,
  work: (transaction: JournalTransaction, item: ItemRecord) => Value,
): Value {
  let loanId: string | null = null;
  const value = parts.journal.write((transaction) => {
    const item = readItem(transaction.sql, itemId);
    if (item === null) throw new Error(`The outbox has no item ${itemId}.`);
    loanId = item.loanId;
    return work(transaction, item);
  });
  parts.emit("outbox.changed", { itemIds: [itemId] });
  parts.emit("till.changed", {});
  if (loanId !== null) parts.emit("loan.changed", { loanId });
  return value;
}
