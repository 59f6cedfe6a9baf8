/** A supervisor's own telephone: set up once with an authenticator app, it gives the codes that approve from elsewhere. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Settings.module.css";

type Step = "look" | "pin" | "scan";

export function OwnCodes() {
  const { t } = useTranslation(["approvals", "common"]);
  const person = usePerson();
  const list = useCall("staff.list", {});
  const forget = useAction("approvals.forget");
  const [step, setStep] = useState<Step>("look");
  const [shown, setShown] = useState<CallValue<"approvals.enrol"> | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (person === null || person.role === "cashier") return null;
  const { name } = person;
  const hasCodes = list.value?.staff.find((one) => one.name === name)?.hasCodes ?? false;

  async function forgetIt(): Promise<void> {
    const reply = await forget.run({ name });
    setAsking(false);
    if (reply.ok) setDone(t("codes.forgotten"));
  }

  return (
    <section className={styles.section} aria-label={t("codes.title")}>
      <h2>{t("codes.title")}</h2>
      <p className={styles.text}>{t("codes.text")}</p>
      {done !== null && (
        <p className={styles.saved} role="status">
          {done}
        </p>
      )}
      {step === "look" && (
        <>
          {done === null && <p>{t(hasCodes ? "codes.have" : "codes.none")}</p>}
          <Group>
            <Button variant="default" onClick={() => setStep("pin")}>
              {t(hasCodes ? "codes.another" : "codes.begin")}
            </Button>
            {hasCodes && (
              <Button variant="default" onClick={() => setAsking(true)}>
                {t("codes.forget")}
              </Button>
            )}
          </Group>
          <ErrorNote error={forget.error} again={forget.again} />
        </>
      )}
      {step === "pin" && (
        <PinStep
          onBack={() => setStep("look")}
          onShown={(value) => {
            setDone(null);
            setShown(value);
            setStep("scan");
          }}
        />
      )}
      {step === "scan" && shown !== null && (
        <ScanStep
          shown={shown}
          onEnd={(isDone) => {
            setShown(null);
            setStep("look");
            setDone(isDone ? t("codes.done") : null);
          }}
        />
      )}
      <Question
        open={asking}
        title={t("codes.forgetAsk")}
        safe={{ verb: t("codes.keep"), onChoose: () => setAsking(false) }}
        others={[
          { verb: t("codes.forgetDo"), kind: "danger", onChoose: () => void forgetIt(), busy: forget.busy },
        ]}
      >
        <p>{t("codes.forgetText")}</p>
      </Question>
    </section>
  );
}

type PinStepProps = { onBack: () => void; onShown: (value: CallValue<"approvals.enrol">) => void };

function PinStep({ onBack, onShown }: PinStepProps) {
  const { t } = useTranslation(["approvals", "common"]);
  const errorWords = useErrorWords();
  const enrol = useAction("approvals.enrol");
  const [pin, setPin] = useState("");

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (pin === "") return;
    const reply = await enrol.run({ pin });
    setPin("");
    if (reply.ok) onShown(reply.value);
  }

  return (
    <form className={styles.section} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        autoFocus
        label={t("codes.pin")}
        hint={t("codes.pinHint")}
        secret
        inputMode="numeric"
        maxLength={40}
        value={pin}
        error={enrol.error === null ? undefined : errorWords(enrol.error).sentence}
        onChange={(change) => setPin(change.currentTarget.value)}
      />
      <Group>
        <Button type="submit" loading={enrol.busy}>
          {t("codes.show")}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t("common:actions.back")}
        </Button>
      </Group>
    </form>
  );
}

type ScanStepProps = { shown: CallValue<"approvals.enrol">; onEnd: (done: boolean) => void };

function ScanStep({ shown, onEnd }: ScanStepProps) {
  const { t } = useTranslation(["approvals", "common"]);
  const errorWords = useErrorWords();
  const confirm = useAction("approvals.confirm");
  const [code, setCode] = useState("");

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (code.trim() === "") return;
    const reply = await confirm.run({ code: code.trim() });
    if (reply.ok) onEnd(true);
  }

  return (
    <form className={styles.section} onSubmit={(event) => void submit(event)} noValidate>
      <p>{t("codes.scan")}</p>
      <img
        className={styles.squareCode}
        alt={t("codes.picture")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(shown.qrSvg)}`}
      />
      <p>
        {t("codes.key")}: <b className={styles.key}>{shown.secret.match(/.{1,4}/g)?.join(" ")}</b>
      </p>
      <TextField
        autoFocus
        label={t("codes.first")}
        inputMode="numeric"
        maxLength={20}
        value={code}
        error={confirm.error === null ? undefined : errorWords(confirm.error).sentence}
        onChange={(change) => {
          setCode(change.currentTarget.value);
          confirm.reset();
        }}
      />
      <Group>
        <Button type="submit" loading={confirm.busy}>
          {t("codes.confirm")}
        </Button>
        <Button variant="default" onClick={() => onEnd(false)}>
          {t("common:actions.cancel")}
        </Button>
      </Group>
    </form>
  );
}
