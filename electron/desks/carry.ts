/** Carrying unsettled work to another computer when this one is dying: set apart here for good, taken in there once. */
import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../../shared/errors.ts";
import { decimalTextFromMinor } from "../../shared/money.ts";
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
import type { DeskCalls, DeskContext } from "./context.ts";

/** A day's queue with all its evidence takes some megabytes. */
const LARGEST_FILE = 200 * 1024 * 1024;

export function createCarryDesk(context: DeskContext): DeskCalls<"setup.carryOut" | "setup.carryIn"> {
  const { journal, random } = context;

  return {
    "setup.carryOut": async ({ path, passphrase, forInstallation }, by) => {
      const { installationId: fromInstallation, training, currency } = context.office();
      if (forInstallation === fromInstallation)
        throw new Refusal("invalidInput", "This is the number of this till itself.", {
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
      return { items: work.items.length, path };
    },

    "setup.carryIn": async ({ path, passphrase }, by) => {
      const { installationId } = context.office();
      const file = readCarry(readText(path));
      const { carryId, fromInstallation } = file;
      assertForUs(context, file);
      assertNew(journal.sql, carryId);
      const work = carriedWorkSchema.safeParse(await openCarry(file, passphrase));
      if (!work.success)
        throw new Refusal(
          "newerData",
          "Another version of Counterfoil wrote this file. Install that version.",
          {
            field: "path",
          },
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
      return { items: work.data.items.length };
    },
  };
}

function writeFile(path: string, text: string): void {
  try {
    writeDurably(path, [text]);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    throw new Refusal(
      "storageFailed",
      "The file could not be written there. The work is set apart: choose another place and ask once more.",
      { field: "path", retry: true },
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
    throw new Refusal("wrongState", "Nothing is unsettled at this till: there is nothing to carry.");
  const repeats = last !== null && (!last.written || waiting.length === 0);
  if (repeats && forInstallation !== null && last.forInstallation !== forInstallation)
    throw new Refusal("wrongState", "This work was set apart for another till already.", {
      field: "forInstallation",
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
    );
}

function readText(path: string): string {
  try {
    if (statSync(path).size > LARGEST_FILE)
      throw new Refusal("fileTooLarge", "This is no carry-out file: it is too large.", { field: "path" });
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    throw new Refusal("fileUnreadable", "The file cannot be read.", { field: "path" });
  }
}

function assertForUs(
  context: DeskContext,
  file: { fromInstallation: string; forInstallation: string | null; training: boolean },
): void {
  const { installationId, training } = context.office();
  if (file.fromInstallation === installationId)
    throw new Refusal("wrongState", "This till itself wrote the file: its work is another computer's now.", {
      field: "path",
    });
  if (file.forInstallation !== null && file.forInstallation !== installationId)
    throw new Refusal(
      "wrongState",
      `This file is for installation ${file.forInstallation}; this one is ${installationId}.`,
      { field: "path" },
    );
  if (file.training !== training)
    throw new Refusal(
      training ? "trainingOnly" : "wrongState",
      "Work from training and real work never meet.",
      { field: "path" },
    );
}

function assertNew(sql: Sql, carryId: string): void {
  if (isCarriedIn(sql, carryId))
    throw new Refusal("exists", "This till has taken this file in already.", { field: "path" });
}

/** The work goes to the lender that it was taken for, in its currency, or it is not taken in. */
function assertFits(context: DeskContext, work: CarriedWork): void {
  const { currency } = context.office();
  if (work.currency !== currency)
    throw new Refusal("wrongState", `This work is in ${work.currency}, and this till in ${currency}.`, {
      field: "path",
    });
  const own = readProviders(context.journal.sql);
  for (const { id, kind, baseUrl } of work.providers)
    if (!own.some((provider) => provider.id === id && provider.kind === kind && provider.baseUrl === baseUrl))
      throw new Refusal("unknownProvider", `Set up the lender "${id}" with the address ${baseUrl} first.`, {
        field: "path",
      });
}

function assertNothingHere(sql: Sql, work: CarriedWork): void {
  for (const { record } of work.items) {
    const { itemId, captureId, receiptNo, amountMinor, providerId, loanRef } = record;
    if (readItem(sql, itemId) !== null || itemByCapture(sql, captureId) !== null)
      throw new Refusal("exists", `Receipt ${receiptNo} is at this till already.`, { field: "path" });
    const open = isOpen(record) ? openItemOfLoan(sql, providerId, loanRef) : null;
    if (open !== null)
      throw new Refusal(
        "openOperation",
        `Receipt ${open.receiptNo} of the same loan is not certain here yet; settle it before you take in ${receiptNo} over ${decimalTextFromMinor(amountMinor)}.`,
        { field: "path", retry: true },
      );
  }
  for (const { payload } of work.loans)
    if (readLoan(sql, payload.loanId) !== null)
      throw new Refusal("exists", `Loan ${payload.loanId} is at this till already.`, { field: "path" });
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
