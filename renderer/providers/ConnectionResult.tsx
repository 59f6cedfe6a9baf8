/** What a provider said when it was tried: whether it answers, which known case it is, and its own words. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./ProviderEditor.module.css";

type ConnectionResultProps = { result: CallValue<"setup.testProvider"> | null; error: CallError | null };

export function ConnectionResult({ result, error }: ConnectionResultProps) {
  const { t } = useTranslation(["setup", "reasons", "common"]);
  if (error !== null) return <ErrorNote error={error} />;
  if (result === null) return null;
  const { millis, problem, reason, said, detail } = result;
  return (
    <div className={styles.result} role="status" data-problem={problem}>
      <p>{problem === undefined ? t("provider.reachable", { millis }) : t(`provider.problems.${problem}`)}</p>
      <p className={styles.resultText}>{reason === undefined ? detail : t(`reasons:${reason}`)}</p>
      {said !== undefined && (
        <p className={styles.resultText}>{t("common:error.systemSays", { message: said })}</p>
      )}
    </div>
  );
}
