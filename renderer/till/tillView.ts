/** Which part of the till stands on the screen. */

export type TillView =
  | { at: "lines" }
  | { at: "move"; direction: "in" | "out" }
  | { at: "close" }
  /** Of the open shift, or the last one, unless one is named. */
  | { at: "report"; shiftId?: string };
