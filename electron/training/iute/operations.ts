/** Carries one request out on the books: parameters in, changed books and the documented answer out. Pure. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import type { FormReading, UploadedFile } from "../http/form.ts";
import type { AgreementLanguage, Books, LenderLoan, StoredFile } from "./books.ts";
import { findLoan, monthlyPaymentMinor } from "./books.ts";
import { addMonths } from "./calendar.ts";
import { formatOf, inputs, sentencesOf } from "./inputs.ts";
import type { Change } from "./loanProcess.ts";
import {
  bookRepayment,
  cancel,
  confirmCashRelease,
  issueAgreement,
  receiveFiles,
  submitApplication,
} from "./loanProcess.ts";
import type { IuteOperation } from "./routes.ts";
import { calculationXml, cashReleaseXml, loanInfoXml, newLoanXml, statusXml } from "./xml.ts";

export type Answer =
  | { readonly kind: "xml"; readonly xml: string }
  | { readonly kind: "agreement"; readonly loan: LenderLoan; readonly language: AgreementLanguage }
  | { readonly kind: "empty" }
  | { readonly kind: "refusal"; readonly sentences: readonly string[] };

export interface Outcome {
  readonly books: Books;
  readonly answer: Answer;
}

export interface Desk {
  readonly partnerType: string;
  /** The lender's instant, ISO 8601. */
  readonly at: string;
}

export function carryOut(operation: IuteOperation, reading: FormReading, books: Books, desk: Desk): Outcome {
  const refuse = (...sentences: string[]): Outcome => ({ books, answer: { kind: "refusal", sentences } });
  const xml = (text: string): Outcome => ({ books, answer: { kind: "xml", xml: text } });
  const outcomeOf = (change: Change, answer: (loan: LenderLoan) => Answer): Outcome =>
    change.ok ? { books: change.books, answer: answer(change.loan) } : refuse(change.sentence);
  const empty = (): Answer => ({ kind: "empty" });

  /** Checks the parameters first, the partner type second, and only then lets the operation happen. */
  function given<Input extends { partner_type: string }>(
    schema: z.ZodType<Input>,
    act: (input: Input) => Outcome,
  ) {
    if (!reading.ok) return refuse(reading.sentence);
    const parsed = schema.safeParse(Object.fromEntries(reading.form));
    if (!parsed.success) return refuse(...sentencesOf(parsed.error));
    if (parsed.data.partner_type !== desk.partnerType) return refuse("Parameter partner_type is not known.");
    return act(parsed.data);
  }

  switch (operation) {
    case "calculate":
      return given(inputs.calculate, ({ loan_amount, loan_duration }) =>
        xml(
          calculationXml(
            addMonths(desk.at.slice(0, 10), 1),
            monthlyPaymentMinor(loan_amount, loan_duration),
            loan_duration,
          ),
        ),
      );
    case "newLoan":
      return given(inputs.newLoan, (input) =>
        outcomeOf(
          submitApplication(books, applicationOf(input), storedFiles(input, desk.at), desk.at),
          (loan) => ({ kind: "xml", xml: newLoanXml(loan) }),
        ),
      );
    case "cancel":
      return given(inputs.byReference, ({ loanRef }) => outcomeOf(cancel(books, loanRef, desk.at), empty));
    case "checkStatus":
      return given(inputs.checkStatus, ({ loan_ref }) => checkStatus(loan_ref));
    case "loanInfo":
      return given(inputs.byReference, ({ loanRef }) => {
        const loan = findLoan(books, loanRef);
        return xml(loanInfoXml(loan?.step === "active" ? loan : null));
      });
    case "generateAgreement":
      return given(inputs.generateAgreement, ({ loanRef, lang }) =>
        outcomeOf(issueAgreement(books, loanRef, lang, desk.at), (loan) => ({
          kind: "agreement",
          loan,
          language: lang,
        })),
      );
    case "uploadFiles":
      return given(inputs.uploadFiles, (input) =>
        outcomeOf(receiveFiles(books, input.loan_ref, storedFiles(input, desk.at)), empty),
      );
    case "allowCashRelease":
      return given(inputs.byReference, ({ loanRef }) => allowCashRelease(loanRef));
    case "confirmCashRelease":
      return given(inputs.byReference, ({ loanRef }) =>
        outcomeOf(confirmCashRelease(books, loanRef, desk.at), empty),
      );
    case "insertRepayment":
      return given(inputs.insertRepayment, ({ loanRef, date, amount }) =>
        outcomeOf(
          bookRepayment(books, loanRef, { amountMinor: amount, date, office: "partner" }, desk.at),
          empty,
        ),
      );
  }

  /** Any step but the first three answers 400 (document: Check loan status). */
  function checkStatus(loanRef: string): Outcome {
    const loan = findLoan(books, loanRef);
    switch (loan?.step) {
      case "new":
        return xml(statusXml(loanRef, "false"));
      case "approved":
        return xml(statusXml(loanRef, "true"));
      case "rejected":
        return xml(statusXml(loanRef, "rejected"));
      case undefined:
        return refuse(`Loan ${loanRef} was not found.`);
      default:
        return refuse(`Loan ${loanRef} is in another process step.`);
    }
  }

  /** Not documented is whether "not yet" is a 200 with false or a 400: here both occur, false before, 400 after. */
  function allowCashRelease(loanRef: string): Outcome {
    const loan = findLoan(books, loanRef);
    switch (loan?.step) {
      case "new":
      case "approved":
      case "signed":
        return xml(cashReleaseXml(loan, false));
      case "authorised":
        return xml(cashReleaseXml(loan, true));
      case undefined:
        return refuse(`Loan ${loanRef} was not found.`);
      default:
        return refuse(
          `Cash release is not possible for loan ${loanRef} in status ${loan?.step.toUpperCase()}.`,
        );
    }
  }
}

function applicationOf(input: z.output<typeof inputs.newLoan>): LenderLoan["application"] {
  return {
    pin: input.pin,
    firstName: input.first_name,
    lastName: input.last_name,
    patronymic: input.patronymic,
    birthDate: input.birth_date,
    documentSerial: input.document_serial,
    gsm: input.gsm,
    phoneHome: input.phone_home,
    altContactName: input.alt_contact_name,
    altContactRelation: input.alt_contact_relation,
    altContactPhone: input.alt_contact_phone,
    town: input.town,
    street: input.street,
    houseNr: input.house_nr,
    apartmentNr: input.apartment_nr,
    amountMinor: input.loan_amount,
    months: input.loan_duration,
    submitPerson: input.submit_person,
    submitPostOffice: input.submit_post_office,
  };
}

/** The register of what was sent along; a part without content leaves no entry. */
function storedFiles(
  parts: Partial<Record<StoredFile["part"], UploadedFile | undefined>>,
  at: string,
): StoredFile[] {
  const names = ["id_copy", "data_verification", "loan_agreement", "bank_statement"] as const;
  return names.flatMap((part): StoredFile[] => {
    const sent = parts[part];
    const format = sent ? formatOf(sent.bytes) : null;
    if (!sent || !format) return [];
    const sha256 = createHash("sha256").update(sent.bytes).digest("hex");
    return [{ part, fileName: sent.fileName, format, bytes: sent.bytes.byteLength, sha256, receivedAt: at }];
  });
}
