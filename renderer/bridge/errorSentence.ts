/** A failure in the clerk's words: a sentence for its code, and the other side's own words where they help. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { CallError, ErrorCode } from "../../shared/errors.ts";

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

function errorWords(t: TFunction<["errors", "common"]>, error: CallError): ErrorWords {
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
  const { t } = useTranslation(["errors", "common"]);
  return (error) => errorWords(t, error);
}
