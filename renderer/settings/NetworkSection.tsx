/** Whom the lines trust beside the well-known authorities: added by two people, removed by one. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrustedCertificate } from "../../shared/api/safety.ts";
import type { CallError } from "../../shared/errors.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import {
  type ApprovalDraft,
  ApprovalFields,
  approvalOf,
  isAboutApproval,
  noApproval,
} from "../components/ApprovalFields.tsx";
import { Busy } from "../components/Busy.tsx";
import { dayText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { Question } from "../components/Question.tsx";
import { SafetyNote } from "./SafetyNote.tsx";
import styles from "./Settings.module.css";

const DAY = 86_400_000;

export function NetworkSection() {
  const { t } = useTranslation("continuity");
  const person = usePerson();
  const safety = useCall("setup.safety", {});
  const distrust = useAction("setup.distrustCertificate");
  const [asked, setAsked] = useState<TrustedCertificate | null>(null);
  const isAdmin = person?.role === "admin";
  const certificates = safety.value?.certificates ?? [];

  async function remove(sha256: string): Promise<void> {
    await distrust.run({ sha256 });
    setAsked(null);
  }

  if (safety.loading) return <Busy />;
  return (
    <div className={styles.wideSection}>
      <p className={styles.text}>{t("network.text")}</p>
      {certificates.length === 0 ? (
        <p>{t("network.none")}</p>
      ) : (
        <ul className={styles.certificates} aria-label={t("network.list")}>
          {certificates.map((certificate) => (
            <li key={certificate.sha256} className={styles.block}>
              <Certificate certificate={certificate} />
              {isAdmin && (
                <Button variant="default" onClick={() => setAsked(certificate)}>
                  {t("network.remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <SafetyNote error={safety.error ?? distrust.error} />
      {isAdmin ? <AddCertificate /> : <p className={styles.soft}>{t("network.admin")}</p>}
      <section className={styles.block}>
        <h2>{t("network.proxy")}</h2>
        <p>{t("network.proxyText")}</p>
      </section>
      <Question
        open={asked !== null}
        title={t("network.removeAsk", { subject: asked?.subject ?? "" })}
        safe={{ verb: t("network.keep"), onChoose: () => setAsked(null) }}
        others={[
          {
            verb: t("network.remove"),
            kind: "danger",
            busy: distrust.busy,
            onChoose: () => void (asked !== null && remove(asked.sha256)),
          },
        ]}
      >
        <p>{t("network.removeText")}</p>
      </Question>
    </div>
  );
}

function Certificate({ certificate }: { certificate: TrustedCertificate }) {
  const { t } = useTranslation("continuity");
  const now = useNow(60_000);
  const { subject, issuer, validTo, sha256 } = certificate;
  const leftMs = Date.parse(validTo) - now;
  const day = dayText(validTo.slice(0, 10));
  return (
    <dl className={styles.facts}>
      <dt>{t("network.subject")}</dt>
      <dd>
        <b>{subject}</b>
      </dd>
      <dt>{t("network.issuer")}</dt>
      <dd>{issuer}</dd>
      <dt>{t("network.valid")}</dt>
      <dd>
        {leftMs > 0
          ? t("network.ends", { day, count: Math.floor(leftMs / DAY) })
          : t("network.ended", { day })}
      </dd>
      <dt>{t("network.fingerprint")}</dt>
      <dd className={styles.fingerprint}>{sha256.match(/.{1,4}/g)?.join(" ")}</dd>
    </dl>
  );
}

function AddCertificate() {
  const { t } = useTranslation("continuity");
  const errorWords = useErrorWords();
  const trust = useAction("setup.trustCertificates");
  const [approval, setApproval] = useState<ApprovalDraft>(noApproval);
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  const person = usePerson();
  const staff = useCall("staff.list", {}).value?.staff ?? [];
  const hasSecond = staff.some(
    ({ active, role, name }) => active && role !== "cashier" && name !== person?.name,
  );
  const { error } = trust;
  const aboutSecond = isAboutApproval(error);

  async function add(): Promise<void> {
    trust.reset();
    const picked = await window.counterfoil.files.pick({ purpose: "setup.trustCertificates" });
    setDialogError(picked.ok ? null : picked.error);
    const file = picked.ok ? picked.value.files[0] : undefined;
    if (file === undefined) return;
    const second = approvalOf(approval);
    const reply = await trust.run({
      path: file.token,
      ...(second === undefined ? {} : { approval: second }),
    });
    if (reply.ok) setApproval(noApproval);
  }

  return (
    <section className={styles.block}>
      <h2>{t("network.add")}</h2>
      <p className={styles.warning}>{t("network.danger")}</p>
      {hasSecond && (
        <ApprovalFields
          value={approval}
          onChange={setApproval}
          what="setup.trustCertificates"
          why={t("network.second")}
          error={error !== null && aboutSecond ? errorWords(error).sentence : undefined}
        />
      )}
      <Button variant="default" loading={trust.busy} onClick={() => void add()}>
        {t("in.choose")}
      </Button>
      {!aboutSecond && <SafetyNote error={error ?? dialogError} />}
      <p className={styles.result} role="status">
        {trust.value !== undefined &&
          t("network.added", { subject: trust.value.added.map(({ subject }) => subject).join("; ") })}
      </p>
    </section>
  );
}
