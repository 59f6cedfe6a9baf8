/** A supervisor enters what the lender's own statement says; from then on only what moves here is added. */
import { Button, Group, Radio } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PartnerBalance } from "../../shared/api/tillBooks.ts";
import { readTypedAmount } from "../../shared/money.ts";
import { useAction } from "../bridge/useAction.ts";
import { AmountField } from "../components/AmountField.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Till.module.css";

export function EnterBalance({ balance: { providerId, currency } }: { balance: PartnerBalance }) {
  const { t } = useTranslation(["till", "common"]);
  const save = useAction("till.setPartnerBalance");
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [owes, setOwes] = useState<"we" | "they">("we");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const reading = readTypedAmount(typed);
  // A settled account is a balance too.
  const amountMinor = reading.ok ? reading.amountMinor : reading.problem === "zero" ? 0 : null;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (amountMinor === null) return form.current?.querySelector("input")?.focus();
    if (note.trim() === "")
      return form.current?.querySelector<HTMLInputElement>('input[name="note"]')?.focus();
    const balanceMinor = owes === "we" || amountMinor === 0 ? amountMinor : -amountMinor;
    const reply = await save.run({ providerId, balanceMinor, note: note.trim() });
    if (!reply.ok) return;
    setOpen(false);
    setTyped("");
    setNote("");
    setTried(false);
  }

  if (!isOpen)
    return (
      <Button className={styles.set ?? ""} size="sm" variant="default" onClick={() => setOpen(true)}>
        {t("balance.set")}
      </Button>
    );
  return (
    <form ref={form} className={styles.narrow} onSubmit={(event) => void submit(event)} noValidate>
      <AmountField
        label={t("balance.amount")}
        currency={currency}
        size="plain"
        typed={typed}
        onTyped={setTyped}
        tried={tried && amountMinor === null}
      />
      <Radio.Group
        label={t("balance.direction")}
        value={owes}
        onChange={(chosen) => setOwes(chosen === "they" ? "they" : "we")}
      >
        <Group gap="lg" mt={4}>
          <Radio value="we" label={t("balance.weOwe")} />
          <Radio value="they" label={t("balance.theyOwe")} />
        </Group>
      </Radio.Group>
      <TextField
        name="note"
        label={t("balance.note")}
        hint={t("balance.noteHint")}
        maxLength={300}
        value={note}
        error={tried && note.trim() === "" ? t("common:field.required") : undefined}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      <ErrorNote error={save.error} again={save.again} />
      <Button type="submit" loading={save.busy}>
        {t("balance.save")}
      </Button>
    </form>
  );
}
