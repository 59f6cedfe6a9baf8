/** A person decides what the program cannot: with a note, with a second person's consent, and with the books read anew. */
import type { ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import { heldReasonSchema } from "../../../shared/outbox.ts";
import type { JournalTransaction } from "../../journal/contract.ts";
import { isFrozen, itemsOfLoan } from "../../journal/outbox/queries.ts";
import { type ItemRecord, nothingEverLeft } from "../../journal/outbox/record.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { readBooksWithin, refusalOf } from "../lenders.ts";
import { findItem } from "../repayments/giveBack.ts";
import { decisionsOn, mayBeSentAgain, mayBeVoided, needsTwoToRelease, waivableReasons } from "./decisions.ts";

type ResolveInput = ParsedInput<"outbox.resolve">;

const LOOK_WITHIN_MS = 10_000;

export async function resolveItem(context: DeskContext, input: ResolveInput, by: SignedIn): Promise<void> {
  const { itemId, decision } = input;
  const { journal } = context;
  const item = findItem(journal.sql, itemId);
  assertMayResolve(context, item, input);
  const approvedBy = await consent(context, item, input, by);
  if (putsInQueue(decision) && !nothingEverLeft(item)) await assertStillAbsent(context, item);
  journal.write((transaction) => {
    // Looked at again: in the meantime the courier may have settled it.
    const now = findItem(transaction.sql, itemId);
    assertMayResolve(context, now, input);
    append(transaction, now, input, approvedBy, by);
  });
  context.courier.wake();
}

export async function voidItem(
  context: DeskContext,
  { itemId, reason, approval }: ParsedInput<"outbox.void">,
  by: SignedIn,
): Promise<void> {
  const { journal } = context;
  const item = findItem(journal.sql, itemId);
  assertMayVoid(item);
  // Where other data may have sent it, giving it up says that the lender has not booked it: nobody signs that later.
  const act = needsTwoToRelease(item) ? "outbox.notPosted" : "outbox.void";
  const approvedBy = await context.approve(approval, act, itemId);
  journal.write(({ append: appendRow, sql }) => {
    // Looked at again: while the second person typed, it may have been sent.
    assertMayVoid(findItem(sql, itemId));
    appendRow({ kind: "item.voided", payload: { itemId, reason, approvedBy }, actor: by.name });
  });
}

function assertMayVoid(item: ItemRecord): void {
  if (mayBeVoided(item)) return;
  if (isInDoubt(item) || item.state === "attention")
    throw new Refusal("notYetCertain", "It may have reached the lender: it can no longer be withdrawn.");
  throw new Refusal("wrongState", sentenceFor(item));
}

function putsInQueue(decision: ResolveInput["decision"]): boolean {
  return decision === "sendAgain" || decision === "release";
}

/** Everything but a harmless release needs a second person; a supervisor alone may set a reason aside. */
async function consent(
  context: DeskContext,
  item: ItemRecord,
  { decision, approval, loanRef }: ResolveInput,
  by: SignedIn,
): Promise<string | null> {
  const isPlainRelease =
    decision === "release" && (loanRef === undefined || loanRef === item.loanRef) && !needsTwoToRelease(item);
  const needsSupervisor = waivableReasons.includes(item.reason ?? "") || item.reason === "credentials";
  const needsNobody = isPlainRelease && (by.role !== "cashier" || !needsSupervisor);
  if (needsNobody && approval === undefined) return null;
  return context.approve(approval, `outbox.${decision}`, item.itemId);
}

function assertMayResolve(context: DeskContext, item: ItemRecord, { decision, loanRef }: ResolveInput): void {
  if (isInDoubt(item))
    throw new Refusal(
      "notYetCertain",
      "The lender's books have not shown yet what became of it. Do not take or pay this money again.",
      { retry: true },
    );
  const isPossible =
    decision === "sendAgain"
      ? mayBeSentAgain(item)
      : decisionsOn(item, context.limits().absentQuarantineMs).includes(decision);
  if (!isPossible) throw new Refusal("wrongState", sentenceFor(item));
  if (loanRef === undefined || loanRef === item.loanRef) return;
  if (!putsInQueue(decision) || item.state !== "held" || !nothingEverLeft(item) || item.kind !== "repayment")
    throw new Refusal(
      "wrongState",
      "The reference of what may have reached the lender stays as it was sent.",
      {
        field: "loanRef",
      },
    );
  if (isFrozen(context.journal.sql, item.providerId, loanRef))
    throw new Refusal("loanFrozen", "That loan is frozen until a possible duplicate was looked into.", {
      field: "loanRef",
    });
}

function isInDoubt({ state }: ItemRecord): boolean {
  return state === "acknowledged" || state === "unconfirmed" || state === "sending";
}

/**
 * What was absent may have been booked late: sending again without looking would book it twice. Throws `notYetCertain`
 * where the books have moved, and what the line says where they cannot be read.
 */
async function assertStillAbsent(context: DeskContext, item: ItemRecord): Promise<void> {
  const books = await readBooksWithin(context, item.providerId, item.loanRef, LOOK_WITHIN_MS);
  if (books === null)
    throw new Refusal(
      "noLine",
      "The lender's books did not answer in time; it is sent again only after a look at them.",
      {
        retry: true,
      },
    );
  if (books.kind === "unavailable") throw refusalOf(books.answer);
  const baseline = item.attempts.at(-1)?.baseline;
  const isAbsent =
    item.kind === "payout"
      ? books.kind === "none"
      : books.reading.kind === "loan" &&
        baseline?.kind === "loan" &&
        books.reading.repaidMinor === baseline.repaidMinor;
  if (isAbsent) return;
  context.courier.wake();
  throw new Refusal(
    "notYetCertain",
    "The lender's books have moved since it was last looked at: it may be booked by now. It is not sent again.",
    { retry: true },
  );
}

function append(
  { append: appendRow, sql }: JournalTransaction,
  item: ItemRecord,
  { decision, note, loanRef }: ResolveInput,
  approvedBy: string | null,
  by: SignedIn,
): void {
  const { itemId, providerId } = item;
  const actor = by.name;
  const isAnotherLoan = loanRef !== undefined && loanRef !== item.loanRef;
  if (decision === "release" && !isAnotherLoan) {
    const waives = waivableReasons.includes(item.reason ?? "") ? heldReasonSchema.parse(item.reason) : null;
    appendRow({ kind: "item.released", payload: { itemId, waives, note, approvedBy }, actor });
    return;
  }
  appendRow({
    kind: "item.resolved",
    payload: {
      itemId,
      decision: decision === "release" ? "sendAgain" : decision,
      note,
      loanRef: isAnotherLoan ? loanRef : null,
      approvedBy,
    },
    actor,
  });
  if (item.reason === "possibleDuplicate" && isLastDuplicate(sql, item))
    appendRow({ kind: "loan.unfrozen", payload: { providerId, loanRef: item.loanRef, note }, actor });
}

/** The loan stays frozen while another possible duplicate of it waits. */
function isLastDuplicate(
  sql: JournalTransaction["sql"],
  { providerId, loanRef, itemId }: ItemRecord,
): boolean {
  return !itemsOfLoan(sql, providerId, loanRef).some(
    (other) => other.itemId !== itemId && other.state === "attention" && other.reason === "possibleDuplicate",
  );
}

function sentenceFor(item: ItemRecord): string {
  switch (item.state) {
    case "posted":
      return "The lender has booked it: nothing is left to decide.";
    case "refused":
    case "voided":
      return "It is not with the lender and never will be: its cash goes back to the customer.";
    case "queued":
      return "It waits to be sent; nothing has to be decided.";
    case "held":
      return item.reason === "earlierDoubt"
        ? "It waits for an earlier payment of this loan. Decide that one."
        : "This cannot be decided while it is held.";
    case "attention":
      return item.kind === "payout"
        ? "The customer has the cash: this can only be settled with the lender."
        : "What the lender's books show does not allow this decision.";
    case "sending":
    case "acknowledged":
    case "unconfirmed":
      return "It is on its way to the lender.";
  }
}
