/** The training lender's own texts are English: here they are found in the clerk's language, else as they came. */
import { useTranslation } from "react-i18next";
import { en } from "../i18n/en.ts";

type BadDay = keyof typeof en.training.badDays;
type Example = keyof typeof en.training.examples;

function isBadDay(kind: string): kind is BadDay {
  return Object.hasOwn(en.training.badDays, kind);
}

function isExample(subject: string): subject is Example {
  return Object.hasOwn(en.training.examples, subject);
}

export type ExampleWords = { who: string; what: string };

/** "Mira Dushaj, PIN I45612378K. Active: …": whom it is about, and what comes of it. */
function inTwo(description: string): ExampleWords {
  const cut = description.indexOf(". ");
  return cut < 0
    ? { who: "", what: description }
    : { who: description.slice(0, cut), what: description.slice(cut + 2) };
}

export function useTrainingWords(): {
  badDay: (kind: string, description: string) => string;
  example: (subject: string, description: string) => ExampleWords;
} {
  const { t } = useTranslation("training");
  return {
    badDay: (kind, description) => (isBadDay(kind) ? t(`badDays.${kind}`) : description),
    example: (subject, description) => {
      const { who, what } = inTwo(description);
      return { who, what: isExample(subject) ? t(`examples.${subject}`) : what };
    },
  };
}
