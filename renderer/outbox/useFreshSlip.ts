/** A slip right after cash changed hands: what state the money is in, and how long its paper waits for the lender's books. */
import { type RefObject, useEffect, useRef, useState } from "react";
import type { CallValue } from "../../shared/api.ts";
import type { ItemState } from "../../shared/outbox.ts";
import { useCall } from "../bridge/useCall.ts";
import { useNow } from "../components/now.ts";
import { useStateSentence } from "./stateSentence.ts";

/** So long a slip waits for the lender's books (DESIGN section 5). */
const PATIENCE_MS = 10_000;

/** States that change by themselves within seconds, as long as the line is there. */
const onTheWay: readonly ItemState[] = ["queued", "sending", "acknowledged"];

export type FreshSlip = {
  item: CallValue<"outbox.list">["items"][number] | undefined;
  state: ItemState;
  sentence: ReturnType<typeof useStateSentence>;
  now: number;
  /** True while the paper waits for an answer that is likely to come. */
  isWaiting: boolean;
  secondsLeft: number;
  /** Around the slip's heading, which gets the focus first. */
  page: RefObject<HTMLDivElement | null>;
  /** Gets the focus once nothing is waited for. */
  printButton: RefObject<HTMLButtonElement | null>;
};

/** `awaits` false: nobody is there who could answer, as for a payment that was taken offline. */
export function useFreshSlip(itemId: string, awaits: boolean): FreshSlip {
  const now = useNow(1000);
  const [deadline] = useState(() => Date.now() + PATIENCE_MS);
  const item = useCall("outbox.list", { itemId }).value?.items[0];
  const sentence = useStateSentence(item ?? null);
  const page = useRef<HTMLDivElement>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const state = item?.state ?? "queued";
  const isWaiting = awaits && onTheWay.includes(state) && now < deadline;

  // The heading and no button: the second Enter of a barcode reader must press nothing.
  useEffect(() => page.current?.querySelector("h1")?.focus(), []);
  // Only from the heading: whoever went on by keyboard meanwhile is not called back.
  useEffect(() => {
    const isUntouched = document.activeElement === page.current?.querySelector("h1");
    if (!isWaiting && isUntouched) printButton.current?.focus();
  }, [isWaiting]);

  const secondsLeft = Math.max(0, Math.ceil((deadline - now) / 1000));
  return { item, state, sentence, now, isWaiting, secondsLeft, page, printButton };
}
