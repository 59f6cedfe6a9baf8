/** A whole counter before a real training lender: the office is provisioned, a cashier is signed in, the till is open. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Agent, type AgentOptions, createAgent } from "../../electron/agent.ts";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import type { Printing, Transport } from "../../electron/ports.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { startTrainingIute, type TrainingIute } from "../../electron/training/iute/server.ts";
import type { Application } from "../../shared/api/loans.ts";
import type { CallValue, EventName } from "../../shared/api.ts";
import type { Limits } from "../../shared/limits.ts";
import type { OutboxItem } from "../../shared/outbox.ts";
import { refusal, value } from "../agent/counter.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";
import { uploadParts } from "../training/iuteSamples.ts";
import { CREDENTIALS, multipartBody, postMultipart } from "../training/rawClient.ts";

export const CELIK = { name: "Celik", role: "cashier", pin: "519027" } as const;
export const BESA = { name: "Besa", role: "supervisor", pin: "630284" } as const;
export const DRITA = { name: "Drita", role: "admin", pin: "274913" } as const;

export const FLOAT = 10_000_000;

export const NELEA: Application = {
  pin: "I80606014N",
  firstName: "Nelea",
  lastName: "Iacovet",
  patronymic: "Ion",
  birthDate: "1987-08-31",
  documentSerial: "A1234567",
  gsm: "0602160911",
  phoneHome: "0602160911",
  altContactName: "June",
  altContactRelation: "sister",
  altContactPhone: "0987654321",
  town: "Chisinau",
  street: "Long street",
  houseNr: "11",
  apartmentNr: "",
  amountMinor: 500_000,
  months: 6,
};
/** One of the six instalments of that loan, as the document's sample shows it. */
export const INSTALMENT = 109_568;

/** Doubts are settled in a fraction of a second here; the order of things is the same. */
const quick: Partial<Limits> = {
  connectTimeoutMs: 15_000,
  requestTimeoutMs: 15_000,
  reconcileGraceMs: 10,
  absentQuarantineMs: 150,
  retryBaseMs: 50,
};

export interface CounterOptions {
  limits?: Partial<Limits>;
  /** The examples of the training lender are in its books. */
  examples?: boolean;
  closedTill?: boolean;
  /** Stands between the program and the wire. */
  wire?: (real: Transport) => Transport;
  printing?: Printing;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "counterfoil-desks-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export async function openCounter(options: CounterOptions = {}) {
  const lender = await startTrainingIute({
    credentials: CREDENTIALS,
    partnerType: "post",
    seedExamples: options.examples ?? false,
  });
  onTestFinished(() => lender.close());
  const dataDir = folder();
  const provision = {
    ...{ office: "Chișinău 6514", till: "T-1", currency: "MDL", language: "ro" },
    staff: [CELIK, BESA, DRITA],
    providers: [providerAt(lender.baseUrl)],
    limits: { ...quick, ...options.limits },
  };
  const start = (): Agent =>
    createAgent({
      ...{ dataDir, keyring: testKeyring(), pinCost: CHEAP, provision },
      ...(options.printing === undefined ? {} : { printing: options.printing }),
      ...(options.wire === undefined
        ? {}
        : { transport: options.wire(createTransport({ clock: systemClock })) }),
    } satisfies AgentOptions);
  let agent = start();
  onTestFinished(() => agent.close());
  const counter = {
    dataDir,
    lender,
    get agent() {
      return agent;
    },
    /** The program ends and starts again; the cashier signs in once more. */
    async restart(person: { name: string; pin: string } = CELIK): Promise<void> {
      await agent.close();
      agent = start();
      await counter.signIn(person);
    },
    async signIn(person: { name: string; pin: string }): Promise<void> {
      await value(agent.call("staff.signIn", { name: person.name, pin: person.pin }));
    },
    ask: (name: string, input: unknown) => agent.call(name, input),
    quote: (input: object) => value(agent.call("loans.quote", { providerId: "iute", ...input })),
    apply: (application: Partial<Application> = {}, more: object = {}) =>
      value(
        agent.call("loans.apply", {
          providerId: "iute",
          application: { ...NELEA, ...application },
          ...more,
        }),
      ),
    refresh: (loanId: string) => value(agent.call("loans.refresh", { loanId })),
    loan: (loanId: string) => value(agent.call("loans.get", { loanId })),
    /** What a call that has to be refused was refused with. */
    refusal: (name: string, input: unknown) => refusal(agent.call(name, input)),
    async check(loanRef: string, amountMinor = INSTALMENT) {
      return value(agent.call("repayments.check", { providerId: "iute", loanRef, amountMinor }));
    },
    async capture(loanRef: string, amountMinor = INSTALMENT, more: object = {}) {
      return value(agent.call("repayments.capture", repayment(loanRef, amountMinor, more)));
    },
    async item(itemId: string): Promise<OutboxItem> {
      const { items } = await value(agent.call("outbox.list", { itemId }));
      const [item] = items;
      if (item === undefined) throw new Error(`There is no item ${itemId}.`);
      return item;
    },
    /** Waits until the item reads like this: "posted/confirmed", "attention/absentTwice", "queued". */
    itemTo: (itemId: string, wanted: string) =>
      until(agent, "outbox.changed", async () => {
        const item = await counter.item(itemId);
        const reads = [item.state, item.certainty ?? item.reason].filter(Boolean).join("/");
        return reads === wanted ? item : `${itemId} reads ${reads} instead of ${wanted}`;
      }),
    loanTo: (loanId: string, step: string) =>
      until(agent, "loan.changed", async () => {
        const loan = await counter.loan(loanId);
        return loan.step === step ? loan : `${loanId} stands at ${loan.step} instead of ${step}`;
      }),
    till: () => value(agent.call("till.status", {})),
    /** What the lender's own books say about the loan. */
    books(loanRef: string) {
      const found = lender.books().loans.find((loan) => loan.loanRef === loanRef);
      if (found === undefined) throw new Error(`The lender has no loan ${loanRef}.`);
      return found;
    },
    /** How often the lender was told, copies on the way left out. */
    arrivals: (operation: string) =>
      lender.requests().filter((request) => request.operation === operation && !request.repeated).length,
    /**
     * Applied for here, signed and brought to the lender at another counter, and authorised: without paper, which the
     * journey and the agreements' own tests go through.
     */
    async authorised(application: Partial<Application> = {}) {
      const { loanId, loanRef } = await counter.apply(application);
      await decide(lender, loanRef, "approve");
      await uploadElsewhere(lender, loanRef ?? "");
      await decide(lender, loanRef, "authorise");
      await counter.refresh(loanId);
      return { loanId, loanRef: loanRef ?? "" };
    },
    /** The printed agreement comes back as a file and goes to the lender. */
    async upload(loanId: string, documentId: string) {
      const { bytes } = await value(agent.call("documents.read", { documentId }));
      const signed = await value(agent.call("documents.import", { name: "signed.pdf", bytes }));
      return value(agent.call("agreements.upload", { loanId, agreementDocumentId: signed.documentId }));
    },
    releaseCheck: (loanId: string) => value(agent.call("payouts.check", { loanId })),
    handOver: (checkId: string, clientPin = NELEA.pin) =>
      value(agent.call("payouts.handOver", { checkId, clientPin })),
    /** A loan whose cash the customer has and of which the lender knows it. */
    async active(application: Partial<Application> = {}) {
      const { loanId, loanRef } = await counter.authorised(application);
      const { checkId } = await counter.releaseCheck(loanId);
      const { itemId } = await counter.handOver(checkId, application.pin);
      await counter.itemTo(itemId, "posted/confirmed");
      return { loanId, loanRef, itemId };
    },
  };
  await counter.signIn(CELIK);
  if (!options.closedTill) await value(agent.call("till.open", { floatMinor: FLOAT }));
  return counter;
}

