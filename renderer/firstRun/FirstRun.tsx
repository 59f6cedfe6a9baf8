/** The first minutes: training with one press, or setting up an office in four steps. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { usePerson } from "../bridge/session.ts";
import { type Step, Steps } from "../components/Steps.tsx";
import { AdminStep } from "./AdminStep.tsx";
import styles from "./FirstRun.module.css";
import { OfficeStep } from "./OfficeStep.tsx";
import { ProviderStep } from "./ProviderStep.tsx";
import { RecoveryStep } from "./RecoveryStep.tsx";
import { WelcomePage } from "./WelcomePage.tsx";

const steps = ["office", "admin", "provider", "recovery"] as const;
type SetupStep = (typeof steps)[number];

export type FirstRunProps = {
  office: SetupView;
  /** The office counts as ready before the last step: the gate waits until `onDone`. */
  onBegin: () => void;
  onDone: () => void;
};

/** The administrator exists but did not get through to signing in: that step is done again only if nobody is there. */
function firstStep(office: SetupView, signedIn: boolean): SetupStep {
  if (office.office === "") return "office";
  return office.staffExists && signedIn ? "provider" : "admin";
}

export function FirstRun({ office, onBegin, onDone }: FirstRunProps) {
  const { t } = useTranslation("setup");
  const signedIn = usePerson() !== null;
  const [step, setStep] = useState<SetupStep | null>(null);

  if (step === null) {
    return (
      <WelcomePage
        onOffice={() => {
          onBegin();
          setStep(firstStep(office, signedIn));
        }}
      />
    );
  }
  const at = steps.indexOf(step);
  const shown: Step[] = steps.map((name, index) => ({
    key: name,
    title: t(`steps.${name}`),
    state: index < at ? "done" : index === at ? "now" : "later",
  }));
  return (
    <div className={styles.setup}>
      <aside className={styles.side}>
        <Steps label={t("steps.label")} steps={shown} />
      </aside>
      <main className={styles.main}>
        {step === "office" && <OfficeStep office={office} onDone={() => setStep("admin")} />}
        {step === "admin" && <AdminStep onDone={() => setStep("provider")} />}
        {step === "provider" && <ProviderStep onDone={() => setStep("recovery")} />}
        {step === "recovery" && <RecoveryStep onDone={onDone} />}
      </main>
    </div>
  );
}
