/** What can be done for this customer now: one clear action first, then what else the office has. */
import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { assertNever, type CallError } from "../../shared/errors.ts";
import { useProvider } from "../app/office.ts";
import { goTo, type Place } from "../app/place.ts";
import { call } from "../bridge/call.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { beginApplication } from "./applicationDraft.ts";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { idNumberOf, type KnownCustomer, nameOf } from "./customerValues.ts";
import { type NextAction, nextActions } from "./nextAction.ts";
import { typedOf } from "./registrationForm.ts";
import { useCounterLoans, useRepaid } from "./useCounterLoans.ts";

export type NextStepsProps = {
  customer: KnownCustomer;
  /** What this counter finds its own loans of the customer by. */
  text: string | null;
  /** A registration in doubt comes before everything else. */
  isInDoubt: boolean;
  onView: (view: CustomersView) => void;
};

/** More is seen in the list of loans. */
const MOST = 3;

export function NextSteps({ customer, text, isInDoubt, onView }: NextStepsProps) {
  const { t } = useTranslation(["customers", "states"]);
  const lender = useProvider("apply");
  const onboarding = useProvider("customerOnboarding");
  const accounts = useProvider("loanAccount");
  const letters = useProvider("noDuesLetter");
  const loans = useCounterLoans(text).value?.loans ?? [];
  const { repaid, due } = useRepaid();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const actions = nextActions({
    loans,
    repaid,
    due: letters === null ? [] : due,
    canApply: lender !== null,
  }).slice(0, MOST);
  const customerPin = idNumberOf(customer);
  const customerName = nameOf(customer.fields);

  /** A begun application is somebody's work: it is not thrown away without a question. */
  async function begin(isSure: boolean): Promise<void> {
    if (lender === null || busy) return;
    setBusy(true);
    setError(null);
    const kept = isSure ? null : await call("drafts.get", { form: "application" });
    const isBegun = kept?.ok === true && kept.value.fields !== null;
    const reply = isBegun ? null : await beginApplication(lender.id, customer);
    setBusy(false);
    setAsking(isBegun);
    if (reply?.ok === true) goTo({ at: "newLoan" });
    else if (reply?.ok === false) setError(reply.error);
  }

  function take(action: NextAction): void {
    const place = placeOf(action);
    if (place === null) void begin(false);
    else goTo(place);
  }

  function words(action: NextAction): ReactNode {
    switch (action.kind) {
      case "goOn":
        return t("next.goOn", {
          loanRef: action.loan.loanRef ?? "–",
          step: t(`states:next.${action.loan.step}`),
        });
      case "letter":
        return t("next.letterFor", { loanRef: action.loanRef });
      case "repay":
        return t("next.repay", { loanRef: action.loanRef });
      case "newLoan":
        return t("next.newLoanWith");
      default:
        return assertNever(action, "next action");
    }
  }

  return (
    <section className={styles.card}>
      <h2>{t("next.title")}</h2>
      <div className={styles.steps}>
        {actions.map((action, index) => (
          <Button
            key={keyOf(action)}
            fullWidth
            className={styles.step}
            loading={busy && action.kind === "newLoan"}
            variant={index === 0 && !isInDoubt ? "filled" : "default"}
            {...(index === 0 ? { "data-first-focus": true } : {})}
            onClick={() => take(action)}
          >
            {words(action)}
          </Button>
        ))}
        <ErrorNote error={error} />
      </div>
      <div className={styles.moreSteps}>
        {onboarding !== null && (
          <Button
            fullWidth
            size="sm"
            variant="default"
            onClick={() =>
              onView({
                at: "register",
                providerId: onboarding.id,
                typed: typedOf(customer.fields),
                known: customer,
              })
            }
          >
            {t("next.update")}
          </Button>
        )}
        {accounts !== null && (
          <Button
            fullWidth
            size="sm"
            variant="default"
            onClick={() =>
              goTo({
                at: "accounts",
                ...(customerPin === null ? {} : { customerPin }),
                ...(customerName === null ? {} : { customerName }),
              })
            }
          >
            {t("next.account")}
          </Button>
        )}
        {letters !== null && (
          <Button fullWidth size="sm" variant="default" onClick={() => goTo({ at: "letters" })}>
            {t("next.letter")}
          </Button>
        )}
      </div>
      <Question
        open={asking}
        title={t("next.askTitle")}
        safe={{ verb: t("next.askOpen"), onChoose: () => goTo({ at: "newLoan" }) }}
        others={[{ verb: t("next.askReplace"), kind: "danger", onChoose: () => void begin(true), busy }]}
      >
        <p>{t("next.askText")}</p>
      </Question>
    </section>
  );
}

/** Null for an application, which has to be begun first. */
function placeOf(action: NextAction): Place | null {
  switch (action.kind) {
    case "goOn":
      return { at: "loan", loanId: action.loan.loanId };
    case "letter":
      return { at: "letters", loanRef: action.loanRef };
    case "repay":
      return { at: "repayment", loanRef: action.loanRef };
    case "newLoan":
      return null;
    default:
      return assertNever(action, "next action");
  }
}

function keyOf(action: NextAction): string {
  return JSON.stringify(placeOf(action));
}
