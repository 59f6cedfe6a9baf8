/** The office's limits, each with what it means and what is usual. */
import { Button, Group, Switch } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { defaultLimits } from "../../shared/limits.ts";
import { formatMinor } from "../../shared/money.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { AmountField } from "../components/AmountField.tsx";
import {
  ApprovalFields,
  approvalOf,
  approvalProblem,
  isAboutApproval,
  noApproval,
} from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { allLimits, type LimitFact, limitGroups, readLimit, type ShownLimit, typedLimit } from "./limits.ts";
import { Saved } from "./OfficeSection.tsx";
import styles from "./Settings.module.css";

type Typed = Partial<Record<ShownLimit, string>>;

function typedAll(limits: SetupView["limits"]): Typed {
  return Object.fromEntries(
    allLimits.map((fact) => [fact.name, typedLimit(fact, limits[fact.name] ?? defaultLimits[fact.name])]),
  );
}

export function LimitsSection({ office }: { office: SetupView }) {
  const { t } = useTranslation(["settings", "common"]);
  const save = useAction("setup.saveLimits");
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>(() => typedAll(office.limits));
  const [tried, setTried] = useState(false);
  const [approval, setApproval] = useState(noApproval);
  /** The core has asked for a second person. */
  const [askedTwo, setAskedTwo] = useState(false);
  const errorWords = useErrorWords();
  const aboutTwo = isAboutApproval(save.error);
  const problem = approvalProblem(save.error);
  const stored = (name: ShownLimit) => office.limits[name] ?? defaultLimits[name];
  const changed = allLimits.filter((fact) => readLimit(fact, typed[fact.name] ?? "") !== stored(fact.name));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const limits: Partial<Record<ShownLimit, number>> = {};
    for (const fact of changed) {
      const value = readLimit(fact, typed[fact.name] ?? "");
      if (value === null) {
        const index = allLimits.indexOf(fact);
        form.current?.querySelectorAll("input")[index]?.focus();
        return;
      }
      limits[fact.name] = value;
    }
    const consent = approvalOf(approval);
    const reply = await save.run({ limits, ...(consent === undefined ? {} : { approval: consent }) });
    if (reply.ok) {
      setTyped(typedAll(reply.value.limits));
      setApproval(noApproval);
      setAskedTwo(false);
    } else if (isAboutApproval(reply.error)) setAskedTwo(true);
  }

  return (
    <form ref={form} className={styles.wideSection} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.text}>{t("limits.text")}</p>
      {limitGroups.map(({ group, limits }) => (
        <fieldset key={group} className={styles.limits}>
          <legend>{t(`limits.groups.${group}`)}</legend>
          {limits.map((fact) => (
            <LimitField
              key={fact.name}
              fact={fact}
              currency={office.currency}
              typed={typed[fact.name] ?? ""}
              tried={tried}
              onTyped={(text) => {
                setTyped({ ...typed, [fact.name]: text });
                if (save.value !== undefined) save.reset();
              }}
            />
          ))}
        </fieldset>
      ))}
      {askedTwo && (
        <ApprovalFields
          what="setup.limits"
          value={approval}
          onChange={setApproval}
          focused
          error={problem === null ? undefined : errorWords(problem).sentence}
        />
      )}
      {!aboutTwo && <ErrorNote error={save.error} again={save.again} />}
      <Group className={styles.foot ?? ""}>
        <Button type="submit" loading={save.busy} disabled={changed.length === 0}>
          {t("common:actions.save")}
        </Button>
        <span className={styles.soft}>
          {changed.length === 0 ? t("limits.unchanged") : t("limits.changed", { count: changed.length })}
        </span>
        <Saved shown={save.value !== undefined && changed.length === 0} />
      </Group>
    </form>
  );
}

type LimitFieldProps = {
  fact: LimitFact;
  currency: string;
  typed: string;
  tried: boolean;
  onTyped: (typed: string) => void;
};

function LimitField({ fact, currency, typed, tried, onTyped }: LimitFieldProps) {
  const { t } = useTranslation("settings");
  const { name, unit } = fact;
  const language = useLanguage();
  const usual =
    unit === "amount" ? formatMinor(defaultLimits[name], language) : typedLimit(fact, defaultLimits[name]);
  if (unit === "yesNo")
    return (
      <div className={styles.limit}>
        <Switch
          label={t(`limits.names.${name}`)}
          checked={typed === "1"}
          onChange={(change) => onTyped(change.currentTarget.checked ? "1" : "0")}
        />
        <p className={styles.soft}>{t(`limits.meaning.${name}`)}</p>
      </div>
    );
  const unitWords = unit === "amount" ? currency : t(`limits.units.${unit}`);
  const wrong = tried && readLimit(fact, typed) === null;
  return (
    <div className={styles.limit}>
      {unit === "amount" ? (
        <AmountField
          size="plain"
          label={t(`limits.names.${name}`)}
          currency={currency}
          typed={typed}
          onTyped={onTyped}
          tried={tried}
        />
      ) : (
        <TextField
          label={t(`limits.names.${name}`)}
          inputMode="decimal"
          maxLength={10}
          value={typed}
          error={wrong ? t("limits.wrong") : undefined}
          onChange={(change) => onTyped(change.currentTarget.value)}
          rightSection={<span className={styles.unit}>{unitWords}</span>}
          rightSectionWidth={96}
          rightSectionPointerEvents="none"
        />
      )}
      <p className={styles.soft}>
        {t(`limits.meaning.${name}`)} {t("limits.usual", { usual, unit: unitWords })}
      </p>
    </div>
  );
}
