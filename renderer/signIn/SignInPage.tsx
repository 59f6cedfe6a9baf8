/** Who is at the counter: a name from the list, and a PIN. */
import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { Mark } from "../app/Mark.tsx";
import type { LockReason } from "../app/useSession.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PinField } from "./PinField.tsx";
import styles from "./SignInPage.module.css";
import { TrainingPins } from "./TrainingPins.tsx";
import { WaitingPayments } from "./WaitingPayments.tsx";

export function SignInPage({ office, reason }: { office: SetupView; reason: LockReason | null }) {
  const { t } = useTranslation(["signIn", "common", "frame"]);
  const staff = useCall("staff.list", {}).value?.staff.filter(({ active }) => active) ?? [];
  const signIn = useAction("staff.signIn");
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  const names = useRef<HTMLUListElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const name = chosen ?? staff[0]?.name ?? null;

  const anybody = staff.length > 0;
  useEffect(() => {
    if (anybody) names.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [anybody]);

  async function enter(who: string, secret: string): Promise<void> {
    const reply = await signIn.run({ name: who, pin: secret });
    setPin("");
    if (!reply.ok) pinField.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name !== null && pin !== "") void enter(name, pin);
  }

  function choose(next: string): void {
    setChosen(next);
    setPin("");
    signIn.reset();
  }

  /** Arrows walk, a letter jumps to the next name that begins with it, a digit begins the PIN. */
  function onKey(press: KeyboardEvent): void {
    if (press.ctrlKey || press.altKey || press.metaKey) return;
    const at = staff.findIndex((person) => person.name === name);
    let next: number | null = null;
    if (press.key === "ArrowDown") next = Math.min(at + 1, staff.length - 1);
    else if (press.key === "ArrowUp") next = Math.max(at - 1, 0);
    else if (/^\d$/.test(press.key) || press.key === "Enter") {
      pinField.current?.focus();
      // The digit itself is typed into the field, since the focus moved before the browser inserts it.
      if (press.key === "Enter") press.preventDefault();
      return;
    } else if (press.key.length === 1) {
      const order = [...staff.keys()].map((step) => (at + 1 + step) % staff.length);
      const letter = press.key.toLocaleLowerCase();
      next = order.find((index) => staff[index]?.name.toLocaleLowerCase().startsWith(letter)) ?? null;
    }
    const person = next === null ? undefined : staff[next];
    if (person === undefined || next === null) return;
    press.preventDefault();
    choose(person.name);
    names.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Mark size={32} />
        <span>
          <b>{office.office}</b> · {t("frame:tillNamed", { till: office.till })}
        </span>
        {office.training && <strong className={styles.training}>{t("training")}</strong>}
      </header>
      <div className={styles.body}>
        <h1 className={styles.title}>{t("title")}</h1>
        {reason !== null && (
          <p className={styles.reason} role="status">
            {t(`locked.${reason}`)}
          </p>
        )}
        <form className={styles.form} onSubmit={submit}>
          <ul ref={names} className={styles.names} aria-label={t("staff")} onKeyDown={onKey}>
            {staff.map((person) => (
              <li key={person.name}>
                <button
                  type="button"
                  className={styles.name}
                  aria-pressed={person.name === name}
                  tabIndex={person.name === name ? 0 : -1}
                  onClick={() => {
                    choose(person.name);
                    pinField.current?.focus();
                  }}
                >
                  <b>{person.name}</b>
                  <span>{t(`common:roles.${person.role}`)}</span>
                </button>
              </li>
            ))}
            {staff.length === 0 && <li>{t("noStaff")}</li>}
          </ul>
          <div className={styles.entry}>
            <PinField ref={pinField} name={name} value={pin} onChange={setPin} />
            <ErrorNote error={signIn.error} />
            <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={name === null}>
              {t("go")}
            </Button>
            <p className={styles.keys}>{t("keys")}</p>
          </div>
        </form>
        <WaitingPayments />
        {office.training && <TrainingPins onChoose={(who, secret) => void enter(who, secret)} />}
      </div>
      <footer className={styles.foot}>
        <LanguageChoice />
      </footer>
    </main>
  );
}
