/** Carrying unsettled work to another computer when this one is dying: set apart here for good, taken in there once. */
import { type ErrorCode, Refusal } from "../../shared/errors.ts";
import { decimalTextFromMinor } from "../../shared/money.ts";
import type { SafetyReason } from "../../shared/safetyReasons.ts";
import {
  CARRIED_OUT,
  type CarriedWork,
  carriedWorkSchema,
  gatherWork,
  isCarriedIn,
  lastCarryOut,
  takeIn,
} from "../journal/carry/carriedWork.ts";
import { newCarryKey, openCarry, readCarry, sealCarry, usedCarry } from "../journal/carry/carryFile.ts";
import type { JournalTransaction, Sql } from "../journal/contract.ts";
import { writeDurably } from "../journal/durableFiles.ts";
import { loansWithPayoutBegun } from "../journal/loans/queries.ts";
import { readProviders } from "../journal/office/queries.ts";
import { itemByCapture } from "../journal/outbox/captures.ts";
import { openItemOfLoan } from "../journal/outbox/queries.ts";
import { isCarriedOut, isOpen } from "../journal/outbox/record.ts";
import { readLoan } from "../journal/projections/loans.ts";
import { readItem } from "../journal/projections/outbox.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import { unsettledItems } from "../journal/till/queries.ts";
import { readSmallFile } from "./chosenPath.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

/** A day's queue with all its evidence takes some megabytes. */
const LARGEST_FILE = 200 * 1024 * 1024;

export function createCarryDesk(context: DeskContext): DeskCalls<"setup.carryOut" | "setup.carryIn"> {
  const { journal, random } = context;

  return {
    "setup.carryOut": async ({ path, passphrase, forInstallation }, by) => {
      const { installationId: fromInstallation, training, currency } = context.office();
      if (forInstallation === fromInstallation)
        throw refused("invalidInput", "carryToItself", "This is the number of this till itself.", {
          field: "forInstallation",
        });
      const key = await newCarryKey(passphrase, random);
      const carry = journal.write((transaction) =>
        setApart(context, transaction, forInstallation ?? null, by.name),
      );
      // From here on this till leaves that work alone, whatever becomes of the file: it can be written once more.
      const work = gatherWork(journal, carry.carryId, currency);
      tell(context, work);
      const { carryId } = carry;
      const label = { carryId, fromInstallation, forInstallation: carry.forInstallation, training };
      writeFile(path, sealCarry(label, work, key, random));
      if (!carry.written)
        journal.write(({ append }) =>
          append({ kind: "setup.carryFileWritten", payload: { carryId }, actor: by.name }),
        );
      return { ...summary(carryId, work), path, forInstallation: carry.forInstallation };
    },

    "setup.carryIn": async ({ path, passphrase }, by) => {
      const { installationId } = context.office();
      const file = readCarry(readText(path));
      const { carryId, fromInstallation } = file;
      assertForUs(context, file);
      assertNew(journal.sql, carryId);
      const work = carriedWorkSchema.safeParse(await openCarry(file, passphrase));
      if (!work.success)
        throw refused(
          "newerData",
          "carryNewer",
          "Another version of Counterfoil wrote this file. Install that version.",
        );
      assertFits(context, work.data);
      journal.write((transaction) => {
        // Looked at again: the passphrase took its time.
        assertNew(transaction.sql, carryId);
        assertNothingHere(transaction.sql, work.data);
        takeIn(journal, transaction, work.data, { carryId, fromInstallation, actor: by.name });
      });
      markAsUsed(context, path, carryId, installationId);
      tell(context, work.data);
      context.courier.wake();
      return { ...summary(carryId, work.data), fromInstallation };
    },
  };
}

/** With a reason that the page has words for; the file itself is at fault where no other field is named. */
function refused(
  code: ErrorCode,
  reason: SafetyReason,
  message: string,
  more: { field?: string; retry?: boolean; said?: string } = {},
): Refusal {
  return new Refusal(code, message, { field: "path", ...more, reason });
}

/** Each payment in the state that it travels in. */
function summary(carryId: string, work: CarriedWork) {
  return {
    carryId,
    items: work.items.length,
    loans: work.loans.length,
    payments: work.items.map(({ record: { receiptNo, kind, loanRef, amountMinor, currency, state } }) => ({
      ...{ receiptNo, kind, loanRef, amountMinor, currency, state },
    })),
  };
}

function writeFile(path: string, text: string): void {
  try {
    writeDurably(path, [text]);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    throw refused(
      "storageFailed",
      "carryNotWritten",
      "The file could not be written there. The work is set apart: choose another place and ask once more.",
      { retry: true },
    );
  }
}

interface Carry {
  carryId: string;
  forInstallation: string | null;
  written: boolean;
}

/**
 * One transaction: every unsettled item becomes `held/carriedOut`. A carry-out whose file was not written takes what has
 * come since along; with nothing new, the last one's file is written once more, with the same number.
 */
