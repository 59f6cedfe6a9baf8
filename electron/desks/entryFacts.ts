/** The facts of one journal entry, out of its payload: what a reader wants to know beyond amount, receipt and loan. */
import type { EntryFact } from "../../shared/entryFacts.ts";
import type { FactName } from "../../shared/factWords.ts";
import type { Row } from "../journal/rows.ts";

/** What is not known or was left empty is not said. */
const text = (name: FactName, value: string | number | null | undefined): EntryFact[] =>
  value === null || value === undefined || value === "" ? [] : [{ name, text: String(value) }];

const amount = (name: FactName, amountMinor: number | null): EntryFact[] =>
  amountMinor === null ? [] : [{ name, amountMinor }];

const word = (name: FactName, value: string | null): EntryFact[] =>
  value === null ? [] : [{ name, word: value }];

const act = (what: string): EntryFact => ({ name: "act", act: what });

/** What should have been there; what was counted is the entry's own amount. */
const compared = (countedMinor: number, expectedMinor: number): EntryFact[] => [
  ...amount("expected", expectedMinor),
  ...(countedMinor === expectedMinor ? [] : amount("difference", countedMinor - expectedMinor)),
];

/** Only a refusal is in the other side's words; what else is kept with an answer is the program's own, in English. */
const refusalText = ({ outcome, message }: { outcome: string; message: string | null }): EntryFact[] =>
  outcome === "refused" ? text("said", message) : [];

function aboutOffice(row: Row): EntryFact[] {
  switch (row.kind) {
    case "setup.installed":
      return [
        ...text("installation", row.payload.installationId),
        ...text("version", row.payload.appVersion),
      ];
    case "setup.saved":
      return [
        ...text("office", row.payload.office),
        ...text("till", row.payload.till),
        ...text("currency", row.payload.currency),
      ];
    case "setup.limits":
      return Object.entries(row.payload.limits).flatMap(([limit, value]) =>
        value === undefined ? [] : [{ limit, value }],
      );
    case "setup.providerSaved":
      return [...text("system", row.payload.name), ...text("address", row.payload.baseUrl)];
    case "setup.scannerSaved":
      return text("device", row.payload.name);
    case "setup.scannerRemoved":
      return text("device", row.payload.id);
    case "setup.printerChosen":
      return text("printer", row.payload.printer);
    case "setup.backedUp":
      return text("entries", row.payload.entries);
    case "setup.dataAccepted":
      return text("note", row.payload.note);
    case "setup.certificateTrusted":
      return [...text("certificate", row.payload.subject), ...text("approvedBy", row.payload.approvedBy)];
    case "setup.renumbered":
      return text("installation", row.payload.installationId);
    case "setup.carriedOut":
      return text("payments", row.payload.items);
    case "setup.carriedIn":
      return [...text("from", row.payload.fromInstallation), ...text("payments", row.payload.items)];
    case "courier.credentialsRefused":
    case "courier.credentialsRenewed":
      return text("system", row.payload.providerId);
    case "courier.sendingOff":
      return text("reason", row.payload.reason);
    case "courier.sendingOn":
      return text("note", row.payload.note);
    case "journal.exported":
      return text("entries", row.payload.entries);
    case "paper.printing":
      return text("printer", row.payload.printer);
    case "paper.printed":
      return [...word("result", row.payload.result), ...text("said", row.payload.message)];
    default:
      return [];
  }
}

function aboutPeople(row: Row): EntryFact[] {
  switch (row.kind) {
    case "staff.saved":
      return [
        ...text("person", row.payload.name),
        ...word("role", row.payload.active ? row.payload.role : "left"),
      ];
    case "staff.pinSet":
    case "staff.language":
    case "staff.unlocked":
    case "staff.codesEnrolled":
    case "staff.codesForgotten":
      return text("person", row.payload.name);
    case "staff.signedOut":
      return word("because", row.payload.because);
    case "staff.refused":
      return [...text("person", row.payload.name), ...text("inARow", row.payload.failures)];
    case "staff.approved":
      return [
        ...text("approvedBy", row.payload.name),
        act(row.payload.what),
        ...word("way", row.payload.by ?? null),
      ];
    case "approval.deferred":
      return [act(row.payload.what)];
    case "approval.signed":
      return [
        act(row.payload.what),
        ...text("person", row.payload.actedBy),
        ...text("note", row.payload.note),
      ];
    default:
      return [];
  }
}

