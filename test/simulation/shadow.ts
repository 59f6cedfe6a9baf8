/** A second opinion about every item: its life as the rules allow it, told by the rows and by nothing of the program. */
import type { Row } from "../../electron/journal/rows.ts";
import type { Reading } from "../../shared/outbox.ts";

export interface ShadowAttempt {
  attemptId: string;
  baseline: Reading;
  outcome: string | null;
}

export interface Shadow {
  itemId: string;
  kind: "repayment" | "payout";
  loanRef: string;
  amountMinor: number;
  place: string;
  state: string;
  attempts: ShadowAttempt[];
  /** A person has allowed one more sending since the last one. */
  mayGoAgain: boolean;
  givenBack: boolean;
  /** Held after an older copy was put back: only a person ends that. */
  heldBack: boolean;
  /** Attempts of rows that are gone, which only the world remembers. */
  lostAttempts: string[];
  /** Read-backs since the last attempt: when, in which run of the program, and what the loan's books showed. */
  readings: { at: number; start: number; reading: Reading; second: Reading | null }[];
  /** Balances at which it was held. */
  looks: { at: number; repaidMinor: number }[];
  /** What the books showed when this item last had to do with them. */
  lastSeen: { at: number; repaidMinor: number } | null;
}

export interface Moment {
  at: number;
  /** Which start of the program this is. */
  start: number;
  quarantineMs: number;
}

const open = ["sending", "acknowledged", "unconfirmed", "attention"];

export function isOpenShadow({ state }: Shadow): boolean {
  return open.includes(state);
}

/** Lives through one row. Gives what is wrong with it, in the words of the rules, or null. */
export function live(shadows: Map<string, Shadow>, row: Row, moment: Moment): string | null {
  if (row.kind === "repayment.captured" || row.kind === "payout.handedOver") {
    const { itemId, loanRef, amountMinor } = row.payload;
    if (shadows.has(itemId)) return "captured twice";
    shadows.set(itemId, {
      itemId,
      kind: row.kind === "payout.handedOver" ? "payout" : "repayment",
      loanRef,
      amountMinor,
      place: `${row.shiftId}/${row.businessDate}/${loanRef}`,
      state: "queued",
      attempts: [],
      mayGoAgain: false,
      givenBack: false,
      heldBack: false,
      lostAttempts: [],
      readings: [],
      looks: [],
      lastSeen: null,
    });
    return null;
  }
  if (!("itemId" in row.payload) || typeof row.payload.itemId !== "string") return null;
  const shadow = shadows.get(row.payload.itemId);
  if (!row.kind.startsWith("item.")) return null;
  if (shadow === undefined) return "a row about an item that was never captured";
  const wrong = step(shadows, shadow, row, moment);
  return wrong === null ? null : `${shadow.itemId}, row ${row.sequence} ${row.kind}: ${wrong}`;
}

function step(shadows: Map<string, Shadow>, shadow: Shadow, row: Row, moment: Moment): string | null {
  const isPerson = row.actor !== "system";
  const last = shadow.attempts.at(-1);
  switch (row.kind) {
    case "item.held":
      if (shadow.state !== "queued" && shadow.state !== "held") return `held while ${shadow.state}`;
      if (row.payload.reading?.kind === "loan")
        shadow.looks.push({ at: moment.at, repaidMinor: row.payload.reading.repaidMinor });
      shadow.heldBack = row.payload.reason === "sendingOff" || shadow.heldBack;
      shadow.state = "held";
      return null;
    case "item.released":
      if (shadow.state !== "held") return `released while ${shadow.state}`;
      if (shadow.heldBack && !isPerson) return "released by nobody after an older copy was put back";
      shadow.heldBack = false;
      if (isPerson) shadow.mayGoAgain = true;
      shadow.state = "queued";
      return null;
    case "item.armed":
      return arm(shadows, shadow, row.payload, moment);
    case "item.answered":
      if (shadow.state !== "sending" || last === undefined) return `answered while ${shadow.state}`;
      last.outcome = row.payload.outcome;
      if (row.payload.outcome === "notSent" && row.payload.wire?.bytesLeft !== false)
        return "rule 2: 'not sent' without the wire's word for it";
      shadow.state =
        row.payload.outcome === "notSent"
          ? "queued"
          : row.payload.outcome === "acknowledged"
            ? "acknowledged"
            : "unconfirmed";
      return null;
    case "item.interrupted":
      if (shadow.state !== "sending") return `interrupted while ${shadow.state}`;
      shadow.state = "unconfirmed";
      return null;
    case "item.read":
      return read(shadow, row.payload, moment);
    case "item.resolved":
      if (!isPerson) return "rule 7: decided by nobody";
      if (row.payload.decision === "sendAgain") shadow.mayGoAgain = true;
      shadow.state = { posted: "posted", notPosted: "refused", sendAgain: "queued" }[row.payload.decision];
      return null;
    case "item.voided":
      if (shadow.attempts.some(({ outcome }) => outcome !== "notSent"))
        return "voided after a byte may have left";
      shadow.state = "voided";
      return null;
    case "item.givenBack":
      if (shadow.state !== "refused" && shadow.state !== "voided") return `given back while ${shadow.state}`;
      if (shadow.givenBack) return "given back twice";
      shadow.givenBack = true;
      return null;
    default:
      return null;
  }
}

