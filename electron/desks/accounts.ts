/** The desk for loan accounts in the lender's own book (Q2): opened once, and read back where no answer came. */
import { z } from "zod";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import type { CallValue, ParsedInput } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { customerDigest } from "../journal/customerDigest.ts";
import {
  accountByCapture,
  accountsAskedFor,
  accountsOfCustomer,
  isAccountKnown,
  type StoredAccount,
} from "../journal/customers/queries.ts";
import type { BookedAccount, NewLoanAccount } from "../providers/contract.ts";
import { readAccountForm } from "./accounts/form.ts";
import { findOpened } from "./accounts/readingBack.ts";
import { accountView, scheduleOf, scheduleSchema } from "./accounts/view.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { answered, refusalOf } from "./lenders.ts";
import { canonicalText, partFor } from "./otherSystems.ts";

export type AccountsCalls =
  | "accounts.create"
  | "accounts.list"
  | "accounts.readBack"
  | "accounts.decideDoubt";

/** The newest are listed; older ones are found in the journal. */
const MOST_LISTED = 200;

/** Sealed beside the row: what was asked for names the borrower. */
const sealedForm = z
  .string()
  .transform((text) => readAccountForm(z.record(z.string(), z.json()).parse(JSON.parse(text))));

export function createAccountsDesk(context: DeskContext): DeskCalls<AccountsCalls> {
  const { journal, courier } = context;
  const underWay = new Map<string, Promise<LoanAccountView>>();

  function view(account: StoredAccount): LoanAccountView {
    const { schedule, form } = journal.cells.get("accounts", account.accountRequestId);
    return {
      ...accountView(account, schedule === undefined ? null : scheduleSchema.parse(JSON.parse(schedule))),
      borrowerId: form === undefined ? null : sealedForm.parse(form).borrowerId,
    };
  }

  function found(captureId: string): StoredAccount {
    const account = accountByCapture(journal.sql, captureId);
    if (!account) throw new Refusal("unknownItem", "There is no such request.", { field: "captureId" });
    return account;
  }

  function keepSchedule(
    cells: DeskContext["journal"]["cells"],
    accountRequestId: string,
    borrowerId: string,
    account: BookedAccount,
  ): void {
    const schedule = JSON.stringify(scheduleOf(account));
    cells.put(cells.customerFor(borrowerId), "accounts", accountRequestId, { schedule });
  }

  /** The intent is durable before the first byte leaves; whatever happens then, this request is never sent again. */
  async function open(
    input: ParsedInput<"accounts.create">,
    form: NewLoanAccount,
    digest: string,
    by: SignedIn,
  ) {
    const { providerId, captureId, customerPin } = input;
    const { provider, part } = partFor(context, providerId, "accounts", "loanAccount");
    const accountRequestId = context.newId("account");
    journal.write(({ append, cells }) => {
      append({
        kind: "account.creating",
        payload: {
          accountRequestId,
          captureId,
          providerId,
          fieldsDigest: digest,
          amountMinor: form.loanAmountMinor,
          currency: provider.currency,
          ...(customerPin === undefined ? {} : { customerDigest: customerDigest(journal, customerPin) }),
        },
        actor: by.name,
      });
      cells.put(cells.customerFor(form.borrowerId), "accounts", accountRequestId, {
        form: JSON.stringify(form),
      });
    });
    const answer = await part.create(form);
    courier.heard(providerId, answer);
    const booked = answer.kind === "answer" ? answer.value : null;
    const result = (
      {
        answer: "created",
        unclear: "inDoubt",
        noLine: "notSent",
        refused: "refused",
        credentials: "refused",
      } as const
    )[answer.kind];
    journal.write(({ append, cells }) => {
      append({
        kind: "account.answered",
        payload: {
          accountRequestId,
          result,
          accountId: booked?.accountId ?? null,
          bookedAmountMinor: booked?.amountMinor ?? null,
          feeMinor: booked?.feeMinor ?? null,
          status: booked?.status ?? null,
        },
        actor: by.name,
      });
      if (booked) keepSchedule(cells, accountRequestId, form.borrowerId, booked);
    });
    if (answer.kind === "refused") {
      throw refusalOf(answer, answer.field === undefined ? undefined : `account.${answer.field}`);
    }
    if (answer.kind !== "answer" && answer.kind !== "unclear") throw refusalOf(answer);
    return view(found(captureId));
  }

  /** What this form has come to already; null where nothing was opened by it and it may be sent. */
  function firstResult(
    captureId: string,
    form: NewLoanAccount,
    digest: string,
  ): Promise<LoanAccountView> | null {
    const known = accountByCapture(journal.sql, captureId);
    if (!known || known.result === "refused" || known.result === "notSent") return null;
    if (known.fieldsDigest !== digest) {
      throw known.amountMinor === form.loanAmountMinor
        ? new Refusal("exists_with_different_fields", "This form was sent already, with other fields.")
        : new Refusal("exists_with_different_amount", "This form was sent already, with another amount.");
    }
    return underWay.get(captureId) ?? Promise.resolve(view(known));
  }

  function inDoubt(captureId: string): StoredAccount {
    const account = found(captureId);
    const isOpen = account.result === null || account.result === "inDoubt";
    if (!isOpen || underWay.has(captureId)) {
      throw new Refusal("wrongState", "There is no doubt about this request.", { field: "captureId" });
    }
    return account;
  }

  async function readBack(account: StoredAccount, by: SignedIn): Promise<CallValue<"accounts.readBack">> {
    const { providerId, captureId, accountRequestId } = account;
    const { part } = partFor(context, providerId, "accounts", "loanAccount");
    const { form: sealed } = journal.cells.get("accounts", accountRequestId);
    if (sealed === undefined)
      throw new Refusal("notYetCertain", "What was asked for was purged. Ask the lender.");
    const form = sealedForm.parse(sealed);
    const answer = await part.accountsOf(form.borrowerId);
    if (answer.kind === "refused") {
      courier.heard(providerId, answer);
      return { ...view(account), candidates: [], message: `${answer.message} Then record what they say.` };
    }
    const listed = answered(context, providerId, answer);
    // Another call may have settled it while the lender was asked.
    inDoubt(captureId);
    const finding = findOpened(form, listed, (id) => isAccountKnown(journal.sql, providerId, id));
    if (finding.kind === "found") {
      const booked = finding.account;
      journal.write(({ append, cells }) => {
        append({
          kind: "account.settled",
          payload: {
            accountRequestId,
            by: "readBack",
            accountId: booked.accountId,
            bookedAmountMinor: booked.amountMinor,
            feeMinor: booked.feeMinor,
            status: booked.status,
            note: null,
          },
          actor: by.name,
        });
        keepSchedule(cells, accountRequestId, form.borrowerId, booked);
      });
      const message = "The account stands in the lender's book: the request had arrived.";
      return { ...view(found(captureId)), candidates: [], message };
    }
    if (finding.kind === "absent") {
      const message =
        "No such account stands in the lender's book yet. That does not prove that none will: ask the lender before anything is sent again.";
      return { ...view(account), candidates: [], message };
    }
    const candidates = finding.candidates.map(({ accountId, name, status, amountMinor }) => ({
      accountId,
      name,
      status,
      amountMinor,
    }));
    const message = "These accounts could be it. Ask the lender which one it is, and record it.";
    return { ...view(account), candidates, message };
  }

  return {
    "accounts.create": async (input, by) => {
      const { captureId, providerId } = input;
      partFor(context, providerId, "accounts", "loanAccount");
      const form = readAccountForm(input.account);
      const digest = journal.digest("account", canonicalText({ providerId, form }));
      const first = firstResult(captureId, form, digest);
      if (first !== null) return first;
      const opening = open(input, form, digest, by).finally(() => underWay.delete(captureId));
      underWay.set(captureId, opening);
      return opening;
    },
    "accounts.list": ({ customerPin }) => ({
      accounts: (customerPin === undefined
        ? accountsAskedFor(journal.sql, MOST_LISTED)
        : accountsOfCustomer(journal.sql, customerDigest(journal, customerPin), MOST_LISTED)
      )
        .filter(({ captureId }) => !underWay.has(captureId))
        .map((account) => ({
          ...view(account),
          captureId: account.captureId,
          providerId: account.providerId,
          at: account.at,
        })),
    }),
    "accounts.readBack": ({ captureId }, by) => {
      const account = found(captureId);
      if (account.result === "created") {
        return { ...view(account), candidates: [], message: "This account is known already." };
      }
      return readBack(inDoubt(captureId), by);
    },
    "accounts.decideDoubt": async ({ captureId, decision, accountId, note, approval }, by) => {
      const account = inDoubt(captureId);
      const { accountRequestId, providerId } = account;
      if (decision === "created" && accountId === undefined) {
        throw new Refusal("invalidInput", "Enter the account's id as the lender told it.", {
          field: "accountId",
        });
      }
      if (accountId !== undefined && isAccountKnown(journal.sql, providerId, accountId)) {
        throw new Refusal("exists", "This account belongs to another request of this counter.", {
          field: "accountId",
        });
      }
      if (by.role === "cashier") await context.approve(approval, "account.doubtDecided", accountRequestId);
      inDoubt(captureId);
      journal.write(({ append }) =>
        append({
          kind: "account.settled",
          payload: {
            accountRequestId,
            by: "hand",
            accountId: decision === "created" ? (accountId ?? null) : null,
            bookedAmountMinor: null,
            feeMinor: null,
            status: decision === "created" ? "byHand" : "notCreated",
            note,
          },
          actor: by.name,
        }),
      );
      const settled = found(captureId);
      if (settled.accountId !== null) return view(settled);
      return { ...view(settled), status: "notCreated" };
    },
  };
}
