/** A counter with a real journal, the real adapter and the training lender over real sockets, on a clock that is turned. */
import { onTestFinished } from "vitest";
import type { Courier } from "../../electron/courier/contract.ts";
import { createCourier } from "../../electron/courier/courier.ts";
import type { CourierFaults } from "../../electron/courier/faults.ts";
import type { Journal } from "../../electron/journal/contract.ts";
import { customerDigest } from "../../electron/journal/customerDigest.ts";
import { sumsByState } from "../../electron/journal/outbox/queries.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { readItem } from "../../electron/journal/projections/outbox.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import type { Transport } from "../../electron/ports.ts";
import type { Provider } from "../../electron/providers/contract.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { createIute } from "../../electron/providers/iute/iute.ts";
import { defaultLimits, type Limits } from "../../shared/limits.ts";
import { installed, opened } from "../journal/dayRows.ts";
import { MORNING, testRandom } from "../journal/parts.ts";
import { newTill } from "../journal/till.ts";
import { applyUpTo } from "../training/iuteSamples.ts";
import { createManualTimer } from "../training/manualTimer.ts";
import { CREDENTIALS, get, startLender } from "../training/rawClient.ts";
import { turnableClock } from "./turnableClock.ts";

/** One instalment of the document's sample loan, whose six make 6574.08. */
export const INSTALMENT = 109_568;
export const CLIENT_PIN = "I123456789T";

export interface CounterOptions {
  limits?: Partial<Limits>;
  faults?: CourierFaults;
  /** Stands between the courier and the wire for what moves money. */
  wire?: (real: Transport) => Transport;
}

export async function openCounter(options: CounterOptions = {}) {
  const clock = turnableClock(MORNING);
  const timer = createManualTimer();
  const lender = await startLender({ timer, clock: () => clock.now() });
  onTestFinished(() => lender.close());
  const till = await newTill({ twin: false });
  let journal = till.open({ clock });
  journal.write(({ append }) => {
    append(installed);
    append(opened("s-1", 50_000));
  });
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const wire = createTransport({ clock });
  const provider = adapter(lender.baseUrl, wire, limits);
  const events: string[] = [];
  let number = 0;
  let courier = startCourier(journal);

  function startCourier(on: Journal): Courier {
    return createCourier({
      journal: on,
      clock,
      random: testRandom(`courier-${number}`),
      transport: options.wire?.(wire) ?? wire,
      limits: () => limits,
      provider: (id) => (id === provider.id ? provider : null),
      providers: () => [provider],
      emit: (name) => events.push(name),
      log: () => undefined,
      ...(options.faults ? { faults: options.faults } : {}),
    });
  }

  function must(itemId: string): ItemRecord {
    const item = readItem(journal.sql, itemId);
    if (item === null) throw new Error(`There is no item ${itemId}.`);
    return item;
  }

  async function activeLoan(): Promise<string> {
    const loanRef = await applyUpTo(lender, "authorised");
    await get(lender.baseUrl, "confirm/cash/release", { loanRef });
    return loanRef;
  }

  return {
    clock,
    timer,
    lender,
    events,
    limits,
    get journal() {
      return journal;
    },
    get courier() {
      return courier;
    },
    activeLoan,
    authorisedLoan: () => applyUpTo(lender, "authorised"),
    /** Cash is taken over the counter; gives the item's id. */
    capture(loanRef: string, amountMinor = INSTALMENT, clientPin: string | null = null): string {
      return take("repayment.captured", loanRef, amountMinor, clientPin);
    },
    /** Cash was handed out. */
    payOut(loanRef: string, amountMinor = 500_000): string {
      return take("payout.handedOver", loanRef, amountMinor, null);
    },
    item: must,
    /** "posted/confirmed", "attention/absentTwice", "held/moreThanOwed", "queued". */
    state(itemId: string): string {
      const { state, certainty, reason } = must(itemId);
      return [state, certainty ?? reason].filter((part) => part !== null).join("/");
    },
    sums: () => sumsByState(journal.sql),
    /** Turns the clock and does what is due then. */
    async later(milliseconds: number): Promise<void> {
      clock.advance(milliseconds);
      await courier.sync();
    },
    /** What the lender's own books say. */
    repaid: (loanRef: string) =>
      lender.books().loans.find((loan) => loan.loanRef === loanRef)?.repaidMinor ?? Number.NaN,
    arrivals: (operation = "insertRepayment") =>
      lender.requests().filter((request) => request.operation === operation && !request.repeated).length,
    write: (...drafts: RowDraft[]) =>
      journal.write(({ append }) => {
        for (const draft of drafts) append(draft);
      }),
    /** The program ends without a good-bye and starts again on the same files. */
    restart(): void {
      journal.close();
      journal = till.open({ clock });
      courier = startCourier(journal);
    },
    /** Resolves when the lender has dealt with one more request for this operation. */
    arrival(operation = "insertRepayment"): Promise<void> {
      const count = () => lender.requests().filter((request) => request.operation === operation).length;
      const before = count();
      return new Promise((resolve) => {
        const leave = lender.subscribe(() => {
          if (count() === before) return;
          leave();
          resolve();
        });
      });
    },
  };

  function take(
    kind: "repayment.captured" | "payout.handedOver",
    loanRef: string,
    amountMinor: number,
    clientPin: string | null,
  ): string {
    number += 1;
    const itemId = `item-${number}`;
    const facts = {
      itemId,
      captureId: `capture-${number}`,
      receiptNo: `kishinev-1-i1-${number}`,
      providerId: "iute",
      loanRef,
      loanId: null,
      amountMinor,
      currency: "MDL",
      customerDigest: clientPin === null ? null : customerDigest(journal, clientPin),
      fieldsDigest: "f".repeat(64),
    };
    const meta = { actor: "Ana", shiftId: "s-1" };
    journal.write(({ append }) =>
      kind === "repayment.captured"
        ? append({ kind, payload: { ...facts, offline: false }, ...meta })
        : append({
            kind,
            payload: { ...facts, payoutId: `payout-${number}`, checkId: `check-${number}` },
            ...meta,
          }),
    );
    return itemId;
  }
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;

function adapter(baseUrl: string, wire: Transport, limits: Limits): Provider {
  const made = createIute(
    {
      id: "iute",
      kind: "iute",
      name: "Iute",
      baseUrl,
      settings: { partnerType: "post", languages: ["rom"] },
      secrets: CREDENTIALS,
      tillCurrency: "MDL",
      connectTimeoutMs: limits.connectTimeoutMs,
      requestTimeoutMs: limits.requestTimeoutMs,
    },
    wire,
  );
  if (!made.ok) throw new Error(`The adapter was not built: ${made.message}`);
  return made.provider;
}
