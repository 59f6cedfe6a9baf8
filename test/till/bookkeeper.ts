/** A bookkeeper beside the till, who knows only receipts, slips and what became of each payment. */
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";

/** What a bookkeeper beside the till would write down, with nothing but the receipts and the slips. */
export class Bookkeeper {
  shiftId = "";
  floatMinor = 0;
  movedMinor = 0;
  underWay = new Map<string, number>();

  drawerMinor(items: readonly ItemRecord[]): number {
    return this.floatMinor + this.movedMinor + this.taken(items, () => true);
  }

  /** Cash of this shift's payments that is (or, of payouts, was) in this drawer. */
  taken(items: readonly ItemRecord[], fits: (item: ItemRecord) => boolean): number {
    return items
      .filter((item) => item.shiftId === this.shiftId && !item.givenBack && fits(item))
      .reduce((sum, item) => sum + (item.kind === "payout" ? -item.amountMinor : item.amountMinor), 0);
  }

  lines(items: readonly ItemRecord[]) {
    const waits = (item: ItemRecord) =>
      item.kind === "repayment" &&
      (item.state === "refused" ||
        item.state === "voided" ||
        (item.state === "held" && (item.reason === "noActiveLoan" || item.reason === "otherCustomer")));
    const isIn =
      (...states: ItemRecord["state"][]) =>
      (item: ItemRecord) =>
        !waits(item) && states.includes(item.state);
    return {
      floatMinor: this.floatMinor,
      movedMinor: this.movedMinor,
      confirmedMinor: this.taken(items, isIn("posted")),
      queuedMinor: this.taken(items, isIn("queued", "held", "sending")),
      unconfirmedMinor: this.taken(items, isIn("acknowledged", "unconfirmed", "attention")),
      toReturnMinor: this.taken(items, waits),
      underWayMinor: [...this.underWay.values()].reduce((sum, amountMinor) => sum + amountMinor, 0),
    };
  }
}