function setApart(
  context: DeskContext,
  { append, sql }: JournalTransaction,
  forInstallation: string | null,
  actor: string,
): Carry {
  assertNoCashOnTheCounter(sql);
  const last = lastCarryOut(sql);
  const waiting = unsettledItems(sql).filter((item) => !isCarriedOut(item));
  if (last === null && waiting.length === 0)
    throw new Refusal("wrongState", "Nothing is unsettled at this till: there is nothing to carry.", {
      reason: "carryNothing",
    });
  const repeats = last !== null && (!last.written || waiting.length === 0);
  if (repeats && forInstallation !== null && last.forInstallation !== forInstallation)
    throw refused("wrongState", "carryForAnother", "This work was set apart for another till already.", {
      field: "forInstallation",
      said: last.forInstallation ?? "",
    });
  const carry: Carry = repeats ? last : { carryId: context.newId("carry"), forInstallation, written: false };
  const { carryId } = carry;
  if (waiting.length > 0)
    append({
      kind: "setup.carriedOut",
      payload: { carryId, items: waiting.length, forInstallation: carry.forInstallation },
      actor,
    });
  for (const { itemId, state, attempts } of waiting) {
    const attemptId = attempts.at(-1)?.attemptId;
    if (state === "sending" && attemptId !== undefined)
      append({ kind: "item.interrupted", payload: { itemId, attemptId }, actor: "system" });
    append({ kind: "item.carriedOut", payload: { itemId, carryId }, actor });
  }
  // Two tills that pay on one loan could not tell their payments apart.
  const loans = new Map(
    waiting.map(({ providerId, loanRef }) => [`${providerId}/${loanRef}`, { providerId, loanRef }]),
  );
  for (const loan of loans.values())
    append({ kind: "loan.frozen", payload: { ...loan, because: CARRIED_OUT }, actor });
  return carry;
}

/** Whether the customer has the cash is known at this counter only. */
function assertNoCashOnTheCounter(sql: Sql): void {
  const [loan] = loansWithPayoutBegun(sql);
  if (loan !== undefined)
    throw new Refusal(
      "openOperation",
      `Say first whether the customer of loan ${loan.loanRef ?? loan.loanId} has the cash: that payout is not settled.`,
      { reason: "carryCashOnCounter", said: loan.loanRef ?? loan.loanId },
    );
}

function readText(path: string): string {
  return readSmallFile(path, LARGEST_FILE, {
    tooLarge: { reason: "carryTooLarge", message: "This is no carry-out file: it is too large." },
    unreadable: "carryUnreadable",
  }).toString("utf8");
}

function assertForUs(
  context: DeskContext,
  file: { fromInstallation: string; forInstallation: string | null; training: boolean },
): void {
  const { installationId, training } = context.office();
  if (file.fromInstallation === installationId)
    throw refused(
      "wrongState",
      "carryOwn",
      "This till itself wrote the file: its work is another computer's now.",
    );
  if (file.forInstallation !== null && file.forInstallation !== installationId)
    throw refused(
      "wrongState",
      "carryOtherTill",
      `This file is for installation ${file.forInstallation}; this one is ${installationId}.`,
      { said: file.forInstallation },
    );
  if (file.training !== training)
    throw refused(
      training ? "trainingOnly" : "wrongState",
      "carryTraining",
      "Work from training and real work never meet.",
    );
}

function assertNew(sql: Sql, carryId: string): void {
  if (isCarriedIn(sql, carryId))
    throw refused("exists", "carryTakenIn", "This till has taken this file in already.");
}

/** The work goes to the lender that it was taken for, in its currency, or it is not taken in. */
function assertFits(context: DeskContext, work: CarriedWork): void {
  const { currency } = context.office();
  if (work.currency !== currency)
    throw refused(
      "wrongState",
      "carryCurrency",
      `This work is in ${work.currency}, and this till in ${currency}.`,
      {
        said: work.currency,
      },
    );
  const own = readProviders(context.journal.sql);
  for (const { id, kind, baseUrl } of work.providers)
    if (!own.some((provider) => provider.id === id && provider.kind === kind && provider.baseUrl === baseUrl))
      throw refused(
        "unknownProvider",
        "carryLender",
        `Set up the lender "${id}" with the address ${baseUrl} first.`,
        { said: `${id}: ${baseUrl}` },
      );
}

function assertNothingHere(sql: Sql, work: CarriedWork): void {
  for (const { record } of work.items) {
    const { itemId, captureId, receiptNo, amountMinor, providerId, loanRef } = record;
    if (readItem(sql, itemId) !== null || itemByCapture(sql, captureId) !== null)
      throw refused("exists", "carryReceiptHere", `Receipt ${receiptNo} is at this till already.`, {
        said: receiptNo,
      });
    const open = isOpen(record) ? openItemOfLoan(sql, providerId, loanRef) : null;
    if (open !== null)
      throw refused(
        "openOperation",
        "carryLoanOpen",
        `Receipt ${open.receiptNo} of the same loan is not certain here yet; settle it before you take in ${receiptNo} over ${decimalTextFromMinor(amountMinor)}.`,
        { retry: true, said: open.receiptNo },
      );
  }
  for (const { payload } of work.loans)
    if (readLoan(sql, payload.loanId) !== null)
      throw refused("exists", "carryLoanHere", `Loan ${payload.loanId} is at this till already.`, {
        said: payload.loanRef ?? payload.loanId,
      });
}

/** So that a third computer refuses the same stick. Where it cannot be written, only this till knows. */
function markAsUsed({ log }: DeskContext, path: string, carryId: string, installationId: string): void {
  try {
    writeDurably(path, [usedCarry(carryId, installationId)]);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    log("warning", "carry.fileNotMarked", { carryId });
  }
}

function tell(context: DeskContext, work: CarriedWork): void {
  context.emit("outbox.changed", { itemIds: work.items.map(({ record }) => record.itemId) });
  context.emit("till.changed", {});
  for (const { payload } of work.loans) context.emit("loan.changed", { loanId: payload.loanId });
}