function aboutTill(row: Row): EntryFact[] {
  switch (row.kind) {
    case "till.moved":
      return [...word("direction", row.payload.direction), ...text("reason", row.payload.reason)];
    case "till.counted":
      return [
        ...text("countNumber", row.payload.number),
        ...compared(row.payload.countedMinor, row.payload.expectedMinor),
      ];
    case "till.closed": {
      const { countedMinor, expectedMinor, note, approvedBy, carriedOver = [] } = row.payload;
      return [
        ...compared(countedMinor, expectedMinor),
        ...text("reason", note),
        ...text("approvedBy", approvedBy),
        ...(carriedOver.length === 0 ? [] : text("carriedOver", carriedOver.length)),
      ];
    }
    case "till.transferred":
      return [
        ...text(row.payload.place === "safe" ? "toSafe" : "toTill", row.payload.name),
        ...text("slip", row.payload.slipNo),
      ];
    case "till.transferEnded": {
      const { result, installation, approvedBy, reason, amountMinor } = row.payload;
      return [
        ...word("result", result),
        ...amount("amount", amountMinor),
        ...text("installation", installation),
        ...text("approvedBy", approvedBy),
        ...text("reason", reason),
      ];
    }
    case "till.transferReceived":
      return [...text("from", row.payload.fromInstallation), ...text("slip", row.payload.slipNo)];
    case "till.partnerBalanceSet":
      return [
        ...text("system", row.payload.providerId),
        ...amount("balance", row.payload.balanceMinor),
        ...text("note", row.payload.note),
      ];
    case "till.newsSeen":
      return text("upTo", row.payload.upTo);
    case "dispute.opened":
      return [
        ...word("about", row.payload.about),
        ...text("file", row.payload.fileName),
        ...text("note", row.payload.note),
      ];
    case "dispute.saved":
      return text("dispute", row.payload.disputeId);
    default:
      return [];
  }
}

function aboutPayment(row: Row): EntryFact[] {
  switch (row.kind) {
    case "repayment.captured":
      return row.payload.offline ? word("line", "offline") : [];
    case "payout.checked":
      return word("allowed", row.payload.allowed ? "yes" : "no");
    case "payout.begun":
      return text("approvedBy", row.payload.approvedBy);
    case "payout.notHandedOver":
    case "payout.settled":
      return [
        ...amount("counted", row.payload.countedMinor),
        ...compared(row.payload.countedMinor, row.payload.expectedMinor),
        ...text("approvedBy", row.payload.approvedBy),
      ];
    case "item.held":
      return word("reason", row.payload.reason);
    case "item.released":
      return [
        ...word("reason", row.payload.waives),
        ...text("note", row.payload.note),
        ...text("approvedBy", row.payload.approvedBy),
      ];
    case "item.armed":
      return text("attempt", row.payload.attempt);
    case "item.answered":
      return [...word("result", row.payload.outcome), ...refusalText(row.payload)];
    case "item.read": {
      const { verdict } = row.payload;
      return [
        ...word("state", verdict.to),
        ...("certainty" in verdict ? word("certainty", verdict.certainty) : []),
        ...("reason" in verdict ? word("reason", verdict.reason) : []),
      ];
    }
    case "item.resolved":
      return [
        ...word("decision", row.payload.decision),
        ...text("note", row.payload.note),
        ...text("approvedBy", row.payload.approvedBy),
      ];
    case "item.voided":
      return [...text("reason", row.payload.reason), ...text("approvedBy", row.payload.approvedBy)];
    case "item.givenBack":
      return [...text("slip", row.payload.slipNo), ...text("approvedBy", row.payload.approvedBy)];
    case "item.carriedIn":
      return text("from", row.payload.fromInstallation);
    default:
      return [];
  }
}

function aboutLoan(row: Row): EntryFact[] {
  switch (row.kind) {
    case "loan.answered":
      return [...word("result", row.payload.outcome), ...refusalText(row.payload)];
    case "loan.doubtDecided":
    case "customer.doubtDecided":
      return [...word("decision", row.payload.decision), ...text("note", row.payload.note)];
    case "loan.checked":
      return text("said", row.payload.said);
    case "loan.uploadEnded":
    case "loan.cancelAnswered":
      return word("result", row.payload.result);
    case "loan.cancelling":
      return text("reason", row.payload.reason);
    case "loan.frozen":
      return word("reason", row.payload.because);
    case "loan.unfrozen":
      return text("note", row.payload.note);
    case "customer.onboardingAnswered":
    case "account.answered":
      return word("result", row.payload.result);
    case "account.settled":
      return text("note", row.payload.note);
    default:
      return [];
  }
}

export function entryFacts(row: Row): EntryFact[] {
  return [
    ...aboutOffice(row),
    ...aboutPeople(row),
    ...aboutTill(row),
    ...aboutPayment(row),
    ...aboutLoan(row),
  ];
}
