/** What a provider said when it was tried. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./ProviderEditor.module.css";

type ConnectionResultProps = { result: CallValue<"setup.testProvider"> | null; error: CallError | null };

export function ConnectionResult({ result, error }: ConnectionResultProps) {
  const { t } = useTranslation("setup");
  if (error !== null) return <ErrorNote error={error} />;
  if (result === null) return null;
  return (
    <p className={styles.result} role="status" data-reachable={result.reachable}>
      {result.reachable
        ? t("provider.reachable", { millis: result.millis })
        : t("provider.unreachable", { detail: result.detail })}
    </p>
  );
}
