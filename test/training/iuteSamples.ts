/** The document's samples as data: the application of "Add new loan" and the files of "Upload file". */
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { multipartBody, type Part, postMultipart } from "./rawClient.ts";

export const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x0d, 0x0a, 0x2d, 0x2d, 0x00, 0xff, 0xd9]);
export const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");

/** Every field of the sample request, in its order; its two files come without content, as printed there. */
export const SAMPLE_APPLICATION: readonly Part[] = [
  { name: "pin", value: "I80606014N" },
  { name: "first_name", value: "Nelea" },
  { name: "last_name", value: "Iacovet" },
  { name: "patronymic", value: "asd" },
  { name: "birth_date", value: "31.08.1997" },
  { name: "document_serial", value: "asdasdasd" },
  { name: "gsm", value: "0602160911" },
  { name: "phone_home", value: "0602160911" },
  { name: "alt_contact_name", value: "asdsad" },
  { name: "alt_contact_relation", value: "asdasdasdasd" },
  { name: "alt_contact_phone", value: "0602160911" },
  { name: "town", value: "Chisinau" },
  { name: "street", value: "asdasda" },
  { name: "house_nr", value: "1" },
  { name: "apartment_nr", value: "1" },
  { name: "loan_amount", value: "2000" },
  { name: "loan_duration", value: "6" },
  { name: "submit_person", value: "wu" },
  { name: "submit_post_office", value: "o.p.6514" },
  { name: "id_copy", value: "", fileName: "id_doc.jpg", type: "image/jpeg" },
  { name: "data_verification", value: "", fileName: "data_ver.jpg", type: "image/jpeg" },
  { name: "partner_type", value: "post" },
];

export function applicationWith(changes: Readonly<Record<string, string | Part | null>>): Part[] {
  return SAMPLE_APPLICATION.flatMap((part): Part[] => {
    const change = changes[part.name];
    if (change === null) return [];
    if (change === undefined) return [part];
    return [typeof change === "string" ? { name: part.name, value: change } : change];
  });
}

/** The sample of "Upload file"; only the agreement has been given content. */
export function uploadParts(loanRef: string, agreement: Buffer = JPG): Part[] {
  return [
    { name: "loan_agreement", value: agreement, fileName: "iddoc.jpg", type: "image/jpeg" },
    { name: "bank_statement", value: "", fileName: "", type: "" },
    { name: "loan_ref", value: loanRef },
    { name: "partner_type", value: "post" },
  ];
}

/** The client of the document's responses. */
const JOHN_SMITH = {
  pin: "I123456789T",
  first_name: "John",
  last_name: "Smith",
  loan_amount: "5000",
  loan_duration: "6",
};

export async function apply(lender: TrainingIute, changes: Readonly<Record<string, string>> = {}) {
  const parts = applicationWith({ ...JOHN_SMITH, ...changes });
  const answer = await postMultipart(lender.baseUrl, "new/loan", multipartBody(parts));
  const loanRef = /<loan_ref>(\d+)</.exec(answer.body.toString())?.[1];
  if (loanRef === undefined) throw new Error(`The application was refused: ${answer.body}`);
  return loanRef;
}

export async function applyUpTo(lender: TrainingIute, step: "approved" | "signed" | "authorised") {
  const loanRef = await apply(lender);
  await lender.decide(loanRef, "approve");
  if (step === "approved") return loanRef;
  await postMultipart(lender.baseUrl, "loan/files/upload", multipartBody(uploadParts(loanRef)));
  if (step === "authorised") await lender.decide(loanRef, "authorise");
  return loanRef;
}
