/** Gathers what stands on an item's paper: the item, the people as far as they are known, and the numbers given out. */
import { Refusal } from "../../shared/errors.ts";
import type { Counter } from "../documents/receipts/counter.ts";
import { type ItemFacts, receiptSheet, type SlipFacts, slipSheet } from "../documents/receipts/itemSheet.ts";
import type { Sheet } from "../documents/receipts/sheet.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import { lastHappening, paperNumbersOf } from "../journal/paper/queries.ts";
import { readItem } from "../journal/projections/outbox.ts";
import type { DeskContext } from "./context.ts";

export type ItemPaper = "receipt" | "giveBack" | "void";

/** The counter's head, in the office's language. */
export function counterOf(context: DeskContext): Counter {
  const { office, till, language, training } = context.office();
  return { office, till, language, training };
}

interface People {
  customer: string | null;
  payer: string | null;
  pin: string | null;
}

function firstOf(...values: (string | undefined)[]): string | null {
  return values.find((value) => value !== undefined && value !== "") ?? null;
}

/** Empty once purged: a receipt printed again after that names nobody. */
function peopleOf({ journal }: DeskContext, item: ItemRecord): People {
  const own = journal.cells.get("items", item.itemId);
  const loan = item.loanId === null ? {} : journal.cells.get("loans", item.loanId);
  const books = journal.cells.get("readings", `${item.providerId}/${item.loanRef}`);
  const applicant = [loan["firstName"] ?? "", loan["lastName"] ?? ""].join(" ").trim();
  return {
    customer: firstOf(own["clientName"], loan["clientName"], applicant, books["clientName"]),
    payer: firstOf(own["payerName"]),
    pin: firstOf(own["clientPin"], loan["pin"], books["clientPin"]),
  };
}

function factsOf(context: DeskContext, item: ItemRecord, people: People): ItemFacts {
  const { itemId, kind, receiptNo, amountMinor, currency, capturedAt, loanRef } = item;
  return {
    ...{ itemId, kind, receiptNo, amountMinor, currency, capturedAt, loanRef },
    cashier: item.capturedBy,
    customer: people.customer,
    payer: people.payer,
    lender: context.provider(item.providerId).name,
    state: item.state,
    certainty: item.certainty,
    givenBack: item.givenBack,
    lenderSaid: item.providerMessage,
  };
}

function wrongState(sentence: string): Refusal {
  return new Refusal("wrongState", sentence, { field: "what" });
}

/** A withdrawn payment's slip has the receipt's own number; cash given back has one of its own. */
function slipOf({ journal }: DeskContext, item: ItemRecord, what: "giveBack" | "void"): SlipFacts {
  if (what === "void") {
    const voided = lastHappening(journal.sql, item.itemId, "item.voided");
    if (voided === null) throw wrongState("This payment was not withdrawn: there is no slip for it.");
    const reason = item.notes.at(-1)?.text ?? null;
    return { number: item.receiptNo, at: voided.at, cashier: voided.actor, reason };
  }
  const given = lastHappening(journal.sql, item.itemId, "item.givenBack");
  // A receipt of another till has no number here, so its slip's is the only one.
  const number = paperNumbersOf(journal.sql, item.itemId).find((one) => one !== item.receiptNo);
  if (given === null || number === undefined)
    throw wrongState("No cash was given back for this payment: there is no slip for it.");
  return { number, at: given.at, cashier: given.actor, reason: null };
}

export interface GatheredPaper {
  sheet: Sheet;
  /** Whose key seals a kept copy of it; null where nobody is known. */
  pin: string | null;
  name: string;
}

/** Throws `unknownItem`, and `wrongState` for a slip about something that did not happen. */
export function gatherPaper(context: DeskContext, itemId: string, what: ItemPaper): GatheredPaper {
  const item = readItem(context.journal.sql, itemId);
  if (item === null)
    throw new Refusal("unknownItem", "There is no such item at this till.", { field: "itemId" });
  const people = peopleOf(context, item);
  const facts = factsOf(context, item, people);
  const counter = counterOf(context);
  const sheet =
    what === "receipt"
      ? receiptSheet(facts, counter)
      : slipSheet(what, facts, slipOf(context, item, what), counter);
  return { sheet, pin: people.pin, name: `${sheet.number ?? item.receiptNo}.html` };
}
