/** Registers a customer or updates one: every known field, sent once, and what the register said beside its field. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useOffice } from "../app/office.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import styles from "./Customers.module.css";
import type { KnownCustomer } from "./customerValues.ts";
import { OutcomeNote } from "./OutcomeNote.tsx";
import formStyles from "./Registration.module.css";
import { RegistrationFields } from "./RegistrationFields.tsx";
import { useRegistrationKeeping } from "./registrationDraft.ts";
import {
  allFields,
  customerOf,
  type FieldProblem,
  keyNamed,
  type Pictures,
  problemsOf,
  type Typed,
} from "./registrationForm.ts";

type Reply = CallValue<"customers.onboard">;

export type RegistrationPageProps = {
  providerId: string;
  /** What the form begins with. */
  typed: Typed;
  /** The customer to be updated; null for a new one. */
  known: KnownCustomer | null;
  onFound: (customer: KnownCustomer, isNew: boolean) => void;
  onBack: () => void;
};

export function RegistrationPage({
  providerId,
  typed: begun,
  known,
  onFound,
  onBack,
}: RegistrationPageProps) {
  const { t } = useTranslation(["customers", "common"]);
  const { providers } = useOffice();
  const onboard = useAction("customers.onboard");
  const doubts = useCall("customers.doubts", {});
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(begun);
  const [pictures, setPictures] = useState<Pictures>({});
  const [all, setAll] = useState(known !== null);
  const [problems, setProblems] = useState<Readonly<Record<string, FieldProblem>>>({});
  /** The gaps that the clerk has seen: a second press sends the form as it is. */
  const [seenGaps, setSeenGaps] = useState("");
  const [refused, setRefused] = useState<Reply | null>(null);
  const keeping = useRegistrationKeeping(typed, known === null && typed !== begun);
  const provider = providers.find(({ id }) => id === providerId);
  const refusedKey = keyNamed(refused?.field);
  const idNumber = (typed["id.idNumber"] ?? "").trim();
  const isInDoubt =
    refused?.outcome === "failed" &&
    (doubts.value?.doubts ?? []).some((doubt) => doubt.idNumber === idNumber);

  function focusOn(key: string): void {
    const fold = allFields.find((one) => one.key === key)?.isUsual === false;
    if (fold) setAll(true);
    // A field that was folded away is there only after the next picture.
    window.requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(key)}"]`)?.focus(),
    );
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    // What may have arrived is not sent again from here: it is looked up first.
    if (isInDoubt) return;
    setRefused(null);
    const found = problemsOf(typed);
    setProblems(found);
    const wrong = allFields.find(({ key }) => found[key] === "date");
    if (wrong !== undefined) return focusOn(wrong.key);
    const gaps = allFields.filter(({ key }) => found[key] === "missing").map(({ key }) => key);
    const [firstGap] = gaps;
    if (firstGap !== undefined && gaps.join() !== seenGaps) {
      setSeenGaps(gaps.join());
      return focusOn(firstGap);
    }
    const customer = customerOf(typed, pictures, known?.fields ?? null);
    const reply = await onboard.run({ providerId, customer });
    if (!reply.ok) return;
    doubts.again();
    const { outcome, customer: registered, field } = reply.value;
    if (outcome === "found" && registered !== undefined) {
      keeping.end();
      const idType = (typed["id.idType"] ?? "").trim();
      // The register answers with little more than its number: what was typed is what is known.
      const fields = { ...known?.fields, ...withoutPictures(customer), ...registered };
      onFound(
        {
          providerId,
          idType: idType === "" ? null : idType,
          idNumber: idNumber === "" ? null : idNumber,
          fields,
          // The side with the name: a lender takes one copy.
          idPicture: pictures["id.idFront"] ?? pictures["id.idBack"] ?? known?.idPicture,
        },
        true,
      );
      return;
    }
    setRefused(reply.value);
    const named = keyNamed(field);
    if (named !== null) focusOn(named);
  }

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape") onBack();
    else if (press.key === "Enter" && press.ctrlKey && !press.repeat) void submit();
    else return;
    press.preventDefault();
  }

  const gapCount = Object.values(problems).filter((problem) => problem === "missing").length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the whole form.
    <div onKeyDown={onKey}>
      <PageHeading lead={t("register.lead", { name: provider?.name ?? "" })}>
        {t(known === null ? "register.title" : "register.updateTitle")}
      </PageHeading>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <RegistrationFields
          typed={typed}
          pictures={pictures}
          all={all}
          problems={problems}
          refused={refusedKey === null ? null : { key: refusedKey, message: refused?.message ?? "" }}
          onTyped={(key, text) => {
            setTyped((now) => ({ ...now, [key]: text }));
            if (problems[key] !== undefined) setProblems(({ [key]: _solved, ...rest }) => rest);
          }}
          onPicture={(key, document) =>
            setPictures(({ [key]: _before, ...rest }) =>
              document === null ? rest : { ...rest, [key]: document },
            )
          }
        />
        {refused !== null && refused.outcome !== "found" && refusedKey === null && !isInDoubt && (
          <OutcomeNote outcome={refused.outcome} message={refused.message} onRegister={null} />
        )}
        {isInDoubt && (
          <section className={styles.outcome} data-tone="doubt" role="status">
            <h3>{t("register.inDoubt.title")}</h3>
            <p>{t("register.inDoubt.todo")}</p>
          </section>
        )}
        <ErrorNote error={onboard.error} again={onboard.again} />
        <div className={formStyles.formFoot}>
          {isInDoubt ? (
            <Button onClick={onBack}>{t("register.inDoubt.toDoubt")}</Button>
          ) : (
            <Button type="submit" loading={onboard.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t(known === null ? "register.send" : "register.sendUpdate")}
            </Button>
          )}
          <Button variant="default" onClick={() => setAll(!all)} aria-pressed={all}>
            {t(all ? "register.fewer" : "register.all")}
          </Button>
          <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
            {t("common:actions.back")}
          </Button>
          <Group gap="xs">
            {gapCount > 0 && <p className={formStyles.gaps}>{t("register.gaps", { count: gapCount })}</p>}
          </Group>
        </div>
      </form>
    </div>
  );
}

/** The page that follows shows facts and no pictures. */
function withoutPictures(customer: ReturnType<typeof customerOf>): ReturnType<typeof customerOf> {
  const details = customer["idDetails"];
  if (!Array.isArray(details)) return customer;
  return {
    ...customer,
    idDetails: details.map((entry) => {
      if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return entry;
      const { idFront: _front, idBack: _back, ...rest } = entry;
      return rest;
    }),
  };
}
