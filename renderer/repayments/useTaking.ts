/** Checks, asks where something speaks against it, and captures: once for one filled form, however often Enter comes. */
import { useRef, useState } from "react";
import type { CallError } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";
import type { RepaymentDraft } from "./draft.ts";
import type { Checked } from "./WarningsQuestion.tsx";

export type Taken = {
  itemId: string;
  receiptNo: string;
  loanRef: string;
  amountMinor: number;
  /** What the customer put on the counter; null where it was not typed. */
  receivedMinor: number | null;
  clientName: string | null;
  /** When the balance behind an offline payment was read; `never` for a loan that was never read here. */
  offline: { asOf: string | null } | null;
  /** The form was taken before, and this is its first receipt. */
  existed: boolean;
};

export type Sums = { amountMinor: number; receivedMinor: number | null };

export type Taking = {
  /** Begins with the check; ends in a question or in the capture. */
  begin: (draft: RepaymentDraft, sums: Sums) => Promise<void>;
  asked: { checked: Checked; draft: RepaymentDraft; sums: Sums } | null;
  takeAnyway: () => Promise<void>;
  backToForm: () => void;
  busy: boolean;
  error: CallError | null;
};

export function useTaking(onTaken: (taken: Taken) => void, onRefused: (error: CallError) => void): Taking {
  const check = useAction("repayments.check");
  const capture = useAction("repayments.capture");
  const [asked, setAsked] = useState<Taking["asked"]>(null);
  /** Set before the first wait: a second Enter arrives before React has drawn the first one's state. */
  const underWay = useRef(false);

  async function take(draft: RepaymentDraft, sums: Sums, checked: Checked): Promise<void> {
    const { providerId, loanRef, captureId, payerName, payerPhone, clientPin } = draft;
    const reply = await capture.run({
      providerId,
      loanRef,
      amountMinor: sums.amountMinor,
      captureId,
      ...(clientPin.trim() === "" ? {} : { clientPin }),
      ...(payerName.trim() === "" ? {} : { payerName }),
      ...(payerPhone.trim() === "" ? {} : { payerPhone }),
    });
    setAsked(null);
    if (!reply.ok) {
      onRefused(reply.error);
      return;
    }
    const { itemId, receiptNo, exists } = reply.value;
    onTaken({
      itemId,
      receiptNo,
      loanRef,
      ...sums,
      clientName: checked.clientName,
      offline: checked.stale ? { asOf: checked.asOf } : null,
      existed: exists,
    });
  }

  async function once(work: () => Promise<void>): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await work();
    } finally {
      underWay.current = false;
    }
  }

  return {
    begin: (draft, sums) =>
      once(async () => {
        capture.reset();
        const { providerId, loanRef } = draft;
        const reply = await check.run({ providerId, loanRef, amountMinor: sums.amountMinor });
        if (!reply.ok) onRefused(reply.error);
        else if (reply.value.warnings.length > 0) setAsked({ checked: reply.value, draft, sums });
        else await take(draft, sums, reply.value);
      }),
    asked,
    takeAnyway: () =>
      once(async () => {
        if (asked !== null) await take(asked.draft, asked.sums, asked.checked);
      }),
    backToForm: () => {
      if (!underWay.current) setAsked(null);
    },
    busy: check.busy || capture.busy,
    error: capture.error ?? check.error,
  };
}
