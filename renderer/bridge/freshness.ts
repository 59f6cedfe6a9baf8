/** Which calls' values grow old when: the one table behind every refresh of the page. */
import type { CallName, EventName } from "../../shared/api.ts";

/**
 * Reads what the core knows itself: cheap, asked again whenever something changed. Calls that ask a lender stand in
 * no list here: the page asks a lender only when a person did something, or when a screen says so with a clock.
 */
export const staleAfterEvent: Record<EventName, readonly CallName[]> = {
  "outbox.changed": [
    "letters.list",
    "approvals.list",
    "outbox.list",
    "till.status",
    "till.report",
    "till.handover",
    "till.day",
    "till.partnerBalance",
    "till.news",
    "journal.search",
    "loans.get",
    "loans.list",
    "payouts.open",
    "setup.connections",
    // Every entry shows whether the journal's second copy could be written.
    "setup.get",
  ],
  "till.changed": [
    "setup.get",
    "approvals.list",
    "till.status",
    "till.report",
    "till.handover",
    "till.shifts",
    "till.day",
    "till.transfers",
    "till.news",
    "disputes.list",
    "journal.search",
    "payouts.open",
  ],
  "loan.changed": [
    "letters.list",
    "loans.get",
    "loans.list",
    "payouts.open",
    "journal.search",
    "training.status",
  ],
  "connection.changed": ["setup.connections", "setup.get", "outbox.list"],
  "upload.progress": [],
  "scan.progress": [],
  "session.locked": ["staff.session", "staff.list"],
};

/** After an action of this desk, whatever it answered: its own facts are read again even if no event came. */
const staleAfterDesk: Readonly<Record<string, readonly CallName[]>> = {
  setup: [
    "setup.safety",
    "setup.get",
    "setup.providers",
    "setup.connections",
    "staff.list",
    "staff.session",
    "till.status",
  ],
  staff: ["staff.session", "staff.list", "setup.get", "approvals.list"],
  approvals: ["approvals.list", "staff.list", "journal.search"],
  till: [
    "till.status",
    "till.report",
    "till.handover",
    "till.shifts",
    "till.day",
    "till.transfers",
    "till.partnerBalance",
    "till.news",
  ],
  disputes: ["disputes.list", "till.report", "till.shifts", "journal.search"],
  loans: ["loans.get", "loans.list"],
  agreements: ["loans.get", "loans.list"],
  payouts: ["payouts.open", "loans.get", "loans.list", "outbox.list", "till.status"],
  repayments: ["outbox.list", "till.status"],
  outbox: ["outbox.list", "till.status"],
  training: ["training.status", "setup.connections"],
  customers: ["customers.doubts", "journal.search", "setup.connections"],
  accounts: ["accounts.list", "journal.search", "setup.connections"],
  letters: ["letters.list", "journal.search", "setup.connections"],
  scanners: ["scanners.list"],
  printers: ["printers.choices"],
};

export function staleAfterAction(name: CallName): readonly CallName[] {
  return staleAfterDesk[name.split(".")[0] ?? ""] ?? [];
}

/** Answered by a lender: never kept once nobody looks at them, so that an old answer is not taken for a new one. */
export const lenderReads: readonly CallName[] = [
  "loans.quote",
  "loans.info",
  "repayments.check",
  "customers.lookup",
  "customers.get",
  "customers.loans",
  "setup.testProvider",
];
