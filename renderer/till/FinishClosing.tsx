/** After the count: a difference gets its reason and a second person, what is open is signed for, and the till is closed. */
import { Button, Checkbox, Textarea } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { DisputeButton } from "../disputes/DisputeButton.tsx";
import closing from "./Closing.module.css";
import { ClosingError } from "./ClosingError.tsx";
import { CountResult } from "./CountResult.tsx";
import type { CountToClose } from "./countToClose.ts";
import { OpenItems } from "./OpenItems.tsx";
import styles from "./Till.module.css";

export type FinishClosingProps = {
  count: CountToClose;
  currency: string;
  shiftId: string;
  onRecount: () => void;
  onClosed: (shiftId: string) => void;
};

export function FinishClosing({ count, currency, shiftId, onRecount, onClosed }: FinishClosingProps) {
  const { t } = useTranslation(["till", "common"]);
  const errorWords = useErrorWords();
  const close = useAction("till.close");
  const report = useCall("till.report", {});
  const items = report.value?.openItems ?? [];
  const [note, setNote] = useState("");
  const [approval, setApproval] = useState(noApproval);
  /** The list that was signed for, as one text: another list is not signed for. */
  const [signed, setSigned] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const signField = useRef<HTMLInputElement>(null);
  const differs = count.differenceMinor !== 0;
  const list = items.map(({ itemId, state }) => `${itemId} ${state}`).join();
  const isSigned = items.length === 0 || signed === list;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (report.value === undefined) return;
    if (differs && note.trim() === "") return noteField.current?.focus();
    if (!isSigned) return signField.current?.focus();
    const consent = differs ? approvalOf(approval) : undefined;
    const reply = await close.run({
      counts: count.counts,
      carriedOver: items.map(({ itemId }) => itemId),
      ...(differs ? { note: note.trim() } : {}),
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) onClosed(reply.value.shiftId);
    else if (reply.error.field === "note") noteField.current?.focus();
    else if (reply.error.field === "carriedOver") {
      setSigned(null);
      report.again();
      signField.current?.focus();
    } else if (isAboutApproval(reply.error))
      form.current?.querySelector<HTMLInputElement>("fieldset input[inputmode=numeric]")?.focus();
  }

  const aboutApproval = isAboutApproval(close.error) ? close.error : null;
  const aboutList = close.error?.field === "carriedOver" ? close.error : null;
  const unsigned = tried && !isSigned ? t("close.signFirst") : undefined;
  return (
    <>
      <PageHeading
        aside={
          <>
            {differs && <DisputeButton subject={{ about: "shift", shiftId }} />}
            <Button variant="default" onClick={onRecount}>
              {t("close.recount")}
            </Button>
          </>
        }
      >
        {t("close.title")} · {t("close.number", { number: count.number })}
      </PageHeading>
      <form ref={form} className={styles.closing} onSubmit={(event) => void submit(event)} noValidate>
        <CountResult count={count} currency={currency} />
        <div className={closing.closingParts} data-parts={differs ? 2 : 1}>
          {differs && (
            <div className={closing.differenceFields}>
              <Textarea
                ref={noteField}
                data-first-focus
                label={t("close.note")}
                description={t("close.noteHint")}
                value={note}
                maxLength={1000}
                autosize
                minRows={2}
                error={tried && note.trim() === "" ? t("common:field.required") : undefined}
                onChange={(change) => setNote(change.currentTarget.value)}
              />
              <ApprovalFields
                what="till.difference"
                value={approval}
                onChange={setApproval}
                why={t("close.approvalWhy")}
                error={aboutApproval === null ? undefined : errorWords(aboutApproval).sentence}
              />
            </div>
          )}
          <div className={closing.handOver}>
            <OpenItems items={items} />
            {items.length > 0 && (
              <Checkbox
                ref={signField}
                data-first-focus={differs ? undefined : true}
                label={t("close.sign")}
                checked={isSigned}
                error={aboutList === null ? unsigned : t("close.listChanged")}
                onChange={(change) => setSigned(change.currentTarget.checked ? list : null)}
              />
            )}
            {aboutApproval === null && aboutList === null && (
              <ClosingError error={close.error} again={close.again} />
            )}
            <Button
              type="submit"
              size="lg"
              loading={close.busy}
              data-first-focus={!differs && items.length === 0 ? true : undefined}
            >
              {t("close.button")}
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}
