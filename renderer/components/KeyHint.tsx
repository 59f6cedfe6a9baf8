/** A key's name as it stands on the keyboard. */
import styles from "./KeyHint.module.css";

export function KeyHint({ keys }: { keys: string }) {
  return <kbd className={styles.key}>{keys}</kbd>;
}
