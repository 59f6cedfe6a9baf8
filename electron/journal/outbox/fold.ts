/** The state machine of an outbox item: a pure fold over its journal rows, in which an illegal step stops the program. */
import { assertNever } from "../../../shared/errors.ts";
import type { Reading } from "../../../shared/outbox.ts";
import type { Row, RowPayload } from "../rows.ts";
import { carriedIn, carriedOut } from "./carrying.ts";
import { type ItemRecord, isCarriedOut, isFinal, nothingEverLeft } from "./record.ts";
import { IllegalStep, moved, noted, SYSTEM } from "./step.ts";

type Captured = Extract<Row, { kind: "repayment.captured" | "payout.handedOver" }>;

export type ItemRow = Extract<
  Row,
  {
    kind:
      | "repayment.captured"
      | "payout.handedOver"
      | "item.held"
      | "item.released"
      | "item.armed"
      | "item.answered"
      | "item.interrupted"
      | "item.read"
      | "item.resolved"
      | "item.voided"
      | "item.givenBack"
      | "item.carriedOut"
      | "item.carriedIn";
  }
>;

export function isItemRow(row: Row): row is ItemRow {
  return (
    row.kind === "repayment.captured" || row.kind === "payout.handedOver" || row.kind.startsWith("item.")
  );
}

function created(row: Captured): ItemRecord {
  const { payload } = row;
  if (row.shiftId === null) throw new IllegalStep(null, row, "cash moves only in an open shift");
  return {
    itemId: payload.itemId,
    kind: row.kind === "repayment.captured" ? "repayment" : "payout",
    captureId: payload.captureId,
    fieldsDigest: payload.fieldsDigest,
    receiptNo: payload.receiptNo,
    providerId: payload.providerId,
    loanRef: payload.loanRef,
    loanId: payload.loanId,
    amountMinor: payload.amountMinor,
    currency: payload.currency,
    customerDigest: payload.customerDigest,
    capturedAt: row.at,
    capturedBy: row.actor,
    businessDate: row.businessDate,
    shiftId: row.shiftId,
    sequence: row.sequence,
    state: "queued",
    certainty: null,
    reason: null,
    providerMessage: null,
    refusalPending: false,
    credentialsRefused: false,
    waived: [],
    attempts: [],
    readings: [],
    booksSeen: null,
    nextAt: null,
    givenBack: false,
    notes: [],
    since: row.at,
  };
}

function answered(item: ItemRecord, row: Row, payload: RowPayload<"item.answered">): ItemRecord {
  const attempt = item.attempts.at(-1);
  if (item.state !== "sending" || attempt?.attemptId !== payload.attemptId)
    throw new IllegalStep(item, row, "an answer belongs to the attempt that is being sent");
  const attempts = [
    ...item.attempts.slice(0, -1),
    {
      ...attempt,
      outcome: payload.outcome,
      answeredAt: row.at,
      wire: payload.wire,
      message: payload.message,
    },
  ];
  const common = {
    attempts,
    readings: [],
    providerMessage: payload.outcome === "refused" ? payload.message : item.providerMessage,
  };
  switch (payload.outcome) {
    case "notSent":
      return moved(item, row, { ...common, state: "queued", nextAt: payload.retryAt });
    case "acknowledged":
      return moved(item, row, { ...common, state: "acknowledged", refusalPending: false });
    case "refused":
      return moved(item, row, {
        ...common,
        state: "unconfirmed",
        refusalPending: true,
        credentialsRefused: payload.credentials,
      });
    case "unconfirmed":
      return moved(item, row, { ...common, state: "unconfirmed", refusalPending: false });
    default:
      return assertNever(payload.outcome, "outcome");
  }
}

function seenInBooks(item: ItemRecord, row: Row, reading: Reading): ItemRecord["booksSeen"] {
  return reading.kind === "loan"
    ? { sequence: row.sequence, repaidMinor: reading.repaidMinor }
    : item.booksSeen;
}

function readBack(before: ItemRecord, row: Row, payload: RowPayload<"item.read">): ItemRecord {
  const item = { ...before, booksSeen: seenInBooks(before, row, payload.reading) };
  if (
    item.state !== "acknowledged" &&
    item.state !== "unconfirmed" &&
    item.state !== "attention" &&
    item.state !== "refused"
  )
    throw new IllegalStep(item, row, "only what may have reached the lender is read back");
  const readings = [...item.readings, payload.reading, ...(payload.second ? [payload.second] : [])];
  const { verdict } = payload;
  switch (verdict.to) {
    case "posted":
      return moved(item, row, {
        state: "posted",
        certainty: verdict.certainty,
        readings,
        notes: noted(item, row, verdict.note),
      });
    case "refused":
      if (item.kind === "payout")
        throw new IllegalStep(item, row, "a payout whose cash has left is never refused");
      if (!item.refusalPending && item.state !== "refused")
        throw new IllegalStep(item, row, "only a documented refusal ends as refused");
      return moved(item, row, { state: "refused", readings, notes: noted(item, row, verdict.note) });
    case "attention":
      return moved(item, row, { state: "attention", reason: verdict.reason, readings });
    case "held":
      if (!item.refusalPending || item.state === "refused")
        throw new IllegalStep(item, row, "only what the lender refused goes back to waiting");
      return moved(item, row, { state: "held", reason: verdict.reason, readings });
    case "wait":
      return { ...item, readings, nextAt: payload.nextAt };
    default:
      return assertNever(verdict, "verdict");
  }
}