function arm(
  shadows: Map<string, Shadow>,
  shadow: Shadow,
  { attemptId, baseline }: Extract<Row, { kind: "item.armed" }>["payload"],
  moment: Moment,
): string | null {
  if (shadow.state !== "queued") return `armed while ${shadow.state}`;
  if (shadow.kind === "repayment" && baseline.kind !== "loan") return "rule 5: armed without a balance";
  const last = shadow.attempts.at(-1);
  if (last !== undefined && last.outcome !== "notSent" && !shadow.mayGoAgain)
    return "rule 2: armed again without a person, after a byte may have left";
  if (last === undefined && shadow.lostAttempts.length > 0 && !shadow.mayGoAgain)
    return "rule 2: armed without a person, although rows that are gone had sent it";
  for (const other of shadows.values())
    if (other !== shadow && other.loanRef === shadow.loanRef && isOpenShadow(other))
      return `rule 3: armed beside ${other.itemId}, which is ${other.state}`;
  if (
    shadow.kind === "repayment" &&
    baseline.kind === "loan" &&
    isOverturned(shadows, shadow, baseline.repaidMinor, moment)
  )
    return "armed on a balance that this till has seen higher, without a second look";
  shadow.attempts.push({ attemptId, baseline, outcome: null });
  shadow.mayGoAgain = false;
  shadow.readings = [];
  shadow.state = "sending";
  return null;
}

function read(
  shadow: Shadow,
  { reading, second, verdict }: Extract<Row, { kind: "item.read" }>["payload"],
  { at, start, quarantineMs }: Moment,
): string | null {
  if (!["acknowledged", "unconfirmed", "attention", "refused"].includes(shadow.state))
    return `read back while ${shadow.state}`;
  const wasTwiceAQuarantineApart = shadow.readings.some(
    (earlier) =>
      earlier.start === start && at - earlier.at >= quarantineMs && earlier.reading.kind === reading.kind,
  );
  shadow.readings.push({ at, start, reading, second });
  if (reading.kind === "loan") shadow.lastSeen = { at, repaidMinor: reading.repaidMinor };
  switch (verdict.to) {
    case "wait":
      return null;
    case "attention":
      if (verdict.reason === "absentTwice" && shadow.kind === "repayment" && !wasTwiceAQuarantineApart)
        return "rule 6: absent twice without a quarantine in one run";
      if (verdict.reason === "loanGone" && !wasTwiceAQuarantineApart)
        return "rule 5: gone without a second reading a quarantine later";
      shadow.state = "attention";
      return null;
    case "refused":
      if (shadow.kind === "payout") return "a payout whose cash has left was refused";
      if (shadow.state !== "refused" && shadow.attempts.at(-1)?.outcome !== "refused")
        return "rule 7: refused, which the lender never said";
      shadow.state = "refused";
      return null;
    case "held":
      if (shadow.attempts.at(-1)?.outcome !== "refused") return "held after a doubt";
      shadow.state = "held";
      return null;
    case "posted":
      if (verdict.certainty === "confirmed" && shadow.attempts.at(-1)?.outcome !== "acknowledged")
        return "rule 4: confirmed without a clean acknowledgement";
      if (
        reading.kind === "loan" &&
        shadow.kind === "repayment" &&
        !fitsRule4(shadow, reading.repaidMinor, verdict.certainty)
      )
        return `rule 4: ${verdict.certainty} by a movement to ${reading.repaidMinor}`;
      if (
        reading.kind === "noActiveLoan" &&
        shadow.attempts.at(-1)?.outcome !== "acknowledged" &&
        !wasTwiceAQuarantineApart
      )
        return "rule 5: a single 'no active loan' settled a doubt";
      shadow.state = "posted";
      return null;
  }
}

function fitsRule4(shadow: Shadow, repaidMinor: number, certainty: string): boolean {
  const attempt = shadow.attempts.at(-1);
  if (attempt?.baseline.kind !== "loan") return false;
  const movedMinor = repaidMinor - attempt.baseline.repaidMinor;
  if (certainty === "confirmed" || attempt.outcome !== "acknowledged")
    return movedMinor === shadow.amountMinor;
  return (
    movedMinor >= shadow.amountMinor &&
    (movedMinor === shadow.amountMinor || movedMinor % shadow.amountMinor !== 0)
  );
}

/** The loan's last own reading showed more, and no look a quarantine ago showed the same as now. */
function isOverturned(
  shadows: Map<string, Shadow>,
  shadow: Shadow,
  repaidMinor: number,
  { at, quarantineMs }: Moment,
): boolean {
  const ofLoan = [...shadows.values()].filter((other) => other.loanRef === shadow.loanRef);
  const last = ofLoan
    .flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))
    .toSorted((one, other) => one.at - other.at)
    .at(-1);
  if (last === undefined || repaidMinor >= last.repaidMinor) return false;
  return !ofLoan.some(({ looks }) =>
    looks.some((look) => look.repaidMinor === repaidMinor && at - look.at >= quarantineMs - 5_000),
  );
}
