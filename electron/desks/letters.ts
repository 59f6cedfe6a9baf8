/** The desk for letters: the no-dues letter of a loan that was repaid (Apollo), and who waits for one. */
import { Refusal } from "../../shared/errors.ts";
import type { ProviderReason } from "../../shared/providerReasons.ts";
import { issuedLetters } from "../journal/customers/queries.ts";
import { loanByReference } from "../journal/loans/queries.ts";
import type { LetterRefusal } from "../providers/contract.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { keptAnswer } from "./keptAnswer.ts";
import { answered } from "./lenders.ts";
import { dueLetters } from "./letters/due.ts";
import { partFor } from "./otherSystems.ts";

/** The newest; older letters are found in the journal. */
const MOST_LISTED = 100;

/** What the page has to say about each refusal, and which field of the question it is about. */
const refusals: Readonly<Record<LetterRefusal, { reason: ProviderReason; field?: string }>> = {
  notClosed: { reason: "letterNotClosed" },
  unknownLoan: { reason: "letterUnknownLoan", field: "loanId" },
  unsupportedLoanType: { reason: "letterLoanType", field: "loanType" },
  wrongPartnerTag: { reason: "letterPartnerTag" },
};

export function createLettersDesk(context: DeskContext): DeskCalls<"letters.noc" | "letters.list"> {
  const { journal, documents } = context;
  return {
    "letters.noc": async ({ providerId, loanId, loanType }, by) => {
      const { part } = partFor(context, providerId, "letters", "noDuesLetter");
      if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(loanId)) {
        throw new Refusal("invalidInput", "Enter the loan's number as it was given to Apollo.", {
          field: "loanId",
        });
      }
      journal.write(({ append }) =>
        append({
          kind: "customer.read",
          payload: { what: "noDuesLetter", subjectId: loanId },
          actor: by.name,
        }),
      );
      const answer = answered(context, providerId, await part.noDuesLetter(loanId, loanType));
      if (!answer.given) {
        const { said, because, message } = answer;
        throw new Refusal("providerRefused", message, { ...refusals[because], said });
      }
      const loan = ownLoan(context, loanId);
      const view = await keptAnswer(
        documents.keep({
          name: answer.letter.name,
          bytes: answer.letter.bytes,
          source: "letter",
          actor: by.name,
          expectedLoanRef: loanId,
          ...(loan === null ? {} : { loanId: loan }),
        }),
        "The letter that came from Apollo cannot be opened. It was not kept.",
        "letterNotPdf",
      );
      journal.write(({ append }) =>
        append({
          kind: "letter.issued",
          payload: { providerId, loanRef: loanId, loanType, documentId: view.documentId },
          actor: by.name,
        }),
      );
      return { ...view, host: answer.host };
    },
    "letters.list": () => ({
      letters: issuedLetters(journal.sql, MOST_LISTED),
      due: dueLetters(context, MOST_LISTED),
    }),
  };
}

/** The loan of this counter under that reference, whichever lender made it. */
function ownLoan(context: DeskContext, loanRef: string): string | null {
  for (const { id, lender } of context.providers()) {
    const loan = lender ? loanByReference(context.journal.sql, id, loanRef) : null;
    if (loan) return loan.loanId;
  }
  return null;
}
