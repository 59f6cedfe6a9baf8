/** The desk for letters: the no-dues letter of a loan that was repaid (Apollo). */
import { Refusal } from "../../shared/errors.ts";
import { loanByReference } from "../journal/loans/queries.ts";
import type { LetterRefusal } from "../providers/contract.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { answered } from "./lenders.ts";
import { partFor } from "./otherSystems.ts";

/** Which field of the question the provider's refusal is about. */
const fields: Readonly<Record<LetterRefusal, string | null>> = {
  notClosed: null,
  unknownLoan: "loanId",
  unsupportedLoanType: "loanType",
  wrongPartnerTag: null,
};

export function createLettersDesk(context: DeskContext): DeskCalls<"letters.noc"> {
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
        const field = fields[answer.because];
        throw new Refusal("providerRefused", answer.message, field === null ? {} : { field });
      }
      const loan = ownLoan(context, loanId);
      const view = await documents.keep({
        name: answer.letter.name,
        bytes: answer.letter.bytes,
        source: "letter",
        actor: by.name,
        expectedLoanRef: loanId,
        ...(loan === null ? {} : { loanId: loan }),
      });
      journal.write(({ append }) =>
        append({
          kind: "letter.issued",
          payload: { providerId, loanRef: loanId, loanType, documentId: view.documentId },
          actor: by.name,
        }),
      );
      return { ...view, host: answer.host };
    },
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
