/** One loan at another lender with everything that was told about it; what was not told is not shown. */
import { useTranslation } from "react-i18next";
import type { ServedLoan } from "../../shared/api/customers.ts";
import { shownDay } from "./customerValues.ts";
import { Facts } from "./Facts.tsx";

export function ServedLoanFacts({ loan }: { loan: ServedLoan }) {
  const { t } = useTranslation("customers");
  const day = (text: string | null) => (text === null ? null : shownDay(text));
  return (
    <Facts
      facts={[
        [t("served.accepted"), day(loan.acceptedAt)],
        [t("served.created"), day(loan.createdAt)],
        [t("served.tenure"), loan.tenureDays === null ? null : t("served.days", { count: loan.tenureDays })],
        [t("served.interest"), loan.interestPercent === null ? null : `${loan.interestPercent} %`],
        [t("served.offer"), loan.offerId],
        [t("served.channel"), loan.channelCode],
        [t("served.customerId"), loan.customerId ?? null],
        [t("served.terms"), loan.terms],
      ]}
    />
  );
}
