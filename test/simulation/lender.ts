/** The lender with the ground truth: what was really booked, by whom, and what its books looked like at any moment. */

/** One movement of a loan: which sending made it, or null for another office. */
export interface Movement {
  amountMinor: number;
  attemptId: string | null;
}

export interface TrueLoan {
  loanRef: string;
  clientPin: string;
  totalMinor: number;
  amountMinor: number;
  /** `authorised`: the cash may be released; `active`: it was. */
  status: "authorised" | "active";
  /** Who confirmed the release: an attempt, another office (null), or nobody yet (undefined). */
  releasedBy: string | null | undefined;
  movements: Movement[];
  /** The books after each change: a replica that lags shows an older one. */
  pages: { at: number; version: number; status: TrueLoan["status"] }[];
  /** Something on the way has shown this loan as it never was. */
  wasMisreported: boolean;
}

export type LenderAnswer = { ok: true } | { ok: false; sentence: string };

export class Lender {
  readonly loans = new Map<string, TrueLoan>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  open(loan: Pick<TrueLoan, "loanRef" | "clientPin" | "totalMinor" | "amountMinor" | "status">): TrueLoan {
    const opened: TrueLoan = {
      ...loan,
      releasedBy: loan.status === "active" ? null : undefined,
      movements: [],
      pages: [{ at: Number.NEGATIVE_INFINITY, version: 0, status: loan.status }],
      wasMisreported: false,
    };
    this.loans.set(loan.loanRef, opened);
    return opened;
  }

  loan(loanRef: string): TrueLoan {
    const loan = this.loans.get(loanRef);
    if (loan === undefined) throw new Error(`The lender has no loan ${loanRef}.`);
    return loan;
  }

  /** Insert repayment: no key to tell a repetition by, so the same call twice is booked twice. */
  repay(loanRef: string, amountMinor: number, attemptId: string | null): LenderAnswer {
    const loan = this.loan(loanRef);
    const remaining = remainingMinor(loan);
    if (loan.status !== "active" || remaining === 0) return no("No active loan found!");
    if (amountMinor > remaining) return no("Repayment is larger than the remaining balance.");
    return this.#move(loan, { amountMinor, attemptId });
  }

  /** Another office takes back some of what was repaid. */
  reverse(loanRef: string, amountMinor: number): void {
    const loan = this.loan(loanRef);
    if (loan.status === "active" && amountMinor <= repaidMinor(loan))
      this.#move(loan, { amountMinor: -amountMinor, attemptId: null });
  }

  release(loanRef: string, attemptId: string | null): LenderAnswer {
    const loan = this.loan(loanRef);
    if (loan.status !== "authorised") return no("Cash release cannot be confirmed for it.");
    loan.status = "active";
    loan.releasedBy = attemptId;
    this.#turnPage(loan);
    return { ok: true };
  }

  /** The books as they stood `lagMs` ago. */
  pageOf(loan: TrueLoan, lagMs: number): TrueLoan["pages"][number] {
    const page = loan.pages.findLast(({ at }) => at <= this.#now() - lagMs);
    if (page === undefined) throw new Error("Every loan has a first page.");
    return page;
  }

  #move(loan: TrueLoan, movement: Movement): LenderAnswer {
    loan.movements.push(movement);
    this.#turnPage(loan);
    return { ok: true };
  }

  #turnPage(loan: TrueLoan): void {
    loan.pages.push({ at: this.#now(), version: loan.movements.length, status: loan.status });
  }
}

function no(sentence: string): LenderAnswer {
  return { ok: false, sentence };
}

export function repaidMinor(loan: TrueLoan, version = loan.movements.length): number {
  return loan.movements.slice(0, version).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

export function remainingMinor(loan: TrueLoan, version?: number): number {
  return loan.totalMinor - repaidMinor(loan, version);
}

/** How often this sending was booked. */
export function bookingsOf(loan: TrueLoan, attemptIds: readonly string[]): number {
  return loan.movements.filter(({ attemptId }) => attemptId !== null && attemptIds.includes(attemptId))
    .length;
}
