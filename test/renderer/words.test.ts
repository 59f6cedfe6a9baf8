// Every language says everything that English says, with the same placeholders and with its own plural forms.
import { describe, expect, it } from "vitest";
import { en } from "../../renderer/i18n/en.ts";
import { mk } from "../../renderer/i18n/mk.ts";
import { ro } from "../../renderer/i18n/ro.ts";
import { ru } from "../../renderer/i18n/ru.ts";
import { sq } from "../../renderer/i18n/sq.ts";

type Tree = { readonly [key: string]: string | Tree | undefined };

/** "outbox.next.title" → text. */
function flat(tree: Tree, before = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") texts.set(before + key, value);
    else if (value !== undefined)
      for (const [deep, text] of flat(value, `${before}${key}.`)) texts.set(deep, text);
  }
  return texts;
}

const english = flat(en);
const formEnd = /_(zero|one|two|few|many|other)$/;

const isPlural = (key: string) => english.has(`${key.replace(formEnd, "")}_other`) && formEnd.test(key);

/** English's keys with the plural forms of the language instead of English's own. */
function needed(forms: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const key of english.keys()) {
    if (!isPlural(key)) keys.add(key);
    else for (const form of forms) keys.add(`${key.replace(formEnd, "")}_${form}`);
  }
  return [...keys];
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted();
}

/** What the translation of a key has to name: "one" may say the number in a word. */
function wanted(key: string): string[] {
  const form = formEnd.exec(key)?.[1];
  const base = key.replace(formEnd, "");
  const source = english.get(key) ?? english.get(`${base}_${form === "one" ? "one" : "other"}`) ?? "";
  return placeholders(source);
}

const languages = [
  { language: "sq", words: flat(sq) },
  { language: "ro", words: flat(ro) },
  { language: "ru", words: flat(ru) },
  { language: "mk", words: flat(mk) },
];

describe.each(languages)("$language", ({ language, words }) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it("says everything that English says", () => {
    const missing = needed(forms).filter((key) => (words.get(key) ?? "").trim() === "");
    expect(missing).toEqual([]);
  });

  it("says nothing that no screen asks for", () => {
    const keys = new Set([...english.keys(), ...needed(forms)]);
    expect([...words.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  it("keeps every placeholder", () => {
    const wrong = [...words].filter(([key, text]) => {
      const want = wanted(key);
      const got = placeholders(text);
      const withoutCount = (names: string[]) => names.filter((name) => name !== "{{count}}");
      const compare = key.endsWith("_one") ? withoutCount : (names: string[]) => names;
      return compare(got).join() !== compare(want).join();
    });
    expect(wrong).toEqual([]);
  });
});

it("the plural forms that the runtime chooses by are the ones written here", () => {
  const formsOf = (language: string) =>
    new Set(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  expect(formsOf("sq")).toEqual(new Set(["one", "other"]));
  expect(formsOf("ro")).toEqual(new Set(["one", "few", "other"]));
  expect(formsOf("ru")).toEqual(new Set(["one", "few", "many", "other"]));
  expect(formsOf("mk")).toEqual(new Set(["one", "other"]));
});
