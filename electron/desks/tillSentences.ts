/** One English sentence for each entry about the till and its disputes. */
import { decimalTextFromMinor as money } from "../../shared/money.ts";
import type { Row } from "../journal/rows.ts";

/** Null for an entry about something else. */
export function aboutTill(row: Row): string | null {
  switch (row.kind) {
    case "till.opened":
      return `The till was opened with ${money(row.payload.floatMinor)}.`;
    case "till.moved":
      return `Cash ${row.payload.direction}: ${money(row.payload.amountMinor)} (${row.payload.reason}).`;
    case "till.counted": {
      const { number, countedMinor, expectedMinor } = row.payload;
      const what = number === 1 ? "The drawer was counted" : `The drawer was counted again (${number})`;
      return `${what}: ${money(countedMinor)} counted, ${money(expectedMinor)} expected.`;
    }
    case "till.closed": {
      const { countedMinor, expectedMinor, carriedOver = [] } = row.payload;
      const carried = carriedOver.length === 0 ? "" : ` Carried over: ${carriedOver.length}.`;
      return `The till was closed: ${money(countedMinor)} counted, ${money(expectedMinor)} expected.${carried}`;
    }
    case "till.transferred": {
      const { amountMinor, place, name, slipNo } = row.payload;
      return `${money(amountMinor)} left the drawer for ${place === "safe" ? `the safe (${name})` : `till ${name}`}, slip ${slipNo}.`;
    }
    case "till.transferEnded": {
      const { amountMinor, result, installation, approvedBy, reason } = row.payload;
      if (result === "cameBack") return `${money(amountMinor)} under way came back: ${reason ?? ""}.`;
      return `${money(amountMinor)} under way was accepted by ${installation ?? approvedBy ?? "somebody to be named"}.`;
    }
    case "till.transferReceived":
      return `${money(row.payload.amountMinor)} came from installation ${row.payload.fromInstallation}, its slip ${row.payload.fromNumber}.`;
    case "till.partnerBalanceSet":
      return `The balance with ${row.payload.providerId} was entered as ${money(row.payload.balanceMinor)}: ${row.payload.note}`;
    case "till.newsSeen":
      return `${row.payload.name} has seen what others changed up to entry ${row.payload.upTo}.`;
    case "dispute.opened":
      return `A dispute was opened (${row.payload.about}), its evidence is ${row.payload.fileName}: ${row.payload.note}`;
    case "dispute.saved":
      return `The evidence of ${row.payload.disputeId} was saved as a file.`;
    default:
      return null;
  }
}