function resolved(item: ItemRecord, row: Row, payload: RowPayload<"item.resolved">): ItemRecord {
  const notes = noted(item, row, payload.note);
  const loanRef = payload.loanRef ?? item.loanRef;
  if (loanRef !== item.loanRef && !nothingEverLeft(item))
    throw new IllegalStep(
      item,
      row,
      "the reference of an item that may have reached the lender stays as it was sent",
    );
  if (row.actor === SYSTEM) throw new IllegalStep(item, row, "only a person decides");
  if (isFinal(item) || item.state === "sending")
    throw new IllegalStep(item, row, "a person decides open items only");
  switch (payload.decision) {
    case "posted":
      return moved(item, row, { state: "posted", certainty: "byHand", notes });
    case "notPosted":
      if (item.kind === "payout")
        throw new IllegalStep(item, row, "a payout whose cash has left is never refused");
      return moved(item, row, { state: "refused", notes });
    case "sendAgain":
      if (item.state === "acknowledged" || item.state === "unconfirmed")
        throw new IllegalStep(item, row, "rule 6: what may still be booked is not sent again");
      return moved(item, row, {
        state: "queued",
        notes,
        loanRef,
        readings: [],
        refusalPending: false,
        credentialsRefused: false,
        ...(loanRef === item.loanRef ? {} : { loanId: null }),
      });
    default:
      return assertNever(payload.decision, "decision");
  }
}

/** Applies one row to the item it is about. Throws `IllegalStep` where a rule would be broken; nothing is committed then. */
export function nextItem(item: ItemRecord | null, row: ItemRow): ItemRecord {
  if (row.kind === "repayment.captured" || row.kind === "payout.handedOver") {
    if (item) throw new IllegalStep(item, row, "an item is captured once");
    return created(row);
  }
  if (row.kind === "item.carriedIn") {
    if (item) throw new IllegalStep(item, row, "an item is carried in once");
    return carriedIn(row);
  }
  if (!item) throw new IllegalStep(item, row, "an item is captured before anything happens to it");
  if (isCarriedOut(item)) throw new IllegalStep(item, row, "what was carried out is the other till's");
  switch (row.kind) {
    case "item.carriedOut":
      return carriedOut(item, row);
    case "item.held":
      if (row.payload.reason === "carriedOut")
        throw new IllegalStep(item, row, "carrying out has a row of its own");
      if (item.state !== "queued" && item.state !== "held")
        throw new IllegalStep(item, row, "only what is not under way is held");
      return moved(item, row, {
        state: "held",
        reason: row.payload.reason,
        readings: row.payload.reading ? [row.payload.reading] : item.readings,
        notes: noted(item, row, row.payload.detail, row.payload.reason),
      });
    case "item.released":
      if (item.state !== "held") throw new IllegalStep(item, row, "only a held item is released");
      if (item.reason === "sendingOff" && row.actor === SYSTEM)
        throw new IllegalStep(
          item,
          row,
          "what may have been sent by other data is released by a person only",
        );
      if (item.refusalPending && row.actor === SYSTEM)
        throw new IllegalStep(item, row, "rule 2: what was sent once is sent again by a person only");
      return moved(item, row, {
        state: "queued",
        refusalPending: false,
        credentialsRefused: false,
        waived: row.payload.waives ? [...new Set([...item.waived, row.payload.waives])] : item.waived,
        notes: noted(item, row, row.payload.note),
      });
    case "item.armed": {
      if (item.state !== "queued")
        throw new IllegalStep(item, row, "rule 2: an attempt is armed from the queue only");
      const { attemptId, attempt, baseline } = row.payload;
      if (attempt !== item.attempts.length + 1)
        throw new IllegalStep(item, row, "attempts are numbered without gaps");
      if (item.attempts.some((earlier) => earlier.attemptId === attemptId))
        throw new IllegalStep(item, row, "rule 2: an armed attempt is sent at most once, ever");
      const armed = {
        attemptId,
        armedAt: row.at,
        baseline,
        outcome: null,
        answeredAt: null,
        wire: null,
        message: null,
      };
      return moved(item, row, {
        state: "sending",
        attempts: [...item.attempts, armed],
        readings: [],
        booksSeen: seenInBooks(item, row, baseline),
      });
    }
    case "item.answered":
      return answered(item, row, row.payload);
    case "item.interrupted":
      if (item.state !== "sending" || item.attempts.at(-1)?.attemptId !== row.payload.attemptId)
        throw new IllegalStep(item, row, "only an attempt under way can be interrupted");
      return moved(item, row, { state: "unconfirmed", readings: [], refusalPending: false });
    case "item.read":
      return readBack(item, row, row.payload);
    case "item.resolved":
      return resolved(item, row, row.payload);
    case "item.voided":
      if (row.actor === SYSTEM) throw new IllegalStep(item, row, "only a person withdraws an item");
      if (
        (item.state !== "queued" && item.state !== "held") ||
        !nothingEverLeft(item) ||
        item.kind === "payout"
      )
        throw new IllegalStep(item, row, "only a repayment of which no byte ever left is voided");
      return moved(item, row, { state: "voided", notes: noted(item, row, row.payload.reason) });
    case "item.givenBack":
      if ((item.state !== "refused" && item.state !== "voided") || item.givenBack || item.kind === "payout")
        throw new IllegalStep(item, row, "cash is given back once, for a refused or voided repayment");
      if (row.actor === SYSTEM || row.shiftId === null)
        throw new IllegalStep(item, row, "a person gives cash back, in an open shift");
      return { ...item, givenBack: true };
    default:
      return assertNever(row, "row about an item");
  }
}
