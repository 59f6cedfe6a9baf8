/**
 * The characters that two tills without a common line exchange over a transfer: the slip's code, and the receiver's
 * acknowledgement. They guard against slips of the finger, against a slip that was taken in twice or at the wrong till,
 * and against "they have it" before they do; the signatures on the slip say who answers for the cash.
 */
import { createHmac } from "node:crypto";
import { Refusal } from "../../../shared/errors.ts";

export interface TransferFacts {
  installationId: string;
  /** The sender's own number on the slip. */
  number: number;
  amountMinor: number;
  currency: string;
  /** The receiving till after its office, as both of them write it. */
  to: string;
  /** What people train with is no money, and its slips are no real till's. */
  training: boolean;
}

/** Crockford's base 32: without letters that are taken for digits. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `length` letters of five bits each, out of a keyed digest. */
function lettersOf(key: string, text: string, length: number): string {
  const bytes = createHmac("sha256", key).update(text, "utf8").digest();
  return [...bytes.subarray(0, length)].map((byte) => LETTERS[byte % 32] ?? "").join("");
}

function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .toLocaleLowerCase("en");
}

/**
 * A name alone is a till of this office, and so is one that this office's name stands before; another office's till is
 * named with a stroke: "Durrës 1 / T4".
 */
export function madeOutTo(name: string, { office }: { office: string }): string {
  return name.includes("/") || folded(name).startsWith(folded(office)) ? name : `${office} ${name}`;
}

const toLetters = (to: string) => lettersOf("to", folded(to), 4);
const checkLetters = (text: string) => lettersOf("check", text, 2);

/** Typed letters as they were printed: case, spaces and look-alikes do not matter. */
function plain(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .replaceAll(/\p{Dash}/gu, "-");
}

const unmistaken = (letters: string) =>
  letters.replaceAll("O", "0").replaceAll(/[IL]/g, "1").replaceAll("U", "V");

/** For example "T-6F3A1B-12-150000ALL-K7Q2-7GQ4X9M2-H3"; `secret` is what only the sender can make. */
export function transferCode(facts: TransferFacts, secret: string): string {
  const { installationId, number, amountMinor, currency, to, training } = facts;
  const text = `${prefixOf(training)}-${installationId.toUpperCase()}-${number}-${amountMinor}${currency}-${toLetters(to)}-${secretLetters(secret)}`;
  return `${text}-${checkLetters(text)}`;
}

function prefixOf(training: boolean): string {
  return training ? "TRAINING" : "T";
}

function secretLetters(secret: string): string {
  return lettersOf("secret", secret, 8);
}

export interface ReadTransfer {
  code: string;
  installationId: string;
  number: number;
  amountMinor: number;
  currency: string;
}

/** Installation, number, amount with its currency, receiver, secret, check. */
const CODE =
  /^(T|TRAINING)-([0-9A-Z]{1,12})-([0-9A-Z]{1,9})-([0-9A-Z]{1,14})([A-Z]{3})-([0-9A-Z]{4})-([0-9A-Z]{8})-([0-9A-Z]{2})$/;

function wrongCode(message: string): Refusal {
  return new Refusal("invalidInput", message, { field: "code" });
}

/** Throws `invalidInput` where the characters do not fit together, or the slip is not for the till that reads it. */
export function readTransferCode(typed: string, here: { to: string; training: boolean }): ReadTransfer {
  const [prefix = "", ...groups] = CODE.exec(plain(typed))?.slice(1) ?? [];
  const [installationId = "", number = "", amount = "", , to = "", secret = "", check = ""] =
    groups.map(unmistaken);
  // The one group of plain letters: "ALL" is no number.
  const currency = groups[3] ?? "";
  const text = `${prefix}-${installationId}-${number}-${amount}${currency}-${to}-${secret}`;
  if (checkLetters(text) !== check || !/^\d+$/.test(number) || !/^\d+$/.test(amount))
    throw wrongCode("This is not the code on the slip. Compare it group by group.");
  if (prefix !== prefixOf(here.training))
    throw wrongCode(
      here.training
        ? "This slip is a real till's. It is not for training."
        : "This slip comes from training: it is no money.",
    );
  if (to !== toLetters(here.to))
    throw wrongCode("This slip is made out to another till. Do not take the cash.");
  return {
    code: `${text}-${check}`,
    installationId: installationId.toLowerCase(),
    number: Number(number),
    amountMinor: Number(amount),
    currency,
  };
}

/** What the receiver gives back: its installation's number, and letters that only whoever had the code can make. */
export function acknowledgementOf(code: string, receiver: string): string {
  return `${receiver.toUpperCase()}-${lettersOf(code, `accepted ${receiver.toLowerCase()}`, 8)}`;
}

/** The installation that has acknowledged `code`, or null where these are not its letters. */
export function readAcknowledgement(typed: string, code: string): string | null {
  const [receiver = "", letters = "", ...rest] = plain(typed).split("-").map(unmistaken);
  if (receiver === "" || rest.length > 0) return null;
  return acknowledgementOf(code, receiver) === `${receiver}-${letters}` ? receiver.toLowerCase() : null;
}
