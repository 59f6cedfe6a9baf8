/** A customer's fields between the provider's snake_case and this counter's camelCase, at any depth. */
import { isLosslessNumber } from "lossless-json";
import type { Fields, FieldValue } from "../../../shared/api/customers.ts";

/** What a client must never be able to set on an object. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** The most fields and entries that are taken over from an answer. */
const MAX_ENTRIES = 500;

export function camelCase(name: string): string {
  return name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What the provider sent, renamed and otherwise untouched; a number that a float cannot hold becomes text. */
export function customerFields(data: unknown): Fields {
  const value = fieldOf(data);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

function fieldOf(value: unknown): FieldValue {
  if (typeof value === "string") return value.slice(0, 2_000_000);
  if (typeof value === "boolean" || value === null) return value;
  if (isLosslessNumber(value)) return numberOf(String(value));
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map(fieldOf);
  if (typeof value !== "object") return null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !FORBIDDEN.has(name) && name.length <= 80)
      .slice(0, MAX_ENTRIES)
      .map(([name, inner]) => [camelCase(name), fieldOf(inner)]),
  );
}

function numberOf(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}

/** Names as the provider writes them; an empty date goes as null, which is what the provider's clients send. */
export function providerFields(customer: Fields): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(customer)
      .filter(([name]) => !FORBIDDEN.has(name))
      .map(([name, value]) => [snakeCase(name), providerValue(snakeCase(name), value)]),
  );
}

const DATES = /^(?:date_of_birth|date_of_expiry|issued_on|visa_expiry_date)$/;

function providerValue(name: string, value: FieldValue): FieldValue {
  if (Array.isArray(value)) return value.map((entry) => providerValue(name, entry));
  if (typeof value === "object" && value !== null) return providerFields(value);
  return value === "" && DATES.test(name) ? null : value;
}
