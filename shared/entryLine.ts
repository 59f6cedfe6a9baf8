/** A journal entry in words: what it is, and its facts in one line. Pure, for the screen and for paper. */
import type { Language } from "./api/values.ts";
import type { EntryFact } from "./entryFacts.ts";
import { entryWords } from "./entryWords.ts";
import { factWords } from "./factWords.ts";
import { formatMinor } from "./money.ts";

type Tree = { readonly [key: string]: string | Tree };

/** "till.opened" in `kinds`, for example; null where nobody has worded it. */
function wordAt(tree: Tree, path: string): string | null {
  let found: string | Tree | undefined = tree;
  for (const key of path.split("."))
    found = typeof found === "object" && Object.hasOwn(found, key) ? found[key] : undefined;
  return typeof found === "string" ? found : null;
}

/** "The till was opened"; null for a kind of a newer version. */
export function entryTitle(kind: string, language: Language): string | null {
  return wordAt(entryWords[language].kinds, kind);
}

/** By what its name ends with: "120 s", "50,000.00", "20". */
function limitValue(limit: string, value: number, language: Language): string {
  if (limit.endsWith("Minor")) return formatMinor(value, language);
  if (limit.endsWith("Ms")) return `${value / 1000} s`;
  if (limit.endsWith("Seconds")) return `${value} s`;
  if (limit.endsWith("Hours")) return `${value} h`;
  return limit.endsWith("Days") ? `${value} d` : String(value);
}

function factText(fact: EntryFact, language: Language): string {
  const { limits, acts } = entryWords[language];
  const { names, values } = factWords[language];
  if ("limit" in fact)
    return `${wordAt(limits, fact.limit) ?? fact.limit}: ${limitValue(fact.limit, fact.value, language)}`;
  const label = `${names[fact.name]}: `;
  if ("amountMinor" in fact) return label + formatMinor(fact.amountMinor, language);
  if ("word" in fact) return label + (wordAt(values, fact.word) ?? fact.word);
  return label + ("act" in fact ? (wordAt(acts, fact.act) ?? fact.act) : fact.text);
}

/** "counted: 90.00 · expected: 100.00"; empty where the kind says it all. */
export function factsLine(facts: readonly EntryFact[], language: Language): string {
  return facts.map((fact) => factText(fact, language)).join(" · ");
}
