/** What every desk works with, and the shape in which a desk offers its calls. */

import type { Approval, Language, Role } from "../../shared/api/values.ts";
import type { CallName, CallValue, EventName, Events, ParsedInput } from "../../shared/api.ts";
import type { Limits } from "../../shared/limits.ts";
import type { Courier } from "../courier/contract.ts";
import type { DocumentStore } from "../documents/contract.ts";
import type { Journal } from "../journal/contract.ts";
import type { Keys } from "../journal/keys/keys.ts";
import type { Clock, Printing, Random, Transport } from "../ports.ts";
import type { Provider } from "../providers/contract.ts";

export interface OfficeFacts {
  installationId: string;
  training: boolean;
  office: string;
  till: string;
  currency: string;
  language: Language;
}

export interface SignedIn {
  name: string;
  role: Role;
}

/** Who is at the counter. One till has one session; the courier works without. */
export interface Session {
  current(): SignedIn | null;
}

export interface DeskContext {
  readonly journal: Journal;
  readonly keys: Keys;
  readonly courier: Courier;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly transport: Transport;
  readonly printing: Printing | null;
  readonly session: Session;
  readonly dataDir: string;
  readonly appVersion: string;
  limits(): Limits;
  /** Throws `notReady` before the office is set up. */
  office(): OfficeFacts;
  /** Throws `unknownProvider`. */
  provider(providerId: string): Provider;
  providers(): Provider[];
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
  /** The open shift's id; throws `tillClosed`. */
  openShift(): string;
  /** A new random id with a readable prefix, unique in this installation. */
  newId(prefix: string): string;
  /**
   * Takes a second person's consent for one named item: checks name and PIN or one-time code, refuses the caller's own,
   * the wrong role and a locked account, journals it, and returns the name. Null where this office has nobody else and
   * the act may be signed later: then it stands as "to be signed". Throws `approvalNeeded` where none was given.
   */
  approve(approval: Approval | undefined, what: string, itemId: string): Promise<string | null>;
  log(
    level: "info" | "warning" | "error",
    message: string,
    facts?: Record<string, string | number | boolean | null>,
  ): void;
}

/** The calls of one desk: input parsed before, value parsed after. Expected failures are thrown as `Refusal`. */
export type DeskCalls<Names extends CallName> = {
  [Name in Names]: (input: ParsedInput<Name>, by: SignedIn) => Promise<CallValue<Name>> | CallValue<Name>;
};
