/** Bad days to practise: which system does what wrong, and how many times. */
import { Button, Group, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useOffice } from "../app/office.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Training.module.css";
import { useTrainingWords } from "./trainingWords.ts";

type Misbehaviours = CallValue<"training.status">["misbehaviours"];
type Said = { name: string; what: string | null; times: number };

const MOST_TIMES = 1000;

export function BadDays({ misbehaviours }: { misbehaviours: Misbehaviours }) {
  const { t } = useTranslation(["training", "common"]);
  const words = useTrainingWords();
  const { providers } = useOffice();
  const misbehave = useAction("training.misbehave");
  const [providerId, setProviderId] = useState(misbehaviours[0]?.providerId ?? "");
  const [chosen, setChosen] = useState<string | null>(null);
  const [times, setTimes] = useState("1");
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  const nameOf = (id: string) => providers.find((provider) => provider.id === id)?.name ?? id;
  const kinds = misbehaviours.find((one) => one.providerId === providerId)?.kinds ?? [];
  const kind = kinds.find((one) => one.kind === chosen) ?? kinds[0];
  const count = /^\d{1,4}$/.test(times.trim()) ? Number(times.trim()) : 0;
  const countWrong = count < 1 || count > MOST_TIMES;
  if (kind === undefined) return null;
  const { kind: kindName, description } = kind;

  async function order(howOften: number): Promise<void> {
    setSaid(null);
    const reply = await misbehave.run({ providerId, kind: kindName, times: howOften });
    if (reply.ok)
      setSaid({
        name: nameOf(providerId),
        what: howOften === 0 ? null : words.badDay(kindName, description),
        times: howOften,
      });
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!countWrong) void order(count);
  }

  return (
    <section className={styles.card}>
      <h2>{t("bad.title")}</h2>
      <p className={styles.text}>{t("bad.text")}</p>
      <form className={styles.badForm} onSubmit={submit} noValidate>
        <NativeSelect
          label={t("bad.provider")}
          value={providerId}
          data={misbehaviours.map((one) => ({ value: one.providerId, label: nameOf(one.providerId) }))}
          onChange={(change) => {
            setProviderId(change.currentTarget.value);
            setChosen(null);
          }}
        />
        <TextField
          label={t("bad.times")}
          inputMode="numeric"
          maxLength={4}
          value={times}
          error={tried && countWrong ? t("bad.timesWrong", { most: MOST_TIMES }) : undefined}
          onChange={(change) => setTimes(change.currentTarget.value)}
        />
        <NativeSelect
          className={styles.wide ?? ""}
          label={t("bad.kind")}
          value={kindName}
          data={kinds.map((one) => ({ value: one.kind, label: words.badDay(one.kind, one.description) }))}
          onChange={(change) => setChosen(change.currentTarget.value)}
        />
        <Group gap="sm" className={styles.wide ?? ""}>
          <Button type="submit" loading={misbehave.busy}>
            {t("bad.order")}
          </Button>
          <Button variant="default" loading={misbehave.busy} onClick={() => void order(0)}>
            {t("bad.calm", { name: nameOf(providerId) })}
          </Button>
        </Group>
      </form>
      <p className={styles.done} role="status">
        {said !== null &&
          (said.what === null
            ? t("bad.calmed", { name: said.name })
            : t("bad.ordered", { count: said.times, name: said.name, what: said.what }))}
      </p>
      <ErrorNote error={misbehave.error} again={misbehave.again} />
    </section>
  );
}
