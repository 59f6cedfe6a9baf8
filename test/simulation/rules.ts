/** The eight rules of DESIGN section 4, asserted over one office after everything that happens in its world. */
import { z } from "zod";
import type { Journal } from "../../electron/journal/contract.ts";
import { prepared } from "../../electron/journal/statements.ts";
import { itemStateSchema } from "../../shared/outbox.ts";
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

const itemRows = z.array(
  z.object({ itemId: z.string(), state: z.string(), amountMinor: z.number(), place: z.string() }),
);

export class Rules {
  readonly shadows = new Map<string, Shadow>();
  readonly #options: RulesOptions;
  #seen: number;

  /** `seen`: rows that the till's files held before the world began. */
  constructor(options: RulesOptions, seen: number) {
    this.#options = options;
    this.#seen = seen;
  }

  /** What these rules know, for the day on which an older copy is put back. */
  remember(): () => void {
    const kept = structuredClone(this.shadows);
    const seen = this.#seen;
    return () => {
      const newer = new Map(this.shadows);
      this.shadows.clear();
      for (const [itemId, shadow] of structuredClone(kept)) {
        const lost = (newer.get(itemId)?.attempts ?? []).map(({ attemptId }) => attemptId);
        const known = new Set(shadow.attempts.map(({ attemptId }) => attemptId));
        const gone = [...(newer.get(itemId)?.lostAttempts ?? []), ...lost].filter(
          (id) => !known.has(id) && this.#options.sendings.left.has(id),
        );
        this.shadows.set(itemId, { ...shadow, lostAttempts: gone });
      }
      this.#seen = seen;
    };
  }

  /** Looks at what is new. */
  check(): void {
    const { journal } = this.#options.office;
    const entries = journal?.head().entries ?? this.#seen;
    if (!journal || entries === this.#seen) return;
    if (entries < this.#seen) this.#options.fail(`rows were lost: ${entries} of ${this.#seen} are left`);
    for (const row of journal.rows(this.#seen + 1)) {
      this.#seen = row.sequence;
      const { office, now, fail, lender, sendings } = this.#options;
      const itemId = row.kind === "item.read" ? row.payload.itemId : null;
      const before = itemId === null ? undefined : structuredClone(this.shadows.get(itemId));
      const moment = { at: now(), start: office.starts, quarantineMs: limits.absentQuarantineMs };
      const wrong = live(this.shadows, row, moment);
      if (wrong !== null) fail(wrong);
      if (row.kind === "item.answered") this.#checkWord(row.payload);
      if (row.kind === "item.read" && before !== undefined) {
        const truth = judge(before, row, lender.loan(before.loanRef), sendings);
        if (truth.is === "wrong") fail(`${row.payload.itemId}, row ${row.sequence}: ${truth.what}`);
        if (truth.is === "untellable") this.#options.untellable(truth.why);
      }
    }
    this.#checkSums(journal);
  }

  /** The four words are facts about the bytes: none of them is a guess. */
  #checkWord({ itemId, attemptId, outcome }: { itemId: string; attemptId: string; outcome: string }): void {
    const { sendings, fail } = this.#options;
    const answer = sendings.answers.get(attemptId) ?? "none";
    const status = answer.split("/")[0];
    if (outcome === "notSent" && sendings.left.has(attemptId)) fail(`${itemId}: "not sent", but it had left`);
    if (outcome === "acknowledged" && answer !== "200/0") fail(`${itemId}: acknowledged by ${answer}`);
    if (outcome === "refused" && status !== "400" && status !== "403")
      fail(`${itemId}: refused by ${answer}`);
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

  /** The table that everybody reads says what the rows say, and its sums for each till, day and loan are the captures'. */
  #checkSums(journal: Journal): void {
    const { fail } = this.#options;
    const found = itemRows.parse(
      prepared(
        journal.sql,
        `SELECT item_id AS itemId, state, amount_minor AS amountMinor,
                shift_id || '/' || business_date || '/' || loan_ref AS place FROM outbox`,
      ).all(),
    );
    const held = new Map<string, number>();
    for (const { itemId, state, place, amountMinor } of found) {
      const expected = this.shadows.get(itemId)?.state;
      if (expected !== state) fail(`rule 7: ${itemId} is ${state}, its rows say ${expected}`);
      if (itemStateSchema.safeParse(state).success) held.set(place, (held.get(place) ?? 0) + amountMinor);
    }
    for (const { place, amountMinor } of this.shadows.values())
      held.set(place, (held.get(place) ?? 0) - amountMinor);
    for (const [place, differenceMinor] of held)
      if (differenceMinor !== 0)
        fail(`rule 8: ${place} differs by ${differenceMinor} from what was captured`);
    this.#checkOneOpenEach();
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
