/** The eight rules of DESIGN section 4, asserted over one office after everything that happens in its world. */
import { z } from "zod";
import type { Journal } from "../../electron/journal/contract.ts";
import { prepared } from "../../electron/journal/statements.ts";
import type { Lender } from "./lender.ts";
import type { Office, Sendings } from "./office.ts";
import { limits } from "./program.ts";
import { isOpenShadow, live, type Shadow } from "./shadow.ts";
import { judge, type Untellable } from "./truth.ts";

export interface RulesOptions {
  office: Office;
  lender: Lender;
  sendings: Sendings;
  now: () => number;
  floatMinor: number;
  fail: (what: string) => void;
  untellable: (why: Untellable) => void;
}

const stateRows = z.array(z.object({ itemId: z.string(), state: z.string() }));
const sumRows = z.array(z.object({ place: z.string(), amountMinor: z.number() }));

export class Rules {
  readonly shadows = new Map<string, Shadow>();
  readonly #options: RulesOptions;
  #seen: number;

  /** `seen`: rows that the till's files held before the world began. */
  constructor(options: RulesOptions, seen: number) {
    this.#options = options;
    this.#seen = seen;
  }

  /** Looks at what is new. */
  check(): void {
    const journal = this.#options.office.program?.journal;
    if (!journal || journal.head().entries === this.#seen) return;
    if (journal.head().entries < this.#seen)
      return this.#options.fail(`rows were lost: ${journal.head().entries} of ${this.#seen} are left`);
    for (const row of journal.rows(this.#seen + 1)) {
      this.#seen = row.sequence;
      const { office, now, fail, lender, sendings } = this.#options;
      const itemId = row.kind === "item.read" ? row.payload.itemId : null;
      const before = itemId === null ? undefined : structuredClone(this.shadows.get(itemId));
      const moment = { at: now(), start: office.starts, quarantineMs: limits.absentQuarantineMs };
      const wrong = live(this.shadows, row, moment);
      if (wrong !== null) fail(wrong);
      if (row.kind === "item.answered" && row.payload.outcome === "notSent")
        if (sendings.left.has(row.payload.attemptId))
          fail(`${row.payload.itemId}: "not sent", but it had left`);
      if (row.kind === "item.read" && before !== undefined) {
        const truth = judge(before, row, lender.loan(before.loanRef), sendings);
        if (truth.is === "wrong") fail(`${row.payload.itemId}, row ${row.sequence}: ${truth.what}`);
        if (truth.is === "untellable") this.#options.untellable(truth.why);
      }
    }
    this.#checkSums(journal);
  }

  /** Rule 1: whoever holds a receipt stands in the journal. */
  checkReceipts(): void {
    const { office, fail } = this.#options;
    const sql = office.program?.journal.sql;
    if (!sql) return;
    const known = prepared(sql, "SELECT 1 FROM outbox WHERE receipt_no = ? AND item_id = ?").pluck();
    for (const { receiptNo, itemId } of office.receipts)
      if (known.get(receiptNo, itemId) === undefined) fail(`rule 1: receipt ${receiptNo} is in no journal`);
  }

  #checkSums(journal: Journal): void {
    const { fail } = this.#options;
    const states = stateRows.parse(
      prepared(journal.sql, "SELECT item_id AS itemId, state FROM outbox").all(),
    );
    for (const { itemId, state } of states)
      if (this.shadows.get(itemId)?.state !== state)
        fail(`rule 7: ${itemId} is ${state}, its rows say ${this.shadows.get(itemId)?.state}`);
    if (states.length !== this.shadows.size) fail(`${states.length} items of ${this.shadows.size} captures`);
    this.#checkOneOpenEach();
    this.#checkPlaces(journal);
    this.#checkDrawer(journal);
  }

  #checkOneOpenEach(): void {
    const openOf = new Map<string, string>();
    for (const shadow of this.shadows.values()) {
      if (!isOpenShadow(shadow)) continue;
      const other = openOf.get(shadow.loanRef);
      if (other !== undefined) this.#options.fail(`rule 3: ${other} and ${shadow.itemId} are both open`);
      openOf.set(shadow.loanRef, shadow.itemId);
    }
  }

  /** Rule 8, per till, day and loan. The states are a partition, so the sum over all of them is the sum of the items. */
  #checkPlaces(journal: Journal): void {
    const captured = new Map<string, number>();
    for (const { place, amountMinor } of this.shadows.values())
      captured.set(place, (captured.get(place) ?? 0) + amountMinor);
    const found = sumRows.parse(
      prepared(
        journal.sql,
        `SELECT shift_id || '/' || business_date || '/' || loan_ref AS place, SUM(amount_minor) AS amountMinor
           FROM outbox WHERE state IN ('queued', 'held', 'sending', 'acknowledged', 'unconfirmed', 'attention',
                                       'posted', 'refused', 'voided') GROUP BY place`,
      ).all(),
    );
    for (const { place, amountMinor } of found)
      if (captured.get(place) !== amountMinor)
        this.#options.fail(`rule 8: ${place} holds ${amountMinor} of ${captured.get(place)}`);
  }

  /** Cash is conserved: the till's lines add up to what lies in the drawer. */
  #checkDrawer(journal: Journal): void {
    let expected = this.#options.floatMinor;
    for (const { kind, amountMinor, givenBack } of this.shadows.values())
      expected += kind === "payout" ? -amountMinor : givenBack ? 0 : amountMinor;
    const found: unknown = prepared(journal.sql, "SELECT SUM(amount_minor) FROM till_ledger").pluck().get();
    if (Number(found) !== expected)
      this.#options.fail(`rule 8: the till expects ${String(found)}, the drawer holds ${expected}`);
  }
}
