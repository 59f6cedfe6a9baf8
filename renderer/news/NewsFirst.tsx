/** Before the next transaction: what changed is read first, and one key goes on to the money. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { focusPage } from "../app/pageFocus.ts";
import type { Place } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { News } from "./News.tsx";

/** Where a transaction begins. */
const beforeMoney: readonly Place["at"][] = ["repayment", "payout", "newLoan"];

/** Mounted with each move: what arrives while a form is open never takes it away. */
export function NewsFirst({ place, children }: { place: Place; children: ReactNode }) {
  const isMoney = beforeMoney.includes(place.at);
  const lines = useCall("till.news", {}).value?.lines.length ?? 0;
  const [isReading, setReading] = useState(isMoney && lines > 0);
  const page = useRef<HTMLDivElement>(null);
  const wasReading = useRef(isReading);
  useEffect(() => {
    if (wasReading.current && !isReading && page.current !== null) focusPage(page.current);
    wasReading.current = isReading;
  }, [isReading]);
  return <div ref={page}>{isReading ? <News first onSeen={() => setReading(false)} /> : children}</div>;
}
