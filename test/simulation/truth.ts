/** Compares what the program concludes with what is true at the lender, and says where this API lets nobody tell. */
import type { Row } from "../../electron/journal/rows.ts";
import { versionOf } from "./answers.ts";
import { bookingsOf, type TrueLoan } from "./lender.ts";
import type { Sendings } from "./office.ts";
import type { Shadow } from "./shadow.ts";

/** What no reading of this API can tell apart; counted, named in the docs, and never a failure. */
export const untellable = [
  /** An empty 200 from somebody in between, and somebody else paid the same sum. */
  "falseSuccessAndEqualPayment",
  /** A doubt, our payment lost, and somebody else paid the same sum: what `inferred` says aloud. */
  "doubtAndEqualPayment",
  /** Our payment was booked twice, and somebody else's reversal hid the second one. */
  "duplicateHiddenByReversal",
  /** A second copy of our request was booked after the books had been read. */
  "copyBookedLater",
  /** The lender refused, nothing had moved, and it was booked all the same afterwards. */
  "bookedAfterRefusal",
  /** The lender, or a copy of its books, showed the loan as it was not. */
  "misreported",
] as const;
export type Untellable = (typeof untellable)[number];

export type Truth = { is: "right" } | { is: "untellable"; why: Untellable } | { is: "wrong"; what: string };
const right: Truth = { is: "right" };
const wrong = (what: string): Truth => ({ is: "wrong", what });
const cannotTell = (why: Untellable): Truth => ({ is: "untellable", why });

type ReadRow = Extract<Row, { kind: "item.read" }>;

/** Judges one conclusion at the moment at which it is drawn. */
export function judge(shadow: Shadow, row: ReadRow, loan: TrueLoan, sendings: Sendings): Truth {
  const { verdict } = row.payload;
  if (shadow.kind === "payout") return judgePayout(shadow, row, loan, sendings);
  if (verdict.to === "posted") return judgePosted(shadow, row, loan, sendings);
  const isDenial =
    verdict.to === "refused" ||
    verdict.to === "held" ||
    (verdict.to === "attention" && verdict.reason === "absentTwice");
  return isDenial ? judgeDenial(shadow, row, loan) : right;
}

/** The movements that lie between baseline and reading, as the answers that carried them were numbered. */
function between(shadow: Shadow, row: ReadRow, loan: TrueLoan): { own: number; others: number } | null {
  const baseline = shadow.attempts.at(-1)?.baseline;
  const { reading } = row.payload;
  if (baseline?.kind !== "loan" || reading.kind !== "loan") return null;
  const from = versionOf(baseline.instalments[0]?.dueDate ?? "");
  const to = versionOf(reading.instalments[0]?.dueDate ?? "");
  const ids = shadow.attempts.map(({ attemptId }) => attemptId);
  const moved = loan.movements.slice(from, to);
  const own = moved.filter(({ attemptId }) => attemptId !== null && ids.includes(attemptId)).length;
  return { own, others: moved.length - own };
}

function judgePosted(shadow: Shadow, row: ReadRow, loan: TrueLoan, sendings: Sendings): Truth {
  const attempt = shadow.attempts.at(-1);
  const ids = shadow.attempts.map(({ attemptId }) => attemptId);
  const window = between(shadow, row, loan);
  if (window === null) {
    if (bookingsOf(loan, ids) > 0) return right;
    return loan.wasMisreported || loan.movements.some(({ attemptId }) => !ids.includes(attemptId ?? ""))
      ? cannotTell("misreported")
      : wrong("posted by a loan that is gone, but never booked");
  }
  if (window.own === 1) return right;
  if (window.own > 1)
    return window.others > 0
      ? cannotTell("duplicateHiddenByReversal")
      : wrong(`posted although it was booked ${window.own} times`);
  if (window.others === 0) return wrong("posted, but never booked");
  const wasFalse = attempt !== undefined && sendings.falselyAcknowledged.has(attempt.attemptId);
  const { verdict } = row.payload;
  if (verdict.to === "posted" && verdict.certainty === "confirmed" && !wasFalse && !loan.wasMisreported)
    return wrong("confirmed, but never booked and never falsely acknowledged");
  return cannotTell(wasFalse ? "falseSuccessAndEqualPayment" : "doubtAndEqualPayment");
}

function judgeDenial(shadow: Shadow, row: ReadRow, loan: TrueLoan): Truth {
  if (shadow.state === "refused" && shadow.readings.length > 1) return right;
  const window = between(shadow, row, loan);
  if (window === null) return right;
  if (window.own > 0)
    return window.others > 0
      ? cannotTell("duplicateHiddenByReversal")
      : wrong("said to be absent while the books that were read showed it");
  const ids = shadow.attempts.map(({ attemptId }) => attemptId);
  if (bookingsOf(loan, ids) === 0) return right;
  return loan.wasMisreported ? cannotTell("misreported") : right;
}

function judgePayout(shadow: Shadow, row: ReadRow, loan: TrueLoan, sendings: Sendings): Truth {
  const { verdict } = row.payload;
  if (verdict.to !== "posted") return right;
  const ids = shadow.attempts.map(({ attemptId }) => attemptId);
  if (loan.status !== "active") return wrong("a payout was posted, but the loan was never paid out");
  if (ids.includes(loan.releasedBy ?? "")) return right;
  const attemptId = ids.at(-1) ?? "";
  if (verdict.certainty === "confirmed" && !sendings.falselyAcknowledged.has(attemptId))
    return wrong("a payout was confirmed that somebody else had released");
  return cannotTell("doubtAndEqualPayment");
}
