/** One English sentence for a journal entry, out of its plain facts; it never holds personal data, as rows hold none. */
import { decimalTextFromMinor } from "../../shared/money.ts";
import type { Row, RowPayload } from "../journal/rows.ts";
import { aboutTill } from "./tillSentences.ts";

interface EntryFacts {
  receiptNo: string | null;
  loanRef: string | null;
  amountMinor: number | null;
}

const money = (minor: number | null) => (minor === null ? "an unknown amount" : decimalTextFromMinor(minor));

/** "customer.onboardingAnswered" gives "Customer: onboarding answered." */
function wordsOf(kind: string): string {
  const [room = "", what = ""] = kind.split(".");
  const words = what.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${room.charAt(0).toUpperCase()}${room.slice(1)}: ${words}.`;
}

function printingSentence({ what, printer, copies, copy, subjectId }: RowPayload<"paper.printing">): string {
  const pieces = copies === 1 ? "" : `, ${copies} copies`;
  const again = copy ? " again, marked as a copy" : "";
  return `A ${what} went to ${printer ?? "the computer's own printer"}${again}${pieces} (${subjectId}).`;
}

function printedSentence({ result, printer, message, codes }: RowPayload<"paper.printed">): string {
  const where = printer === null || printer === "" ? "" : ` by ${printer}`;
  const coded = codes === undefined ? "" : ` Pages with our code: ${codes}.`;
  return `The paper was ${result}${where}.${message === null ? "" : ` ${message}`}${coded}`;
}

/** "retentionDays 365, idleLockSeconds 300": what they are now, so that nobody has to ask. */
function limitsText(limits: Partial<Record<string, number>>): string {
  return Object.entries(limits)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

function aboutOffice(row: Row): string | null {
  switch (row.kind) {
    case "setup.installed":
      return `Counterfoil ${row.payload.appVersion} was set up as installation ${row.payload.installationId}.`;
    case "setup.saved":
      return `The office is ${row.payload.office}, till ${row.payload.till}, in ${row.payload.currency}.`;
    case "setup.limits":
      return `Limits were changed: ${limitsText(row.payload.limits)}.`;
    case "setup.providerSaved":
      return `Provider ${row.payload.name} was saved with the address ${row.payload.baseUrl}.`;
    case "setup.scannerSaved":
      return `Scanner ${row.payload.name} was saved.`;
    case "setup.scannerRemoved":
      return `Scanner ${row.payload.id} was removed.`;
    case "setup.printerChosen":
      return `${row.payload.printer ?? "The computer's own printer"} takes every ${row.payload.use} from now on (${row.payload.paper}).`;
    case "paper.printing":
      return printingSentence(row.payload);
    case "paper.printed":
      return printedSentence(row.payload);
    case "setup.recoveryCodeShown":
      return "The recovery code was shown.";
    case "setup.backedUp":
      return `A backup of ${row.payload.entries} entries was made.`;
    case "setup.dataAccepted":
      return `A person accepted the data as they are (${row.payload.problem}): ${row.payload.note}`;
    case "setup.unlocked":
      return "The till was opened with the recovery code.";
    case "setup.carriedOut":
      return `Unsettled work (${row.payload.items} items) was set apart for another computer.`;
    case "setup.carryFileWritten":
      return "The file with the work for another computer was written.";
    case "setup.carriedIn":
      return `The unsettled work of installation ${row.payload.fromInstallation} (${row.payload.items} items) was taken in.`;
    case "staff.saved":
      return row.payload.active
        ? `${row.payload.name} works here as ${row.payload.role}.`
        : `${row.payload.name} no longer works here.`;
    case "staff.pinSet":
      return `${row.payload.name} got a new PIN.`;
    case "staff.signedIn":
      return `${row.payload.name} signed in.`;
    case "staff.signedOut":
      return `${row.payload.name} signed out (${row.payload.because}).`;
    case "staff.refused":
      return `A wrong PIN for ${row.payload.name}, ${row.payload.failures} in a row.`;
    case "staff.approved":
      return row.payload.by === "code"
        ? `${row.payload.name} approved ${row.payload.what} of ${row.payload.itemId} for ${row.actor}, with a one-time code.`
        : `${row.payload.name} approved ${row.payload.what} of ${row.payload.itemId} for ${row.actor}.`;
    case "staff.unlocked":
      return `${row.actor} opened the locked name ${row.payload.name} again.`;
    case "staff.codesEnrolled":
      return `The telephone of ${row.payload.name} gives one-time codes.`;
    case "staff.codesForgotten":
      return `The telephone of ${row.payload.name} gives no more one-time codes.`;
    case "approval.deferred":
      return `${row.actor} was alone: ${row.payload.what} of ${row.payload.itemId} is to be signed.`;
    case "approval.signed":
      return `${row.actor} signed for ${row.payload.what} of ${row.payload.itemId} by ${row.payload.actedBy}.`;
    case "journal.exported":
      return row.payload.withPeople === true
        ? `The journal was exported as ${row.payload.format} with customers' data, ${row.payload.entries} entries.`
        : `The journal was exported as ${row.payload.format}, ${row.payload.entries} entries.`;
    default:
      return null;
  }
}

function aboutMoney(row: Row, { receiptNo, loanRef, amountMinor }: EntryFacts): string | null {
  const what = `${receiptNo ?? "the item"}, ${money(amountMinor)} for loan ${loanRef ?? "unknown"}`;
  switch (row.kind) {
    case "repayment.captured":
      return `Repayment taken${row.payload.offline ? " offline" : ""}: ${what}.`;
    case "payout.begun":
      return `Payout of ${money(amountMinor)} begun.`;
    case "payout.handedOver":
      return `Cash handed over: ${what}.`;
    case "payout.notHandedOver":
      return "A person said that the customer did not get the cash.";
    case "item.held":
      return `Held (${row.payload.reason}): ${what}.`;
    case "item.released":
      return `Released: ${what}.`;
    case "item.armed":
      return `Attempt ${row.payload.attempt} begins: ${what}.`;
    case "item.answered":
      return `The attempt ended ${row.payload.outcome}: ${what}.`;
    case "item.interrupted":
      return `The program ended during the attempt: ${what}.`;
    case "item.read":
      return `The lender's books were read, ${row.payload.verdict.to}: ${what}.`;
    case "item.resolved":
      return `A person decided ${row.payload.decision}: ${what}. ${row.payload.note}`;
    case "item.voided":
      return `Withdrawn: ${what}. ${row.payload.reason}`;
    case "item.givenBack":
      return `Cash given back, slip ${row.payload.slipNo}: ${what}.`;
    case "item.carriedOut":
      return `Carried out to another computer: ${what}.`;
    case "item.carriedIn":
      return `Carried in from installation ${row.payload.fromInstallation}: ${what}.`;
    default:
      return null;
  }
}

export function entrySentence(row: Row, facts: EntryFacts): string {
  return aboutOffice(row) ?? aboutTill(row) ?? aboutMoney(row, facts) ?? wordsOf(row.kind);
}
