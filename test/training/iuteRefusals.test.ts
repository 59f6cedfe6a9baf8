/** Everything that the lender refuses: one line a case, with the sentence that stands in its HTML page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TrainingIute } from "../../electron/training/iute/server.ts";
import { applicationWith, applyUpTo, JPG, PDF, uploadParts } from "./iuteSamples.ts";
import {
  get,
  getBytes,
  multipartBody,
  type Part,
  postForm,
  postMultipart,
  sendRaw,
  startLender,
} from "./rawClient.ts";
import { type RawAnswer, refusalBy } from "./refusalPage.ts";

let lender: TrainingIute;
let active: string;
let approved: string;
beforeAll(async () => {
  lender = await startLender();
  active = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef: active });
  approved = await applyUpTo(lender, "approved");
});
afterAll(() => lender.close());

const refusal = (ask: () => Promise<RawAnswer>) => refusalBy(lender, ask);

describe("Add new loan", () => {
  const tooLong = "a".repeat(256);
  it.each<[string, string | Part | null, string]>([
    ["pin", null, "is required"],
    ["pin", "  ", "must not be empty"],
    ["first_name", tooLong, "must have at most 255 characters"],
    ["last_name", "A\u0007B", "contains characters that are not allowed"],
    ["patronymic", "", "must not be empty"],
    ["birth_date", "01/01/90", "must be a date of the format dd.MM.yyyy"],
    ["birth_date", "30.02.1990", "must be a date of the format dd.MM.yyyy"],
    ["birth_date", "1.1.1990", "must be a date of the format dd.MM.yyyy"],
    ["gsm", "602160911", "must be a phone number: 0 and nine digits"],
    ["gsm", "+373602160911", "must be a phone number: 0 and nine digits"],
    ["gsm", "06021609112", "must be a phone number: 0 and nine digits"],
    ["phone_home", "01234567", "must be a phone number: 0 and eight digits"],
    ["phone_home", "12345678", "must be a phone number: 0 and eight digits"],
    ["alt_contact_phone", "012345678", "must be a phone number: 0 and nine digits"],
    ["apartment_nr", null, "is required"],
    ["loan_amount", "1e3", "must be a number such as 1000.55"],
    ["loan_amount", "1000,55", "must be a number such as 1000.55"],
    ["loan_amount", "1000.555", "must be a number such as 1000.55"],
    ["loan_amount", "-5", "must be a number such as 1000.55"],
    ["loan_amount", "0.00", "must be greater than 0"],
    ["loan_amount", "1000000.01", "must be at most 1000000"],
    ["loan_duration", "6.0", "must be a number of months"],
    ["loan_duration", "0", "must be a number of months"],
    ["loan_duration", "61", "must be at most 60"],
    ["submit_post_office", null, "is required"],
    ["id_copy", "text, no file", "must be a file"],
    ["id_copy", { name: "id_copy", value: "GIF89a", fileName: "a.jpg" }, "must be a jpg or pdf file"],
    ["town", { name: "town", value: "Tirana", fileName: "town.txt" }, "must be text"],
  ])("%s = %j", async (parameter, value, sentence) => {
    const body = multipartBody(applicationWith({ [parameter]: value }));
    expect(await refusal(() => postMultipart(lender.baseUrl, "new/loan", body))).toEqual([
      400,
      `Parameter ${parameter} ${sentence}.`,
    ]);
  });

  it("names every parameter at fault, in the document's order", async () => {
    const body = multipartBody(applicationWith({ town: "", pin: null, gsm: "1" }));
    expect(await refusal(() => postMultipart(lender.baseUrl, "new/loan", body))).toEqual([
      400,
      "Parameter pin is required.",
      "Parameter gsm must be a phone number: 0 and nine digits.",
      "Parameter town must not be empty.",
    ]);
  });

  it("refuses another partner type, a parameter sent twice, and one that is not UTF-8", async () => {
    const sent = (parts: Part[]) =>
      refusal(() => postMultipart(lender.baseUrl, "new/loan", multipartBody(parts)));
    expect(await sent(applicationWith({ partner_type: "bank" }))).toEqual([
      400,
      "Parameter partner_type is not known.",
    ]);
    const twice = [...applicationWith({}), { name: "pin", value: "X" }];
    expect(await sent(twice)).toEqual([400, "Parameter pin was sent more than once."]);
    const latin1 = [...applicationWith({}), { name: "more", value: Buffer.from([0xe9]) }];
    expect(await sent(latin1)).toEqual([400, "The parameters are not correctly encoded."]);
  });
});

describe("The GETs", () => {
  it.each<[string, string, Record<string, string>, string]>([
    ["loan_ref in a GET", "loan/info", { loan_ref: "90000" }, "Parameter loanRef is required."],
    ["no reference", "cancel/loan", {}, "Parameter loanRef is required."],
    ["letters", "loan/info", { loanRef: "9000O" }, "Parameter loanRef must be a reference number."],
    ["unknown loan", "cancel/loan", { loanRef: "5" }, "Loan 5 was not found."],
    ["unknown loan", "allow/cash/release", { loanRef: "5" }, "Loan 5 was not found."],
    [
      "unknown loan",
      "insert/repayment",
      { loanRef: "5", date: "22052018", amount: "1" },
      "No active loan found!",
    ],
    [
      "another partner",
      "loan/info",
      { loanRef: "90000", partner_type: "x" },
      "Parameter partner_type is not known.",
    ],
    [
      "unknown language",
      "generate/agreement",
      { loanRef: "90001", lang: "deu" },
      "Parameter lang must be one of alb, rom, rus, mac, eng.",
    ],
    ["no language", "generate/agreement", { loanRef: "90001" }, "Parameter lang is required."],
    [
      "agreement of an active loan",
      "generate/agreement",
      { loanRef: "90000", lang: "alb" },
      "Loan 90000 is in status ACTIVE. There is no agreement for it.",
    ],
    [
      "not paid out",
      "insert/repayment",
      { loanRef: "90001", date: "22052018", amount: "1" },
      "No active loan found!",
    ],
    [
      "above the remainder",
      "insert/repayment",
      { loanRef: "90000", date: "22052018", amount: "6574.09" },
      "Repayment is larger than the remaining balance of loan 90000.",
    ],
    [
      "date as elsewhere",
      "insert/repayment",
      { loanRef: "90000", date: "22.05.2018", amount: "1" },
      "Parameter date must be a date of the format ddMMyyyy.",
    ],
    [
      "30 February",
      "insert/repayment",
      { loanRef: "90000", date: "30022018", amount: "1" },
      "Parameter date must be a date of the format ddMMyyyy.",
    ],
    [
      "nothing to book",
      "insert/repayment",
      { loanRef: "90000", date: "22052018", amount: "0" },
      "Parameter amount must be greater than 0.",
    ],
    [
      "exponent",
      "insert/repayment",
      { loanRef: "90000", date: "22052018", amount: "1.0E3" },
      "Parameter amount must be a number such as 1000.55.",
    ],
  ])("%s: %s", async (_, path, params, sentence) => {
    expect(await refusal(() => get(lender.baseUrl, path, params))).toEqual([400, sentence]);
  });

  it("needs partner_type in every one of them", async () => {
    const bytes = getBytes("loan/info", { loanRef: active });
    expect(await refusal(() => sendRaw(lender.baseUrl, bytes))).toEqual([
      400,
      "Parameter partner_type is required.",
    ]);
  });

  it("refuses a broken escape and a reference sent twice", async () => {
    const raw = (query: string) => getBytes("loan/info", {}).replace("info?", `info?${query}`);
    expect(await refusal(() => sendRaw(lender.baseUrl, raw("loanRef=%E0%A4%A&partner_type=post")))).toEqual([
      400,
      "The parameters are not correctly encoded.",
    ]);
    expect(
      await refusal(() => sendRaw(lender.baseUrl, raw("loanRef=1&loanRef=2&partner_type=post"))),
    ).toEqual([400, "Parameter loanRef was sent more than once."]);
  });
});

describe("Upload file", () => {
  const upload = (parts: Part[]) =>
    refusal(() => postMultipart(lender.baseUrl, "loan/files/upload", multipartBody(parts)));

  it("wants an agreement with content, as jpg or pdf, and a part for the bank statement", async () => {
    expect(await upload(uploadParts(approved, Buffer.alloc(0)))).toEqual([
      400,
      "Parameter loan_agreement must not be empty.",
    ]);
    expect(await upload(uploadParts(approved, Buffer.from("PK\u0003\u0004")))).toEqual([
      400,
      "Parameter loan_agreement must be a jpg or pdf file.",
    ]);
    const noStatement = uploadParts(approved).filter(({ name }) => name !== "bank_statement");
    expect(await upload(noStatement)).toEqual([400, "Parameter bank_statement is required."]);
    expect(await upload(uploadParts(active))).toEqual([
      400,
      `Loan ${active} is in status ACTIVE. It does not wait for signed files.`,
    ]);
    expect(
      await refusal(() => postForm(lender.baseUrl, "loan/files/upload", { loan_ref: approved })),
    ).toEqual([400, "Parameter loan_agreement is required.", "Parameter bank_statement is required."]);
  });

  it("takes ten megabytes of PDF with its hash, and refuses the repetition", async () => {
    const loanRef = await applyUpTo(lender, "approved");
    const agreement = Buffer.concat([PDF, Buffer.alloc(10_000_000, JPG)]);
    const body = multipartBody(uploadParts(loanRef, agreement));
    expect((await postMultipart(lender.baseUrl, "loan/files/upload", body)).status).toBe(200);
    expect(lender.books().loans.find((loan) => loan.loanRef === loanRef)?.files).toMatchObject([
      { part: "loan_agreement", format: "pdf", bytes: agreement.length, fileName: "iddoc.jpg" },
    ]);
    expect(await refusal(() => postMultipart(lender.baseUrl, "loan/files/upload", body))).toEqual([
      400,
      `Loan ${loanRef} is in status SIGNED. It does not wait for signed files.`,
    ]);
  });
});
