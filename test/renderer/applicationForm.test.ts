// What a clerk types into the application, and what is said beside each field.
import { describe, expect, test } from "vitest";
import {
  type ApplicationField,
  type ApplicationForm,
  fieldOfCore,
  readApplication,
  readTypedDate,
} from "../../renderer/loans/application/applicationForm.ts";

const NOON = new Date(2026, 10, 26, 12).getTime();

const filled: ApplicationForm = {
  amount: "12 500,50",
  months: "10",
  pin: " 1987654321123 ",
  documentSerial: "AB 1234567",
  birthDate: "31.12.1990",
  lastName: "Iacovet",
  firstName: "Nelea",
  patronymic: "Ion",
  gsm: "069 123-45-67",
  phoneHome: "(022) 12 34 56",
  town: "Chișinău",
  street: "Strada Florilor",
  houseNr: "14",
  apartmentNr: "",
  altContactName: "Maria",
  altContactRelation: "sister",
  altContactPhone: "0697654321",
};

const problemOf = (field: ApplicationField, typed: string) => {
  const read = readApplication({ ...filled, [field]: typed }, NOON);
  return read.ok ? null : read.problems;
};

test("a filled form becomes the application: trimmed, phones as digits, money in minor units, a date of the calendar", () => {
  expect(readApplication(filled, NOON)).toEqual({
    ok: true,
    application: {
      pin: "1987654321123",
      firstName: "Nelea",
      lastName: "Iacovet",
      patronymic: "Ion",
      birthDate: "1990-12-31",
      documentSerial: "AB 1234567",
      gsm: "0691234567",
      phoneHome: "022123456",
      altContactName: "Maria",
      altContactRelation: "sister",
      altContactPhone: "0697654321",
      town: "Chișinău",
      street: "Strada Florilor",
      houseNr: "14",
      apartmentNr: "",
      amountMinor: 1_250_050,
      months: 10,
    },
  });
});

describe("one field at fault is named, and no other", () => {
  test.each([
    ["pin", "", "required"],
    ["pin", "   ", "required"],
    ["firstName", "Ne\u200blea", "hiddenCharacters"],
    ["lastName", "\u202eIacovet", "hiddenCharacters"],
    ["town", "x".repeat(101), "tooLong"],
    ["houseNr", "x".repeat(21), "tooLong"],
    ["gsm", "069123456", "mobile"],
    ["gsm", "+373691234567", "mobile"],
    ["gsm", "1691234567", "mobile"],
    ["altContactPhone", "06912345678", "mobile"],
    ["phoneHome", "02212345", "homePhone"],
    ["phoneHome", "02212345678", "homePhone"],
    ["birthDate", "30.02.1990", "birthDate"],
    ["birthDate", "31/04/1990", "birthDate"],
    ["birthDate", "1990-12-31", "birthDate"],
    ["birthDate", "27.11.2026", "birthDateAhead"],
    ["months", "0", "months"],
    ["months", "601", "months"],
    ["months", "1,5", "months"],
    ["amount", "", "amount.empty"],
    ["amount", "0", "amount.zero"],
    ["amount", "-5", "amount.negative"],
    ["amount", "1e3", "amount.notANumber"],
    ["amount", "1.050,00", "amount.notANumber"],
    ["amount", "10,005", "amount.tooManyDecimals"],
    ["amount", "9".repeat(30), "amount.tooLarge"],
  ] as const)("%s %j: %s", (field, typed, problem) => {
    expect(problemOf(field, typed)).toEqual({ [field]: problem });
  });
});

test.each([
  ["apartmentNr", "12a"],
  ["phoneHome", "0221234567"],
  ["birthDate", "26.11.2026"],
  ["birthDate", "1.2.1990"],
  ["months", "600"],
] as const)("%s %j is taken", (field, typed) => {
  expect(problemOf(field, typed)).toBeNull();
});

test.each([
  ["31.12.1990", "1990-12-31"],
  ["31/12/1990", "1990-12-31"],
  ["31-12-1990", "1990-12-31"],
  ["31 12 1990", "1990-12-31"],
  ["31121990", "1990-12-31"],
  ["1.2.1990", "1990-02-01"],
  // Seven digits could be two dates: nobody guesses a person's birthday.
  ["1121990", null],
  ["31.12.90", null],
  ["29.02.2023", null],
  ["29.02.2024", "2024-02-29"],
  ["", null],
])("the date %j is %s", (typed, date) => {
  expect(readTypedDate(typed)).toBe(date);
});

test("a refusal of the core finds its field", () => {
  expect(fieldOfCore("application.gsm")).toBe("gsm");
  expect(fieldOfCore("application.amountMinor")).toBe("amount");
  expect(fieldOfCore("captureId")).toBeNull();
  expect(fieldOfCore(undefined)).toBeNull();
});
