/** Takes a repayment: durable before the receipt, the same filled form once, and never waiting for the lender. */
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import { CARRIED_OUT } from "../../journal/carry/carriedWork.ts";
import type { JournalTransaction } from "../../journal/contract.ts";
import { loanByReference } from "../../journal/loans/queries.ts";
import { itemByCapture, untoldRepayments } from "../../journal/outbox/captures.ts";
import { frozenBecause } from "../../journal/outbox/queries.ts";
import { nextReceiptNumber } from "../../journal/outbox/receiptNumbers.ts";
import type { ItemRecord } from "../../journal/outbox/record.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { assertTillCurrency, lenderFor } from "../lenders.ts";
import { type CounterLine, digestOfPin } from "./line.ts";
import { offlineRefusal } from "./offline.ts";

type Input = ParsedInput<"repayments.capture">;
type Value = CallValue<"repayments.capture">;

export async function captureRepayment(
  context: DeskContext,
  line: CounterLine,
  input: Input,
  by: SignedIn,
): Promise<Value> {
  const { journal } = context;
  const { provider } = lenderFor(context, input.providerId, "repayment");
  const fieldsDigest = digestOfFields(context, input);
  const first = itemByCapture(journal.sql, input.captureId);
  if (first !== null) return firstReceipt(first, input, fieldsDigest);
  context.openShift();
  assertTillCurrency(context, provider);
  assertNotFrozen(context, input);
  const offline = await assertWithinLimits(context, line, input);
  const value = journal.write((transaction): Value => {
    // Looked at again: a second click may have come while the line was looked at.
    const meanwhile = itemByCapture(transaction.sql, input.captureId);
    if (meanwhile !== null) return firstReceipt(meanwhile, input, fieldsDigest);
    assertNotFrozen(context, input);
    return append(context, transaction, input, { fieldsDigest, offline, by: by.name });
  });
  if (!value.exists) {
    context.emit("outbox.changed", { itemIds: [value.itemId] });
    context.courier.wake();
  }
  return value;
}

/**
 * True where the lender is out of reach just now. The line itself is asked only where the limits for that would refuse
 * the customer: whatever is within them is taken without waiting. Throws the code of the limit.
 */
async function assertWithinLimits(context: DeskContext, line: CounterLine, input: Input): Promise<boolean> {
  const { providerId, loanRef } = input;
  const recent = line.recentLook(providerId, loanRef);
  if (recent === "answering") return false;
  const isOffline = recent === "silent" || !line.isAnswering(providerId);
  const refusal = refusalWhileOffline(context, line, input);
  if (refusal === null) return isOffline;
  if (recent === null) {
    const books = await line.look(providerId, loanRef);
    if (books !== null && books.kind !== "unavailable") return false;
  }
  throw refusal;
}

function refusalWhileOffline(context: DeskContext, line: CounterLine, input: Input): Refusal | null {
  const { providerId, loanRef, amountMinor, clientPin = "", payerPhone = "" } = input;
  const { journal, clock, limits } = context;
  const limit = offlineRefusal({
    amountMinor,
    untold: untoldRepayments(journal.sql),
    silentSince: line.silentSince(providerId),
    now: clock.now(),
    limits: limits(),
  });
  if (limit !== null) return limit;
  if (line.isCustomerKnown(providerId, loanRef) || (clientPin !== "" && payerPhone !== "")) return null;
  return new Refusal(
    "customerUnknownOffline",
    "This till has never read this loan, and the lender does not answer. Enter the customer's PIN and phone.",
    { field: clientPin === "" ? "clientPin" : "payerPhone" },
  );
}

function assertNotFrozen({ journal }: DeskContext, { providerId, loanRef }: Input): void {
  const because = frozenBecause(journal.sql, providerId, loanRef);
  if (because === null) return;
  throw new Refusal(
    "loanFrozen",
    because === CARRIED_OUT
      ? "The payments of this loan were carried out to another computer. Take money for it there."
      : "A payment of this loan may have been booked twice. Take nothing for it until somebody has decided.",
    { field: "loanRef" },
  );
}

function append(
  context: DeskContext,
  { append: appendRow, sql, cells }: JournalTransaction,
  input: Input,
  facts: { fieldsDigest: string; offline: boolean; by: string },
): Value {
  const { providerId, loanRef, amountMinor, captureId } = input;
  const office = context.office();
  const itemId = context.newId("item");
  const receiptNo = nextReceiptNumber(sql, office);
  appendRow({
    kind: "repayment.captured",
    payload: {
      itemId,
      captureId,
      receiptNo,
      providerId,
      loanRef,
      loanId: loanByReference(sql, providerId, loanRef)?.loanId ?? null,
      amountMinor,
      currency: office.currency,
      customerDigest: digestOfPin(context, input.clientPin),
      fieldsDigest: facts.fieldsDigest,
      offline: facts.offline,
    },
    actor: facts.by,
    shiftId: context.openShift(),
  });
  keepPeople(cells, itemId, input);
  return { repaymentId: itemId, itemId, receiptNo, state: "queued", exists: false };
}

/** What the counter typed about customer and payer, and the name that the lender's books gave, for the receipt. */
function keepPeople(cells: JournalTransaction["cells"], itemId: string, input: Input): void {
  const { clientPin = "", payerName = "", payerPhone = "" } = input;
  const known = cells.get("readings", `${input.providerId}/${input.loanRef}`);
  const clientName = known["clientName"] ?? "";
  const typed = { clientPin, payerName, payerPhone, clientName };
  const values = Object.fromEntries(Object.entries(typed).filter(([, text]) => text !== ""));
  if (Object.keys(values).length === 0) return;
  const pin = clientPin === "" ? (known["clientPin"] ?? "") : clientPin;
  cells.put(pin === "" ? cells.anonymousCustomer() : cells.customerFor(pin), "items", itemId, values);
}

function digestOfFields({ journal }: DeskContext, input: Input): string {
  const { providerId, loanRef, amountMinor, clientPin = "", payerName = "", payerPhone = "" } = input;
  return journal.digest(
    "repayment",
    JSON.stringify({ providerId, loanRef, amountMinor, clientPin, payerName, payerPhone }),
  );
}

/** The vocabulary of idempotence: the same id with the same fields is the same payment, and anything else is refused. */
function firstReceipt(item: ItemRecord, input: Input, fieldsDigest: string): Value {
  const { itemId, receiptNo, state } = item;
  if (item.fieldsDigest === fieldsDigest)
    return { repaymentId: itemId, itemId, receiptNo, state, exists: true };
  const message = `This form was captured before with other contents (receipt ${receiptNo}).`;
  if (item.loanRef !== input.loanRef || item.providerId !== input.providerId)
    throw new Refusal("exists_with_different_loan", message, { field: "loanRef" });
  if (item.amountMinor !== input.amountMinor)
    throw new Refusal("exists_with_different_amount", message, { field: "amountMinor" });
  throw new Refusal("exists_with_different_fields", message, { field: "captureId" });
}
