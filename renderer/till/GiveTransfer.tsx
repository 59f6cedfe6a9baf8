/** Cash is handed over to the safe or to another till, with a slip; a supervisor here may take it for the safe at once. */
import { Button, Checkbox, Group, Radio } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { AmountField, useAmount } from "../components/AmountField.tsx";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Till.module.css";

export type GiveTransferProps = {
  status: TillStatus;
  onGiven: (transferId: string) => void;
  onBack: () => void;
};

export function GiveTransfer({ status, onGiven, onBack }: GiveTransferProps) {
  const { t } = useTranslation(["transfers", "common"]);
  const errorWords = useErrorWords();
  const give = useAction("till.transfer");
  const amount = useAmount();
  const [kind, setKind] = useState<"safe" | "till">("safe");
  const [name, setName] = useState("");
  const [atOnce, setAtOnce] = useState(false);
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const amountField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const isTaken = kind === "safe" && atOnce;

  const field = (selector: string) => form.current?.querySelector<HTMLInputElement>(selector);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (amount.amountMinor === null) return amountField.current?.focus();
    if (name.trim() === "") return field('input[name="place"]')?.focus();
    const consent = isTaken ? approvalOf(approval) : undefined;
    if (isTaken && consent === undefined) return field("fieldset input[list]")?.focus();
    const reply = await give.run({
      to: { kind, name: name.trim() },
      amountMinor: amount.amountMinor,
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) onGiven(reply.value.transferId);
    else if (isAboutApproval(reply.error)) field("fieldset input[inputmode=numeric]")?.focus();
    else amountField.current?.focus();
  }

  const onAmount = give.error?.field === "amountMinor" ? give.error : null;
  const aboutApproval = isAboutApproval(give.error) ? give.error : null;
  return (
    <>
      <PageHeading lead={t("give.lead")}>{t("give.title")}</PageHeading>
      <form ref={form} className={styles.narrow} onSubmit={(event) => void submit(event)} noValidate>
        <AmountField
          first
          ref={amountField}
          label={t("common:amount.label")}
          currency={status.currency}
          typed={amount.typed}
          onTyped={(typed) => {
            amount.setTyped(typed);
            give.reset();
          }}
          tried={tried}
          {...(onAmount === null ? {} : { error: errorWords(onAmount).sentence })}
        />
        <Radio.Group
          label={t("give.to")}
          value={kind}
          onChange={(chosen) => setKind(chosen === "till" ? "till" : "safe")}
        >
          <Group gap="lg" mt={4}>
            <Radio value="safe" label={t("give.safe")} />
            <Radio value="till" label={t("give.till")} />
          </Group>
        </Radio.Group>
        <TextField
          name="place"
          label={t(`give.${kind}Name`)}
          hint={t(`give.${kind}NameHint`)}
          maxLength={40}
          value={name}
          error={tried && name.trim() === "" ? t("common:field.required") : undefined}
          onChange={(change) => setName(change.currentTarget.value)}
        />
        {kind === "safe" && (
          <Checkbox
            label={t("give.acceptNow")}
            checked={atOnce}
            onChange={(change) => setAtOnce(change.currentTarget.checked)}
          />
        )}
        {isTaken && (
          <ApprovalFields
            what="till.transfer"
            value={approval}
            onChange={setApproval}
            why={t("give.acceptNowWhy")}
            error={aboutApproval === null ? undefined : errorWords(aboutApproval).sentence}
          />
        )}
        {onAmount === null && aboutApproval === null && <ErrorNote error={give.error} again={give.again} />}
        <Group>
          <Button type="submit" loading={give.busy}>
            {t("give.button")}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </form>
    </>
  );
}
