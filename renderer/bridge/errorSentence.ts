/** A failure in the clerk's words: a sentence for its code, and the other side's own words where they help. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { fileReasons } from "../../shared/api/paper.ts";
import { scannerFailures } from "../../shared/api/scanning.ts";
import type { CallError, ErrorCode } from "../../shared/errors.ts";
import { isProviderReason } from "../../shared/providerReasons.ts";

export type ErrorWords = { sentence: string; detail: string | null; reference: string | null };

/** Their `message` is what the lender itself said. */
const saidByLender: readonly ErrorCode[] = [
  "providerRefused",
  "applicationRefused",
  "releaseNotAllowed",
  "providerCredentials",
  "noActiveLoan",
];

/** Their `message` holds a fact that the sentence cannot: what the printer said, which host has no line. */
const withFact: readonly ErrorCode[] = [
  "providerUnclear",
  "noLine",
  "certificate",
  "printerFailed",
  "scannerFailed",
  "fileUnreadable",
  "wrongDocument",
  "storageFailed",
  "offlineLimitItem",
  "offlineLimitTotal",
];

/** Without a line the way on is the same whatever the reason: there it stands as the detail. */
const wayOnFirst: readonly ErrorCode[] = ["noLine", "certificate"];

type Words = TFunction<["errors", "common", "reasons", "scanning"]>;

function errorWords(t: Words, error: CallError): ErrorWords {
  if (isProviderReason(error.reason)) {
    const reason = t(`reasons:${error.reason}`);
    const said = error.said === undefined ? null : t("common:error.systemSays", { message: error.said });
    return wayOnFirst.includes(error.code)
      ? { sentence: t(`errors:${error.code}`), detail: reason, reference: null }
      : { sentence: reason, detail: said, reference: null };
  }
  const failure = scannerFailures.find((reason) => reason === error.reason);
  if (error.code === "scannerFailed" && failure !== undefined)
    return { sentence: t(`scanning:failures.${failure}`), detail: null, reference: null };
  const file = fileReasons.find((reason) => reason === error.reason);
  if (error.code === "fileUnreadable" && file !== undefined)
    return { sentence: t(`scanning:files.${file}`), detail: null, reference: null };
  const message = error.message.trim();
  let detail: string | null = null;
  if (message !== "" && saidByLender.includes(error.code)) detail = t("common:error.lenderSays", { message });
  else if (message !== "" && withFact.includes(error.code)) detail = t("common:error.detail", { message });
  return {
    sentence: t(`errors:${error.code}`),
    detail,
    reference:
      error.reference === undefined ? null : t("common:error.reference", { reference: error.reference }),
  };
}

/** Gives the function that puts a failure into words. */
export function useErrorWords(): (error: CallError) => ErrorWords {
  const { t } = useTranslation(["errors", "common", "reasons", "scanning"]);
  return (error) => errorWords(t, error);
}
