/** Which part of the till stands on the screen. */

export type TillView =
  | { at: "lines" }
  | { at: "move"; direction: "in" | "out" }
  | { at: "close" }
  /** Of the open shift, or the last one, unless one is named. */
  | { at: "report"; shiftId?: string }
  | { at: "transfers" }
  | { at: "giveTransfer" }
  | { at: "takeTransfer" }
  | { at: "transfer"; transferId: string }
  /** Today unless a day is named. */
  | { at: "day"; businessDate?: string }
  | { at: "shifts" }
  | { at: "balance" }
  | { at: "disputes" };
