/** The kinds of journal entries as the screen groups them, and the sentence that each kind has. */
import type { JournalEntry } from "../../shared/api/records.ts";
import type { en } from "../i18n/en.ts";

type Rooms = typeof en.journal.kinds;
type Room = keyof Rooms;
type KindOf<One extends Room> = `${One}.${Extract<keyof Rooms[One], string>}`;
/** "till.opened", "item.armed" and so on: each has its sentence under `journal.kinds`. */
export type EntryKind = { [One in Room]: KindOf<One> }[Room];

const byRoom = {
  repayment: ["repayment.captured"],
  payout: ["payout.checked", "payout.begun", "payout.handedOver", "payout.notHandedOver", "payout.settled"],
  item: [
    "item.held",
    "item.released",
    "item.armed",
    "item.answered",
    "item.interrupted",
    "item.read",
    "item.resolved",
    "item.voided",
    "item.givenBack",
    "item.carriedOut",
    "item.carriedIn",
  ],
  till: [
    "till.opened",
    "till.moved",
    "till.counted",
    "till.closed",
    "till.transferred",
    "till.transferEnded",
    "till.transferReceived",
    "till.partnerBalanceSet",
    "till.newsSeen",
  ],
  dispute: ["dispute.opened", "dispute.saved"],
  loan: [
    "loan.applying",
    "loan.answered",
    "loan.doubtDecided",
    "loan.adopted",
    "loan.checked",
    "loan.agreementIssued",
    "loan.signedAttached",
    "loan.uploadStarted",
    "loan.uploadEnded",
    "loan.cancelling",
    "loan.cancelAnswered",
    "loan.read",
    "loan.carriedIn",
    "loan.frozen",
    "loan.unfrozen",
  ],
  staff: [
    "staff.saved",
    "staff.pinSet",
    "staff.language",
    "staff.signedIn",
    "staff.signedOut",
    "staff.refused",
    "staff.approved",
    "staff.unlocked",
    "staff.codesEnrolled",
    "staff.codesForgotten",
  ],
  approval: ["approval.deferred", "approval.signed"],
  setup: [
    "setup.installed",
    "setup.saved",
    "setup.limits",
    "setup.providerSaved",
    "setup.scannerSaved",
    "setup.scannerRemoved",
    "setup.printerChosen",
    "setup.recoveryCodeShown",
    "setup.backedUp",
    "setup.dataAccepted",
    "setup.unlocked",
    "setup.twinMoved",
    "setup.certificateTrusted",
    "setup.certificateDistrusted",
    "setup.renumbered",
    "setup.carriedOut",
    "setup.carryFileWritten",
    "setup.carriedIn",
  ],
  courier: [
    "courier.credentialsRefused",
    "courier.credentialsRenewed",
    "courier.sendingOff",
    "courier.sendingOn",
  ],
  document: ["document.stored", "document.purged"],
  paper: ["paper.printing", "paper.printed"],
  customer: [
    "customer.onboarding",
    "customer.onboardingAnswered",
    "customer.doubtDecided",
    "customer.standing",
    "customer.read",
    "customer.purged",
  ],
  account: ["account.creating", "account.answered", "account.settled"],
  letter: ["letter.issued"],
  journal: ["journal.exported"],
} as const satisfies { [One in Room]: readonly KindOf<One>[] };

const allKinds: readonly EntryKind[] = Object.values(byRoom).flat();

/** Null for a kind of a newer version: it is shown with the journal's own sentence. */
export function entryKind(entry: Pick<JournalEntry, "kind">): EntryKind | null {
  return allKinds.find((kind) => kind === entry.kind) ?? null;
}

/** What a person looks for, in the order of how often. */
export const kindGroups = {
  money: [...byRoom.repayment, "payout.handedOver", "item.givenBack"],
  payments: [...byRoom.repayment, ...byRoom.payout, ...byRoom.item],
  till: [...byRoom.till, ...byRoom.dispute],
  loans: byRoom.loan,
  paper: [...byRoom.document, ...byRoom.paper, ...byRoom.letter],
  people: [...byRoom.staff, ...byRoom.approval, ...byRoom.customer],
  settings: [...byRoom.setup, ...byRoom.courier, ...byRoom.journal],
} as const satisfies Record<string, readonly EntryKind[]>;
export type KindGroup = keyof typeof kindGroups;
export const kindGroupNames = Object.keys(kindGroups).filter((name): name is KindGroup =>
  Object.hasOwn(kindGroups, name),
);
