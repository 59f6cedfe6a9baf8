/** Brings signed agreements to the lender, apart from the money queue: repeated by itself, after a restart as well. */
import { assertNever, Refusal } from "../../shared/errors.ts";
import { loansToUpload } from "../journal/loans/queries.ts";
import type { LoanRecord } from "../journal/loans/record.ts";
import { readLoan } from "../journal/projections/loans.ts";
import type { RowPayload } from "../journal/rows.ts";
import type { Answer, ProviderFile } from "../providers/contract.ts";
import type { DeskContext } from "./context.ts";
import { lenderFor } from "./lenders.ts";

type Ended = Omit<RowPayload<"loan.uploadEnded">, "loanId">;

export interface Uploads {
  /** Takes up what an earlier run has left, once the keys are open. May be called again after an unlock. */
  start(): void;
  /** Tries this loan's upload now, whatever its back-off; resolves when this attempt has ended. */
  attempt(loanId: string): Promise<void>;
  isUnderWay(loanId: string): boolean;
  /** Begins nothing new and waits for what is under way. */
  close(): Promise<void>;
}

const LONGEST_WAIT_MS = 15 * 60_000;
/** Enough for a progress bar; each event crosses the bridge. */
const PROGRESS_STEPS = 50;

export function createUploads(context: DeskContext): Uploads {
  const { journal, keys, clock, random, documents, courier, emit, log } = context;
  const underWay = new Map<string, Promise<void>>();
  const planned = new Map<string, () => void>();
  let isClosed = false;

  function plan(loanId: string, delayMs: number): void {
    planned.get(loanId)?.();
    planned.set(
      loanId,
      clock.after(delayMs, () => {
        planned.delete(loanId);
        attempt(loanId).catch((error: unknown) =>
          log("error", "An upload failed unexpectedly.", { loanId, reason: String(error) }),
        );
      }),
    );
  }

  function attempt(loanId: string): Promise<void> {
    const running = underWay.get(loanId);
    if (running !== undefined) return running;
    planned.get(loanId)?.();
    planned.delete(loanId);
    if (isClosed || keys.state === "locked") return Promise.resolve();
    const uploading = upload(loanId).finally(() => underWay.delete(loanId));
    underWay.set(loanId, uploading);
    return uploading;
  }

  async function upload(loanId: string): Promise<void> {
    const loan = begin(loanId);
    if (loan === null) return;
    const ended = await send(loan);
    journal.write(({ append }) =>
      append({ kind: "loan.uploadEnded", payload: { loanId, ...ended }, actor: "system" }),
    );
    emit("loan.changed", { loanId });
    if (ended.result === "waiting" && !isClosed && ended.nextAt !== null)
      plan(loanId, Date.parse(ended.nextAt) - clock.now());
  }

  /** Durable before anything leaves: an attempt that a crash interrupts may have arrived. */
  function begin(loanId: string): LoanRecord | null {
    const loan = journal.write(({ append, sql }) => {
      const found = readLoan(sql, loanId);
      if (found === null || !isToUpload(found)) return null;
      const attempt = (found.upload?.attempts ?? 0) + 1;
      append({ kind: "loan.uploadStarted", payload: { loanId, attempt }, actor: "system" });
      return readLoan(sql, loanId);
    });
    if (loan !== null) emit("loan.changed", { loanId });
    return loan;
  }

  async function send(loan: LoanRecord): Promise<Ended> {
    const files = await readFiles(loan);
    if (files instanceof Refusal) return ended("failed", files.message);
    const { lender } = lenderFor(context, loan.providerId, "upload");
    const answer = await lender.upload(
      loan.loanRef ?? "",
      files.agreement,
      files.bankStatement,
      progressOf(loan.loanId),
    );
    courier.heard(loan.providerId, answer);
    return resultOf(loan, answer);
  }

  async function readFiles(
    loan: LoanRecord,
  ): Promise<{ agreement: ProviderFile; bankStatement: ProviderFile | null } | Refusal> {
    try {
      const { signedDocumentId, bankStatementDocumentId } = loan;
      const bankStatement =
        bankStatementDocumentId === null ? null : await documents.read(bankStatementDocumentId);
      return { agreement: await documents.read(signedDocumentId ?? ""), bankStatement };
    } catch (error) {
      // Purged or damaged files come back only from a person.
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  function progressOf(loanId: string): (sentBytes: number, totalBytes: number) => void {
    let told = -1;
    return (sentBytes, totalBytes) => {
      const step = totalBytes === 0 ? PROGRESS_STEPS : Math.floor((sentBytes / totalBytes) * PROGRESS_STEPS);
      if (step === told) return;
      told = step;
      emit("upload.progress", { loanId, sentBytes, totalBytes });
    };
  }

  function resultOf(loan: LoanRecord, answer: Answer<null>): Ended {
    switch (answer.kind) {
      case "answer":
        return ended("done", null);
      case "refused":
        // After silence a refusal may mean "I have them already": the release check decides.
        return ended(loan.upload?.mayHaveArrived ? "perhapsUploaded" : "failed", answer.message);
      case "credentials":
      case "noLine":
        return { ...ended("waiting", answer.message), nextAt: nextAt(loan) };
      case "unclear":
        return { ...ended("waiting", answer.message), nextAt: nextAt(loan), mayHaveArrived: true };
      default:
        return assertNever(answer, "answer");
    }
  }

  function nextAt(loan: LoanRecord): string {
    const doubled = context.limits().retryBaseMs * 2 ** Math.min((loan.upload?.attempts ?? 1) - 1, 20);
    const waitMs = Math.min(doubled, LONGEST_WAIT_MS) * (0.75 + random.fraction() / 2);
    return new Date(clock.now() + waitMs).toISOString();
  }

  return {
    start() {
      if (isClosed || keys.state === "locked") return;
      for (const loan of loansToUpload(journal.sql)) {
        if (underWay.has(loan.loanId) || planned.has(loan.loanId)) continue;
        const waits = loan.upload?.nextAt ?? null;
        const waitMs = waits === null ? 0 : Date.parse(waits) - clock.now();
        plan(loan.loanId, Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS));
      }
    },
    attempt,
    isUnderWay: (loanId) => underWay.has(loanId),
    async close() {
      isClosed = true;
      for (const callOff of planned.values()) callOff();
      planned.clear();
      await Promise.allSettled([...underWay.values()]);
    },
  };
}

function ended(result: Ended["result"], message: string | null): Ended {
  return { result, message, nextAt: null };
}

function isToUpload(loan: LoanRecord): boolean {
  const state = loan.upload?.state;
  return loan.step === "signed" && loan.loanRef !== null && (state === "waiting" || state === "sending");
}
