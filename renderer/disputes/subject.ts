/** What is disputed: a shift, a payment, or one entry of the journal. */

export type DisputeSubject =
  | { about: "shift"; shiftId: string }
  | { about: "item"; itemId: string }
  | { about: "entry"; sequence: number };

/** As the core takes it. */
export function disputed(
  subject: DisputeSubject,
): { shiftId: string } | { itemId: string } | { sequence: number } {
  switch (subject.about) {
    case "shift":
      return { shiftId: subject.shiftId };
    case "item":
      return { itemId: subject.itemId };
    case "entry":
      return { sequence: subject.sequence };
  }
}
