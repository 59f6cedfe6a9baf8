/** The keys of the till: one master key that opens everything secret, and what locks when it cannot be had. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../../../shared/errors.ts";
import type { Keyring, Random, SettingsStore } from "../../ports.ts";
import { JOURNAL_FILE } from "../place.ts";
import {
  checkValueOf,
  deriveKey,
  type Envelope,
  isMaster,
  loadEnvelope,
  RECOVERY_COST,
  type ScryptCost,
  saveEnvelope,
  saveFirstEnvelope,
  unwrapByCode,
  wrapByCode,
} from "./envelope.ts";
import { newRecoveryCode, readRecoveryCode } from "./recoveryCode.ts";
import { seal, unseal } from "./sealing.ts";

export type KeyPurpose =
  | "tag"
  | "digest"
  | "blindIndex"
  | "customerKeys"
  | "pinPepper"
  | "secrets"
  | "drafts"
  | "head";

/** Why the till is locked. None of these is a new installation. */
export type LockReason =
  /** No keyring answers here; the recovery code opens the till at each start. */
  | "keyringMissing"
  /** A keyring answers, but not with the key that the envelope was wrapped under. */
  | "keyringChanged"
  /** There is a journal, but the wrapped key lies neither in the settings nor beside it. */
  | "envelopeMissing";

export interface Keys {
  readonly state: "open" | "locked";
  readonly lockReason: LockReason | null;
  /** No OS keyring protects the key: it will be asked for at the next start. */
  readonly keyringMissing: boolean;
  /** Only where this process made it and nobody has said yet that it was shown; it is stored nowhere. */
  readonly recoveryCode: string | null;
  recoveryCodeShown(): void;
  /** A key for one purpose. Throws `locked`. */
  key(purpose: KeyPurpose): Buffer;
  /** Opens the till with the recovery code and has the keyring keep the key again. Throws `wrongRecoveryCode`. */
  unlock(recoveryCode: string): Promise<void>;
  /** Asks the keyring once more, for example after its owner has unlocked it. True where the till is open now. */
  retryKeyring(): Promise<boolean>;
  /** Replaces the recovery code; the one before opens nothing any more. Throws `locked`. */
  newRecoveryCode(): Promise<string>;
  /** Seals a provider's password or the like for the settings; `belongsTo` names its place. */
  sealSecret(belongsTo: readonly string[], text: string): string;
  /** Throws where the value was changed or belongs to another place. */
  openSecret(belongsTo: readonly string[], sealed: string): string;
}

export interface KeysOptions {
  /** The data folder: a journal in it means that this is no new installation. */
  folder: string;
  store: SettingsStore;
  keyring: Keyring;
  random: Random;
  recoveryCost?: ScryptCost;
}

/** Opens the till's keys, makes them for an empty folder, or answers `locked`. */
export async function openKeys(options: KeysOptions): Promise<Keys> {
  const envelope = loadEnvelope(options.store, options.folder);
  if (envelope !== null) return TillKeys.open(options, envelope);
  if (existsSync(join(options.folder, JOURNAL_FILE))) return new TillKeys(options, null);
  return TillKeys.make(options);
}

/** Logins of one counter PC that may have a way in of their own; a keyring that was replaced goes out at the end. */
const KEPT_KEYRINGS = 12;

async function keyringAnswers({ available }: Keyring): Promise<boolean> {
  return typeof available === "function" ? await available() : available;
}

/** What the keyring wraps is text: the key in base64. */
async function wrapByKeyring(keyring: Keyring, master: Uint8Array): Promise<string | null> {
  if (!(await keyringAnswers(keyring))) return null;
  try {
    const wrapped = await keyring.encrypt(Buffer.from(master).toString("base64"));
    return Buffer.from(wrapped).toString("base64");
  } catch {
    // A keyring that cannot keep the key is as good as none: the recovery code opens the till, and the app says so.
    return null;
  }
}

async function unwrapByKeyring(keyring: Keyring, wrapped: string): Promise<Buffer | null> {
  try {
    const text: unknown = await keyring.decrypt(Buffer.from(wrapped, "base64"));
    return typeof text === "string" ? Buffer.from(text, "base64") : null;
  } catch {
    // A locked, changed or broken keyring rejects in words of the system's own: all of them mean locked.
    return null;
  }
}

/** The login that has just shown the code comes first; the others keep their own way in. */
function withKeyring(envelope: Envelope, keyring: string): Envelope {
  const others = envelope.keyring === null ? [] : [envelope.keyring, ...envelope.otherKeyrings];
  return { ...envelope, keyring, otherKeyrings: others.slice(0, KEPT_KEYRINGS) };
}

class TillKeys implements Keys {
  recoveryCode: string | null = null;
  lockReason: LockReason | null;
  keyringMissing = false;
  readonly #options: KeysOptions;
  readonly #derived = new Map<KeyPurpose, Buffer>();
  #envelope: Envelope | null;
  #master: Buffer | null = null;