export type Counter = Awaited<ReturnType<typeof openCounter>>;

export function providerAt(baseUrl: string) {
  return {
    id: "iute",
    kind: "iute",
    name: "Iute",
    baseUrl,
    environment: "test",
    settings: { partnerType: "post", languages: ["rom", "eng"] },
    secrets: CREDENTIALS,
  };
}

export function decide(
  lender: TrainingIute,
  loanRef: string | null,
  decision: "approve" | "reject" | "authorise",
) {
  if (loanRef === null) throw new Error("The lender has given no reference.");
  return lender.decide(loanRef, decision);
}

/** Another counter of the same partner brings the signed files to the lender. */
export async function uploadElsewhere(lender: TrainingIute, loanRef: string): Promise<void> {
  await postMultipart(lender.baseUrl, "loan/files/upload", multipartBody(uploadParts(loanRef)));
}

let forms = 0;

export function newForm(): string {
  forms += 1;
  return `form-${process.pid}-${forms}`;
}

/** A filled form; without `captureId` in `more`, a new one. */
export function repayment(loanRef: string, amountMinor = INSTALMENT, more: object = {}) {
  return { providerId: "iute", loanRef, amountMinor, captureId: newForm(), ...more };
}

/** Looks now and after every event; `look` gives a sentence as long as it is not so yet. Fails after fifteen seconds. */
export async function until<Value>(
  agent: Agent,
  event: EventName,
  look: () => Promise<Value | string>,
): Promise<Value> {
  let last = "";
  return new Promise((resolve, reject) => {
    let isLooking = false;
    let isStale = true;
    const finish = (end: () => void) => {
      clearTimeout(limit);
      leave();
      end();
    };
    const limit = setTimeout(() => finish(() => reject(new Error(last))), 15_000);
    const again = async () => {
      isStale = true;
      if (isLooking) return;
      isLooking = true;
      try {
        while (isStale) {
          isStale = false;
          const seen = await look();
          if (typeof seen !== "string") return finish(() => resolve(seen));
          last = seen;
        }
      } catch (error) {
        finish(() => reject(error));
      } finally {
        isLooking = false;
      }
    };
    const leave = agent.on(event, () => void again());
    void again();
  });
}

export type LoanInfo = CallValue<"loans.info">;
