/** Who is at the counter: a name from the list, and a PIN; or why this name has to wait, and who opens it again. */
import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { Mark } from "../app/Mark.tsx";
import type { LockReason } from "../app/useSession.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { firstChoice, nextChoice } from "./choosing.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { LockedOut } from "./LockedOut.tsx";
import { NewPin } from "./NewPin.tsx";
import { PinField } from "./PinField.tsx";
import styles from "./SignInPage.module.css";
import { TrainingPins } from "./TrainingPins.tsx";
import { WaitingPayments } from "./WaitingPayments.tsx";

export type SignInPageProps = {
  office: SetupView;
  reason: LockReason | null;
  /** Whose screen waits behind the lock. */
  kept: string | null;
};

export function SignInPage({ office, reason, kept }: SignInPageProps) {
  const { t } = useTranslation(["signIn", "common", "frame"]);
  const list = useCall("staff.list", {});
  const staff = list.value?.staff.filter(({ active }) => active) ?? [];
  const signIn = useAction("staff.signIn");
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  /** The right PIN of somebody who has to choose another one first. */
  const [oldPin, setOldPin] = useState<string | null>(null);
  const names = useRef<HTMLUListElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const name = chosen ?? firstChoice(staff, kept, reason === "switched");
  const person = staff.find((one) => one.name === name);

  const anybody = staff.length > 0;
  useEffect(() => {
    if (anybody) names.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  }, [anybody]);

  const isLocked = person?.lock !== undefined && person.lock !== null;
  useEffect(() => {
    // What had the focus is gone: the name stays chosen, and the next one is an arrow away.
    if (document.activeElement !== document.body) return;
    if (isLocked) names.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    else pinField.current?.focus();
  }, [isLocked]);

  async function enter(who: string, secret: string): Promise<void> {
    const reply = await signIn.run({ name: who, pin: secret });
    setPin("");
    if (reply.ok) return;
    if (reply.error.code === "pinMustChange") setOldPin(secret);
    else pinField.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (name !== null && pin !== "") void enter(name, pin);
  }

  function choose(next: string): void {
    setChosen(next);
    setPin("");
    setOldPin(null);
    signIn.reset();
  }

  /** Arrows walk, a letter jumps to the next name that begins with it, a digit begins the PIN. */
  function onKey(press: KeyboardEvent): void {
    if (press.ctrlKey || press.altKey || press.metaKey) return;
    if (/^\d$/.test(press.key) || press.key === "Enter") {
      pinField.current?.focus();
      // The digit itself is typed into the field, since the focus moved before the browser inserts it.
      if (press.key === "Enter") press.preventDefault();
      return;
    }
    const next = nextChoice(staff, name, press.key);
    const to = next === null ? undefined : staff[next];
    if (to === undefined || next === null) return;
    press.preventDefault();
    choose(to.name);
    names.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  }

  const mustChange = oldPin !== null && name !== null;
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
        <div className={styles.form}>
          <ul ref={names} className={styles.names} aria-label={t("staff")} onKeyDown={onKey}>
            {staff.map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  className={styles.name}
                  aria-pressed={one.name === name}
                  tabIndex={one.name === name ? 0 : -1}
                  onClick={() => {
                    choose(one.name);
                    pinField.current?.focus();
                  }}
                >
                  <b>{one.name}</b>
                  <span>{t(`common:roles.${one.role}`)}</span>
                </button>
              </li>
            ))}
            {staff.length === 0 && <li>{t("noStaff")}</li>}
          </ul>
          {mustChange ? (
            <NewPin name={name} pin={oldPin} onBack={() => choose(name)} />
          ) : person?.lock ? (
            <LockedOut
              key={person.name}
              name={person.name}
              lock={person.lock}
              mayAsk={staff.some((one) => one.role !== "cashier" && one.name !== person.name)}
              onLookAgain={list.again}
            />
          ) : (
            <form className={styles.entry} onSubmit={submit}>
              <PinField ref={pinField} name={name} value={pin} onChange={setPin} />
              <ErrorNote error={signIn.error} />
              <Button type="submit" size="lg" fullWidth loading={signIn.busy} disabled={name === null}>
                {t("go")}
              </Button>
              <p className={styles.keys}>{t("keys")}</p>
            </form>
          )}
        </div>
        <WaitingPayments />
        {office.training && <TrainingPins onChoose={(who, secret) => void enter(who, secret)} />}
      </div>
      <footer className={styles.foot}>
        <LanguageChoice />
      </footer>
    </main>
  );
}
