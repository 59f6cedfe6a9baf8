/** What was found in a document, in the clerk's words: a sentence for each code with what it names. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { DocumentCheck } from "../../shared/api/paper.ts";
import { pageProblems, scannerFailures } from "../../shared/api/scanning.ts";

type Words = TFunction<"scanning">;
type Facts = NonNullable<DocumentCheck["facts"]>;

function text(facts: Facts, name: string): string {
  return String(facts[name] ?? "");
}

function count(facts: Facts): number {
  const value = Number(facts["count"]);
  return Number.isInteger(value) ? value : 1;
}

/** Null for a code that has no sentence of its own yet. */
function sentenceOf(t: Words, { code, facts = {} }: DocumentCheck): string | null {
  const loanRef = text(facts, "loanRef");
  const problem = pageProblems.find((one) => one === code);
  if (problem !== undefined)
    return t(`checks.${problem}`, { pages: text(facts, "pages"), count: count(facts) });
  switch (code) {
    case "nameMisleads":
    case "hasScript":
    case "pictureDamaged":
      return t(`checks.${code}`);
    case "loanReference":
      return facts["found"] === "noText"
        ? t("checks.referenceNoText", { loanRef })
        : t("checks.referenceMissing", { loanRef });
    case "pageCount": {
      const counted = { expected: text(facts, "expected"), pages: text(facts, "pages") };
      return facts["which"] === "missing"
        ? t("checks.pagesMissing", counted)
        : t("checks.pagesTooMany", counted);
    }
    case "usedForOtherLoan":
      return t("checks.usedForOtherLoan", { loanRef });
    case "otherLoanCode":
      return t("checks.otherLoanCode", { pages: text(facts, "pages"), loanRef });
    case "earlierAgreement":
    case "duplicatePages":
    case "missingPages":
    case "wrongOrder":
      return t(`checks.${code}`, { pages: text(facts, "pages") });
    case "samePaper":
      return facts["sure"] === "certain"
        ? t("checks.samePaperCertain", { loanRef })
        : t("checks.samePaperLikely", { loanRef });
    case "repeatedPage":
      return t("checks.repeatedPage", { pages: text(facts, "pages"), count: count(facts) });
    case "tooLarge":
      return t("checks.tooLarge", { megabytes: text(facts, "megabytes") });
    case "scanStopped": {
      const reason = scannerFailures.find((one) => one === facts["reason"]) ?? "broke";
      return t("checks.scanStopped", { why: t(`failures.${reason}`), count: count(facts) });
    }
    case "leftOut":
      return t("checks.leftOut", { count: count(facts) });
    default:
      return null;
  }
}

/** Gives the function that puts a check into words. Documents kept by an earlier version have no facts: then in English. */
export function useCheckWords(): (check: DocumentCheck) => string {
  const { t } = useTranslation("scanning");
  return (check) =>
    check.facts === undefined && check.code !== "hasScript"
      ? check.message
      : (sentenceOf(t, check) ?? check.message);
}
