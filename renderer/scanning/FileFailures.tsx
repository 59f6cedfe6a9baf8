/** Why a file was not taken, each with its name: the others are there all the same. */
import { useErrorWords } from "../bridge/errorSentence.ts";
import styles from "./Scanning.module.css";
import type { FileFailure } from "./useFiles.ts";

export function FileFailures({ failures }: { failures: FileFailure[] }) {
  const errorWords = useErrorWords();
  if (failures.length === 0) return null;
  return (
    <ul role="alert" className={styles.warnings}>
      {failures.map(({ name, error }) => {
        const { sentence, detail } = errorWords(error);
        const words = detail === null ? sentence : `${sentence} ${detail}`;
        return (
          <li key={`${name}/${error.code}`} data-level="error">
            {name === "" ? words : `${name}: ${words}`}
          </li>
        );
      })}
    </ul>
  );
}
