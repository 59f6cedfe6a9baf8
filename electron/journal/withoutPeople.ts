/** Another system's sentence as the journal may keep it: whatever it says about a person we know by name is hidden. */
import { z } from "zod";
import { nameWords } from "./blindIndex.ts";
import type { SealedCells, Sql } from "./contract.ts";
import { readItem } from "./projections/outbox.ts";
import type { RowDraft } from "./rows.ts";

const HIDDEN = "•••";

/** The members of a payload that may hold another system's own words. */
const sentences = ["message", "said", "detail"] as const;
const about = z.object({
  itemId: z.string().optional(),
  loanId: z.string().nullish(),
  providerId: z.string().optional(),
  loanRef: z.string().nullish(),
  onboardingId: z.string().optional(),
  accountRequestId: z.string().optional(),
});

/** Cells whose every word tells who somebody is; those of a street or a town are words like any other. */
const TELLING_COLUMN = /(?:name|patronymic|pin|phone|gsm|mobile|number|serial)$/i;
const SHORTEST_WORD = 3;

type Person = Readonly<Record<string, string>>;

/** A form lies in one cell as JSON: its members count like cells of their own. */
function wordsOf(person: Person): string[] {
  return Object.entries(person).flatMap(([column, value]) =>
    column === "form" ? wordsInForm(value) : TELLING_COLUMN.test(column) ? nameWords(value) : [],
  );
}

function wordsInForm(json: string): string[] {
  const words: string[] = [];
  JSON.parse(json, (name, value: unknown) => {
    if (typeof value === "string" && TELLING_COLUMN.test(name)) words.push(...nameWords(value));
    return value;
  });
  return words;
}

function hidden(text: string, people: readonly Person[]): string {
  const words = new Set(people.flatMap(wordsOf).filter((word) => word.length >= SHORTEST_WORD));
  if (words.size === 0) return text;
  return text.replaceAll(/[\p{L}\p{N}\p{M}]+/gu, (word) =>
    nameWords(word).some((folded) => words.has(folded)) ? HIDDEN : word,
  );
}

function peopleOf(payload: unknown, sql: Sql, cells: Pick<SealedCells, "get">): Person[] {
  const facts = about.safeParse(payload).data;
  if (facts === undefined) return [];
  const item = facts.itemId === undefined ? null : readItem(sql, facts.itemId);
  const { itemId, onboardingId, accountRequestId } = facts;
  const loanId = facts.loanId ?? item?.loanId;
  const providerId = facts.providerId ?? item?.providerId;
  const loanRef = facts.loanRef ?? item?.loanRef;
  return [
    ...(itemId === undefined ? [] : [cells.get("items", itemId)]),
    ...(loanId == null ? [] : [cells.get("loans", loanId)]),
    ...(providerId === undefined || loanRef == null
      ? []
      : [cells.get("readings", `${providerId}/${loanRef}`)]),
    ...(onboardingId === undefined ? [] : [cells.get("onboardings", onboardingId)]),
    ...(accountRequestId === undefined ? [] : [cells.get("accounts", accountRequestId)]),
  ];
}

/** The draft itself where it holds no such sentence. */
export function withoutPeople(draft: RowDraft, sql: Sql, cells: Pick<SealedCells, "get">): RowDraft {
  const said = Object.entries(draft.payload).flatMap(([name, value]: [string, unknown]) =>
    sentences.some((sentence) => sentence === name) && typeof value === "string" ? [{ name, value }] : [],
  );
  if (said.length === 0) return draft;
  const people = peopleOf(draft.payload, sql, cells);
  const shown = Object.fromEntries(said.map(({ name, value }) => [name, hidden(value, people)]));
  // Only texts were exchanged for texts: every payload keeps the shape of its kind.
  return { ...draft, payload: { ...draft.payload, ...shown } } as RowDraft;
}
