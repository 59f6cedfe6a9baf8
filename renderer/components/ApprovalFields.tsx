/** A second person's consent for one item: with the PIN here, with a one-time code from elsewhere, or signed later. */
import { Checkbox, Radio } from "@mantine/core";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { StaffEntry } from "../../shared/api/people.ts";
import type { Approval } from "../../shared/api/values.ts";
import { type ApprovalAct, maySignLater } from "../../shared/approvals.ts";
import type { CallError } from "../../shared/errors.ts";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import styles from "./ApprovalFields.module.css";
import { TextField } from "./TextField.tsx";

type ApprovalWay = "pin" | "code" | "later";

/** Starts as `noApproval`. `pin` holds what the second person typed: the PIN, or the one-time code. */
export type ApprovalDraft = { way: ApprovalWay; name: string; pin: string };

export const noApproval: ApprovalDraft = { way: "pin", name: "", pin: "" };

/** Undefined until it is complete, so that a call without consent is not made with an empty one. */
export function approvalOf({ way, name, pin }: ApprovalDraft): Approval | undefined {
  if (way === "later") return { later: true };
  const who = name.trim();
  if (who === "" || pin.trim() === "") return undefined;
  return way === "code" ? { name: who, code: pin.trim() } : { name: who, pin };
}

/** True where the refusal is about the second person: show it here (`error`) and not elsewhere. */
export function isAboutApproval(error: CallError | null): boolean {
  return (
    error !== null &&
    (["approvalNeeded", "approvalBySamePerson"].includes(error.code) ||
      (error.field?.startsWith("approval") ?? false))
  );
}

/** What to say beside the fields: that a second person is needed at all is said by the fields themselves. */
export function approvalProblem(error: CallError | null): CallError | null {
  return isAboutApproval(error) && error?.code !== "approvalNeeded" ? error : null;
}

/** Who may approve what the signed-in person does. */
function useOthers(): { known: boolean; others: readonly StaffEntry[] } {
  const person = usePerson();
  const staff = useCall("staff.list", {}).value?.staff;
  const others = (staff ?? []).filter(
    ({ active, role, name }) => active && role !== "cashier" && name !== person?.name,
  );
  return { known: staff !== undefined, others };
}

export type ApprovalFieldsProps = {
  value: ApprovalDraft;
  onChange: (value: ApprovalDraft) => void;
  /** What exactly is approved: it says so, and whether it may be signed later hangs on it. */
  what?: ApprovalAct;
  /** The sentence of a refused approval. */
  error?: string | undefined;
  why?: string;
  /** The fields come in because they are needed now: the focus goes to them. */
  focused?: boolean;
};

export function ApprovalFields({ value, onChange, what, error, why, focused = false }: ApprovalFieldsProps) {
  const { t } = useTranslation(["approvals", "common"]);
  const { known, others } = useOthers();
  const alone = known && others.length === 0;
  const mayWait = alone && what !== undefined && maySignLater(what);
  const fields = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    if (focused && known) fields.current?.querySelector<HTMLElement>('input:not([type="radio"])')?.focus();
  }, [focused, known]);

  return (
    <fieldset ref={fields} className={styles.fields}>
      <legend className={styles.title}>{t("common:approval.title")}</legend>
      {what !== undefined && <p className={styles.what}>{t("about", { what: t(`acts.${what}`) })}</p>}
      {mayWait ? (
        <>
          <p className={styles.why}>{t("laterText")}</p>
          <Checkbox
            label={t("ways.later")}
            checked={value.way === "later"}
            error={error}
            onChange={(change) => onChange({ ...value, way: change.currentTarget.checked ? "later" : "pin" })}
          />
        </>
      ) : alone ? (
        <>
          <p className={styles.why}>{t("alone")}</p>
          {error !== undefined && (
            <p className={styles.problem} role="alert">
              {error}
            </p>
          )}
        </>
      ) : (
        <ByName value={value} onChange={onChange} others={others} error={error} why={why} />
      )}
    </fieldset>
  );
}

type ByNameProps = Pick<ApprovalFieldsProps, "value" | "onChange" | "error" | "why"> & {
  others: readonly StaffEntry[];
};

function ByName({ value, onChange, others, error, why }: ByNameProps) {
  const { t } = useTranslation(["approvals", "common"]);
  const names = useId();
  const isCode = value.way === "code";
  const offered = isCode ? others.filter(({ hasCodes }) => hasCodes) : others;
  const text = isCode ? t(offered.length === 0 ? "noCodes" : "codeWhy") : (why ?? t("common:approval.why"));
  return (
    <>
      <Radio.Group
        label={t("ways.label")}
        value={value.way}
        onChange={(next) => onChange({ ...value, way: next === "code" ? "code" : "pin", pin: "" })}
      >
        <div className={styles.ways}>
          <Radio value="pin" label={t("ways.pin")} />
          <Radio value="code" label={t("ways.code")} />
        </div>
      </Radio.Group>
      <p className={styles.why}>{text}</p>
      <div className={styles.row}>
        <TextField
          label={t("common:approval.name")}
          value={value.name}
          list={names}
          maxLength={80}
          onChange={(change) => onChange({ ...value, name: change.currentTarget.value })}
        />
        <TextField
          label={isCode ? t("code") : t("common:approval.pin")}
          secret={!isCode}
          inputMode="numeric"
          value={value.pin}
          maxLength={40}
          error={error}
          onChange={(change) => onChange({ ...value, pin: change.currentTarget.value })}
        />
      </div>
      <datalist id={names}>
        {offered.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
