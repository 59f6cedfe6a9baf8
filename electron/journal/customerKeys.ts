/** One key for each customer, wrapped under the master key: destroying it makes everything sealed under it unreadable. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { Clock, Random } from "../ports.ts";
import { blindDigest } from "./blindIndex.ts";
import type { Sql } from "./contract.ts";
import { normalisedPin } from "./customerDigest.ts";
import type { Keys } from "./keys/keys.ts";
import { seal, unseal } from "./keys/sealing.ts";
import { prepared } from "./statements.ts";

export interface CustomerKeysOptions {
  sql: () => Sql;
  keys: Keys;
  clock: Clock;
  random: Random;
}

const wrappedSchema = z.instanceof(Uint8Array).nullable();

export class CustomerKeys {
  readonly #options: CustomerKeysOptions;
  readonly #opened = new Map<string, Buffer>();

  constructor(options: CustomerKeysOptions) {
    this.#options = options;
  }

  /** Finds the customer by PIN through a blind index or makes one. */
  customerFor(pin: string): string {
    const digest = blindDigest(this.#options.keys.key("blindIndex"), ["customer", normalisedPin(pin)]);
    const found: unknown = prepared(
      this.#options.sql(),
      "SELECT customer_id FROM customers WHERE pin_digest = ?",
    )
      .pluck()
      .get(digest);
    return typeof found === "string" ? found : this.make(digest);
  }

  make(pinDigest: Buffer | null): string {
    const { keys, random, clock } = this.#options;
    const customerId = `customer-${random.bytes(12).toString("hex")}`;
    const wrapped = seal(keys.key("customerKeys"), ["customers", customerId], random.bytes(32), random);
    prepared(
      this.#options.sql(),
      "INSERT INTO customers (customer_id, pin_digest, wrapped_key, made_at) VALUES (?, ?, ?, ?)",
    ).run(customerId, pinDigest, wrapped, new Date(clock.now()).toISOString());
    return customerId;
  }

  /** Null once purged. Throws `journalDamaged` for a customer whom this file does not know. */
  key(customerId: string): Buffer | null {
    const known = this.#opened.get(customerId);
    if (known) return known;
    const found: unknown = prepared(
      this.#options.sql(),
      "SELECT wrapped_key FROM customers WHERE customer_id = ?",
    )
      .pluck()
      .get(customerId);
    if (found === undefined)
      throw new Refusal(
        "journalDamaged",
        "The journal does not know the customer to whom these sealed data belong.",
      );
    const wrapped = wrappedSchema.parse(found);
    if (wrapped === null) return null;
    const key = unseal(this.#options.keys.key("customerKeys"), ["customers", customerId], wrapped);
    if (key === null)
      throw new Refusal("journalDamaged", "A customer's key was changed on the disk. The file is damaged.");
    this.#opened.set(customerId, key);
    return key;
  }

  /** With `secure_delete` the wrapped key's bytes are overwritten in the file, not only unlinked. */
  destroy(customerId: string): void {
    prepared(
      this.#options.sql(),
      "UPDATE customers SET wrapped_key = NULL, pin_digest = NULL, purged_at = ? WHERE customer_id = ? AND wrapped_key IS NOT NULL",
    ).run(new Date(this.#options.clock.now()).toISOString(), customerId);
    this.forget(customerId);
  }

  /** Drops what is remembered; after a roll-back the file alone knows which keys there are. */
  forget(customerId?: string): void {
    if (customerId === undefined) this.#opened.clear();
    else this.#opened.delete(customerId);
  }
}