  constructor(options: KeysOptions, envelope: Envelope | null) {
    this.#options = options;
    this.#envelope = envelope;
    this.lockReason = envelope === null ? "envelopeMissing" : "keyringMissing";
  }

  static async open(options: KeysOptions, envelope: Envelope): Promise<TillKeys> {
    const keys = new TillKeys(options, envelope);
    await keys.retryKeyring();
    return keys;
  }

  static async make(options: KeysOptions): Promise<TillKeys> {
    const { random, keyring, recoveryCost = RECOVERY_COST } = options;
    const master = random.bytes(32);
    const code = newRecoveryCode(random);
    const envelope: Envelope = {
      version: 1,
      check: checkValueOf(master),
      recovery: await wrapByCode(master, secretOf(code), recoveryCost, random),
      keyring: await wrapByKeyring(keyring, master),
      otherKeyrings: [],
    };
    const standing = saveFirstEnvelope(options.store, options.folder, envelope);
    if (standing !== envelope) return TillKeys.open(options, standing);
    const keys = new TillKeys(options, envelope);
    keys.#open(master);
    keys.recoveryCode = code;
    return keys;
  }

  get state(): "open" | "locked" {
    return this.#master === null ? "locked" : "open";
  }

  recoveryCodeShown(): void {
    this.recoveryCode = null;
  }

  key(purpose: KeyPurpose): Buffer {
    const known = this.#derived.get(purpose);
    if (known) return known;
    const key = deriveKey(this.#opened(), purpose);
    this.#derived.set(purpose, key);
    return key;
  }

  async retryKeyring(): Promise<boolean> {
    if (this.#master !== null) return true;
    if (this.#envelope === null) return false;
    const master = await this.#askKeyring(this.#envelope);
    if (master !== null) this.#open(master);
    return master !== null;
  }

  async unlock(recoveryCode: string): Promise<void> {
    if (this.#envelope === null)
      throw new Refusal(
        "wrongRecoveryCode",
        "The wrapped key is missing from the settings and from the data folder: restore keys.json from a backup.",
        { field: "recoveryCode" },
      );
    const master = await unwrapByCode(this.#envelope, secretOf(recoveryCode));
    if (master === null)
      throw new Refusal("wrongRecoveryCode", "This recovery code belongs to another installation.", {
        field: "recoveryCode",
      });
    const keyring = await wrapByKeyring(this.#options.keyring, master);
    if (keyring !== null) this.#envelope = withKeyring(this.#envelope, keyring);
    this.#save();
    this.#open(master);
    this.keyringMissing = keyring === null;
  }

  async newRecoveryCode(): Promise<string> {
    const master = this.#opened();
    const { random, recoveryCost = RECOVERY_COST } = this.#options;
    const code = newRecoveryCode(random);
    const recovery = await wrapByCode(master, secretOf(code), recoveryCost, random);
    if (this.#envelope === null) throw new Error("Keys are open without an envelope.");
    this.#envelope = { ...this.#envelope, recovery };
    this.#save();
    this.recoveryCode = code;
    return code;
  }

  sealSecret(belongsTo: readonly string[], text: string): string {
    return seal(this.key("secrets"), belongsTo, Buffer.from(text, "utf8"), this.#options.random).toString(
      "base64",
    );
  }

  openSecret(belongsTo: readonly string[], sealed: string): string {
    const plain = unseal(this.key("secrets"), belongsTo, Buffer.from(sealed, "base64"));
    if (plain === null) throw new Error(`The sealed secret ${belongsTo.join("/")} was changed or moved.`);
    return plain.toString("utf8");
  }

  async #askKeyring(envelope: Envelope): Promise<Buffer | null> {
    const { keyring } = this.#options;
    this.keyringMissing = !(await keyringAnswers(keyring));
    if (this.keyringMissing || envelope.keyring === null) {
      this.lockReason = "keyringMissing";
      return null;
    }
    this.lockReason = "keyringChanged";
    for (const wrapped of [envelope.keyring, ...envelope.otherKeyrings]) {
      const master = await unwrapByKeyring(keyring, wrapped);
      if (master !== null && isMaster(master, envelope)) return master;
    }
    return null;
  }

  #open(master: Buffer): void {
    this.#master = master;
    this.lockReason = null;
    this.keyringMissing ||= this.#envelope?.keyring === null;
  }

  #opened(): Buffer {
    if (this.#master === null)
      throw new Refusal("locked", "The till is locked: enter the recovery code to open it.");
    return this.#master;
  }

  #save(): void {
    if (this.#envelope !== null) saveEnvelope(this.#options.store, this.#options.folder, this.#envelope);
  }
}

/** The code's secret characters; throws `wrongRecoveryCode` naming the group that was mistyped. */
function secretOf(code: string): string {
  const reading = readRecoveryCode(code);
  if (reading.ok) return reading.secret;
  const what =
    reading.wrongGroup === null
      ? "A recovery code has eight groups of five characters."
      : `Group ${reading.wrongGroup} of the recovery code is mistyped.`;
  throw new Refusal("wrongRecoveryCode", what, { field: "recoveryCode" });
}
