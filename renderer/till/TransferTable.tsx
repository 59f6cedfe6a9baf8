/** Transfers as a short list: slip, way, state and sum. */
import { useTranslation } from "react-i18next";
import type { TransferView } from "../../shared/api/transfers.ts";
import { Money } from "../components/Money.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import narrow from "./NarrowList.module.css";
import styles from "./Till.module.css";
import type { TillView } from "./tillView.ts";

/** "to the safe: office", "to till Tirana 3", "from Tirana 1". */
export function useTransferWay(): (transfer: TransferView) => string {
  const { t } = useTranslation("transfers");
  return ({ direction, place, name }) =>
    direction === "in" ? t("in", { name }) : t(`out.${place}`, { name });
}

export type TransferListProps = {
  transfers: readonly TransferView[];
  onView: (view: TillView) => void;
};

/** On a report, where nothing is opened. */
export function TransferTable({ transfers }: { transfers: readonly TransferView[] }) {
  const { t } = useTranslation("transfers");
  const wayOf = useTransferWay();
  return (
    <table className={styles.openTable}>
      <tbody>
        {transfers.map((transfer) => (
          <tr key={transfer.transferId}>
            <td>{transfer.slipNo}</td>
            <td>{wayOf(transfer)}</td>
            <td>
              <TransferState transfer={transfer} />
            </td>
            <td>
              <TimeAgo at={transfer.at} />, {transfer.by}
            </td>
            <td data-end>
              <Money amountMinor={transfer.amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
      <caption className={styles.hidden}>{t("title")}</caption>
    </table>
  );
}

/** In a narrow place: number and amount, way and state beneath. */
export function TransferList({ transfers, onView }: TransferListProps) {
  const wayOf = useTransferWay();
  return (
    <ul className={narrow.narrowList}>
      {transfers.map((transfer) => (
        <li key={transfer.transferId}>
          <button type="button" onClick={() => onView({ at: "transfer", transferId: transfer.transferId })}>
            {transfer.slipNo}
          </button>
          <Money amountMinor={transfer.amountMinor} />
          <span>{wayOf(transfer)}</span>
          <TransferState transfer={transfer} />
        </li>
      ))}
    </ul>
  );
}

export function TransferState({ transfer: { state, endedBy } }: { transfer: TransferView }) {
  const { t } = useTranslation("transfers");
  const word = t(`state.${state}`);
  return (
    <span className={styles.transferState} data-state={state}>
      {state === "underWay" || endedBy === null ? word : t("ended", { state: word, name: endedBy })}
    </span>
  );
}
