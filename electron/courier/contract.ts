/** The courier as the desks see it: it carries the outbox to the providers by itself, whoever is signed in. */
import type { CallValue } from "../../shared/api.ts";
import type { Reading } from "../../shared/outbox.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";
import type { Answer, LoanInfo } from "../providers/contract.ts";

export type Connection = CallValue<"setup.connections">["connections"][number];

/** What the lender's books say about one loan, as read just now; `none` is the lender's "no active loan". */
export type BooksAnswer =
  | { kind: "loan"; loan: LoanInfo; reading: Reading }
  | { kind: "none"; message: string; reading: Reading }
  | { kind: "unavailable"; answer: Exclude<Answer<never>, { kind: "answer" }> };

export interface Courier {
  /** Looks at the outbox again soon: something was captured, released, resolved, or a secret was renewed. */
  wake(): void;
  /** Does everything that is due now, waits for it, and ends; what is due later stays so. */
  sync(): Promise<void>;
  /** Asks the lender's books about one loan and journals the reading (`loan.read`). */
  readBooks(providerId: string, loanRef: string): Promise<BooksAnswer>;
  /**
   * Every answer that a desk got from a provider is told here: it dates the line's last valid answer, and a refusal of
   * credentials is noticed wherever it happens.
   */
  heard(providerId: string, answer: Answer<unknown>): void;
  /** New credentials were saved: the queue that stopped for them goes on. */
  credentialsRenewed(providerId: string): void;
  connections(): Connection[];
  /**
   * When it will act on this item next, where it waits for a time: a back-off, a grace, a quarantine or a line that is
   * down. Null where nothing but the loan's turn, a person or the lender is waited for.
   */
  dueAt(item: Pick<ItemRecord, "itemId" | "state" | "providerId">): string | null;
  /** Items that are being sent at this moment. */
  sending(): number;
  /** Starts nothing new, waits for what is under way and its answer, and ends. */
  close(): Promise<void>;
}
