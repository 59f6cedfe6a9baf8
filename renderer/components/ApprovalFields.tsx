/** A second person's name and PIN, for one item. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Approval } from "../../shared/api/values.ts";
import type { CallError } from "../../shared/errors.ts";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import styles from "./ApprovalFields.module.css";
import { TextField } from "./TextField.tsx";

/** Starts empty: `{ name: "", pin: "" }`. */
export type ApprovalDraft = Approval;

export const noApproval: ApprovalDraft = { name: "", pin: "" };

/** Null until both are typed, so that a call without consent is not made with an empty one. */
export function approvalOf(draft: ApprovalDraft): Approval | undefined {
  return draft.name.trim() === "" || draft.pin === ""
    ? undefined
    : { name: draft.name.trim(), pin: draft.pin };
}

/** True where the refusal is about the second person: show it here (`error`) and not elsewhere. */
export function isAboutApproval(error: CallError | null): boolean {
  return (
    error !== null &&
    (["approvalNeeded", "approvalBySamePerson"].includes(error.code) ||
      (error.field?.startsWith("approval") ?? false))
  );
}

export function ApprovalFields(props: {
  value: ApprovalDraft;
  onChange: (value: ApprovalDraft) => void;
  /** The sentence of a refused approval. */
  error?: string | undefined;
  why?: string;
}) {
  const { value, onChange, error, why } = props;
  const { t } = useTranslation("common");
  const person = usePerson();
  const names = useId();
  const staff = useCall("staff.list", {}).value?.staff ?? [];
  const others = staff.filter(
    ({ active, role, name }) => active && role !== "cashier" && name !== person?.name,
  );
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.title}>{t("approval.title")}</legend>
      <p className={styles.why}>{why ?? t("approval.why")}</p>
      <div className={styles.row}>
        <TextField
          label={t("approval.name")}
          value={value.name}
          list={names}
          maxLength={80}
          onChange={(change) => onChange({ ...value, name: change.currentTarget.value })}
        />
        <TextField
          label={t("approval.pin")}
          secret
          inputMode="numeric"
          value={value.pin}
          maxLength={40}
          error={error}
          onChange={(change) => onChange({ ...value, pin: change.currentTarget.value })}
        />
      </div>
      <datalist id={names}>
        {others.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </fieldset>
  );
}
