/** One payout: the lender is asked, the person is identified, the cash lies on the counter, the customer has it. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import type { CallValue } from "../../shared/api.ts";
import { useOffice } from "../app/office.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { CashOnCounter } from "./CashOnCounter.tsx";
import type { Paid } from "./PaidSlip.tsx";
import styles from "./Payout.module.css";
import { PersonAndCash } from "./PersonAndCash.tsx";
import { ReleaseCheck } from "./ReleaseCheck.tsx";
import { SettlePayout } from "./SettlePayout.tsx";

type Check = CallValue<"payouts.check">;
/** What was begun in front of this screen; the PIN stays in memory so that it is typed once. */
type Begun = { checkId: string; amountMinor: number; clientPin: string; clientName: string };

export type PayoutDeskProps = { loan: LoanView; onPaid: (paid: Paid) => void };

export function PayoutDesk({ loan, onPaid }: PayoutDeskProps) {
  const { t } = useTranslation("payout");
  const { currency } = useOffice();
  const [check, setCheck] = useState<Check | null>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  // Kept here: once it is settled the loan no longer has this payout, and the screen still shows what came of it.
  const [notTaken, setNotTaken] = useState<LoanView["payout"]>(null);

  const { payout } = loan;
  const onCounter =
    begun ??
    (payout?.state === "begun"
      ? {
          checkId: payout.checkId,
          amountMinor: payout.amountMinor,
          clientPin: "",
          clientName: loan.clientName ?? "",
        }
      : null);
  const stage = onCounter === null ? (check?.allowed === true ? "person" : "check") : "cash";
  const page = useViewFocus(stage);

  if (notTaken !== null)
    return (
      <SettlePayout
        loan={loan}
        payout={notTaken}
        interrupted={false}
        onPaid={onPaid}
        onBack={() => setNotTaken(null)}
      />
    );
  return (
    <div ref={page}>
      <PageHeading lead={t(`stage.${stage}`)}>{t("titleOf", { loanRef: loan.loanRef ?? "–" })}</PageHeading>
      {onCounter === null ? (
        <div className={styles.stages}>
          <ReleaseCheck loan={loan} check={check} onCheck={setCheck} />
          {check?.allowed === true && (
            <PersonAndCash
              key={check.checkId}
              loan={loan}
              check={check}
              currency={currency}
              onBegun={(clientPin) =>
                setBegun({
                  checkId: check.checkId,
                  amountMinor: check.amountMinor,
                  clientPin,
                  clientName: check.clientName,
                })
              }
            />
          )}
        </div>
      ) : (
        <CashOnCounter
          {...onCounter}
          currency={currency}
          onNotTaken={() => setNotTaken(payout)}
          onHandedOver={({ itemId, receiptNo }) =>
            onPaid({
              itemId,
              receiptNo,
              loanId: loan.loanId,
              loanRef: loan.loanRef ?? "",
              amountMinor: onCounter.amountMinor,
              clientName: onCounter.clientName,
              differenceMinor: null,
            })
          }
        />
      )}
    </div>
  );
}
