// What the program says outside of its page.
import { expect, test } from "vitest";
import { languageOf, type SentenceName, sentence } from "../../electron/shell/sentences.ts";
import { languages } from "../../shared/api/values.ts";

test.each<[preferred: string[], language: string]>([
  [["sq-AL", "en-GB"], "sq"],
  [["de-AT", "ro_MD.UTF-8"], "ro"],
  [["RU"], "ru"],
  [["mk-MK"], "mk"],
  [["de-AT"], "en"],
  [[], "en"],
])("%j reads %s", (preferred, language) => {
  expect(languageOf(preferred)).toBe(language);
});

const withDetail: SentenceName[] = [
  "foreignData",
  "diskFull",
  "readOnlyData",
  "storageFailed",
  "provisionUnreadable",
  "provisionInvalid",
  "optionRefused",
  "unexpected",
  "settingsSetAside",
];
test.each(languages.flatMap((language) => withDetail.map((name) => [language, name] as const)))(
  "%s: %s names what it is about, even with signs that mean something to a replacement",
  (language, name) => {
    expect(sentence(language, name, "/a/$&/b")).toContain("/a/$&/b");
    expect(sentence(language, name, "x")).not.toContain("{");
  },
);
