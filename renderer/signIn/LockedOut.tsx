/** A name that is locked out: how long still, or a supervisor who opens it at this counter or from elsewhere. */
import { Button } from "@mantine/core";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffEntry } from "../../shared/api/people.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { leftText } from "../components/clockTexts.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { useNow } from "../components/now.ts";
import styles from "./SignInPage.module.css";

/** The core measures on its own clock: asked a moment too early, it would answer with one second more. */
const JUST_AFTER_MS = 300;

export type LockedOutProps = {
  name: string;
  lock: NonNullable<StaffEntry["lock"]>;
  /** Somebody here could open it before its time. */
  mayAsk: boolean;
  onLookAgain: () => void;
};

export function LockedOut({ name, lock, mayAsk, onLookAgain }: LockedOutProps) {
  const { t } = useTranslation("signIn");
  const errorWords = useErrorWords();
  const unlock = useAction("staff.unlock");
  const [approval, setApproval] = useState(noApproval);
  const [asking, setAsking] = useState(lock.needsSupervisor);
  const now = useNow(1000);
  const until = useMemo(() => new Date(Date.now() + lock.leftSeconds * 1000).toISOString(), [lock]);

  useEffect(() => {
    if (lock.needsSupervisor) return;
    const left = Math.max(0, Date.parse(until) - Date.now());
    const timer = window.setTimeout(onLookAgain, left + JUST_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [lock, until, onLookAgain]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const consent = approvalOf(approval);
    if (consent === undefined) return;
    await unlock.run({ name, approval: consent });
    setApproval({ ...approval, pin: "" });
  }

  const { error } = unlock;
  const isOwn = error !== null && (isAboutApproval(error) || error.code === "pinLocked");
  return (
    <form className={styles.entry} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.lockedOut} role="status">
        {lock.needsSupervisor ? t("blocked", { name }) : t("lockedFor", { name, left: leftText(until, now) })}
      </p>
      {asking ? (
        <>
          <ApprovalFields
            what="staff.unlock"
            focused
            value={approval}
            onChange={setApproval}
            error={isOwn ? errorWords(error).sentence : undefined}
          />
          {!isOwn && <ErrorNote error={error} again={unlock.again} />}
          <Button type="submit" size="lg" fullWidth loading={unlock.busy}>
            {t("unlock", { name })}
          </Button>
        </>
      ) : (
        mayAsk && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("ask")}
          </Button>
        )
      )}
    </form>
  );
}
