/** Which name the sign-in page marks first, and where a key moves the mark. */
import type { StaffEntry } from "../../shared/api/people.ts";

/** Whoever was here comes back after a lock; after making room, it is somebody else. */
export function firstChoice(
  staff: readonly Pick<StaffEntry, "name">[],
  kept: string | null,
  switched: boolean,
): string | null {
  const names = staff.map(({ name }) => name);
  const [first = null] = names;
  if (kept === null) return first;
  if (switched) return names.find((name) => name !== kept) ?? first;
  return names.includes(kept) ? kept : first;
}

/** Arrows walk, a letter goes to the next name that begins with it; null for any other key. */
export function nextChoice(
  staff: readonly Pick<StaffEntry, "name">[],
  name: string | null,
  key: string,
): number | null {
  const at = staff.findIndex((person) => person.name === name);
  if (key === "ArrowDown") return Math.min(at + 1, staff.length - 1);
  if (key === "ArrowUp") return Math.max(at - 1, 0);
  if (key.length !== 1) return null;
  const order = [...staff.keys()].map((step) => (at + 1 + step) % staff.length);
  const letter = key.toLocaleLowerCase();
  return order.find((index) => staff[index]?.name.toLocaleLowerCase().startsWith(letter)) ?? null;
}
