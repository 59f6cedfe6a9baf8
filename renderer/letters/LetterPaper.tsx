/** The letter as it came: read, printed, and saved where a person wants it. It is kept here sealed in any case. */
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCheckWords } from "../components/checkWords.ts";
import { PdfPreview } from "../components/PdfPreview.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { PrintDocument } from "../printing/PrintDocument.tsx";
import { SavePaper } from "../printing/SavePaper.tsx";
import styles from "./Letters.module.css";

/** A letter that was fetched just now, or one of those that are kept here (`at`). */
export type ShownLetter = Pick<CallValue<"letters.noc">, "documentId" | "checks"> & {
  loanRef: string;
  host?: string | undefined;
  at?: string;
};

export type LetterPaperProps = { letter: ShownLetter; onClose: () => void };

export function LetterPaper({ letter, onClose }: LetterPaperProps) {
  const { t } = useTranslation("letters");
  const checkWords = useCheckWords();
  const ways = useRef<HTMLDivElement>(null);
  const { documentId, host, at, checks, loanRef: loanId } = letter;
  // Printing is what comes next.
  useEffect(() => ways.current?.querySelector("button")?.focus(), []);
  return (
    <section className={styles.paper} aria-label={t("letterOf", { loanId })}>
      <div className={styles.paperHead}>
        <h2>{t("letterOf", { loanId })}</h2>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
      <p className={styles.soft}>
        {host === undefined ? t("kept") : t("keptFrom", { host })} {at !== undefined && <TimeAgo at={at} />}
      </p>
      {checks
        .filter(({ level }) => level !== "ok")
        .map((check) => (
          <p key={check.code} className={styles.check} data-level={check.level}>
            {checkWords(check)}
          </p>
        ))}
      <div ref={ways}>
        <PrintDocument documentId={documentId}>
          <SavePaper
            small
            find={async () => ({
              ok: true,
              value: { documentId, name: `${t("fileName", { loanId })}.pdf` },
            })}
          />
        </PrintDocument>
      </div>
      <PdfPreview documentId={documentId} height="56vh" />
    </section>
  );
}
