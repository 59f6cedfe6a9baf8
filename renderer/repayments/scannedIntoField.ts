/** Notices a barcode reader's burst in the amount field, where "80001" and Enter would be taken for a sum. */
import { type KeyboardEvent, useRef } from "react";
import { endOfBurst, noBurst, withKey } from "../app/barcode.ts";

/** References and receipt codes are longer than what a hand types within a moment. */
const SHORTEST = 5;

/** `onEnter` gives the burst that this Enter ends, or null for a person's. */
export function useBurst(): {
  onKey: (press: KeyboardEvent) => void;
  ended: (press: KeyboardEvent) => string | null;
} {
  const burst = useRef(noBurst);
  return {
    onKey: (press) => {
      if (press.key.length === 1) burst.current = withKey(burst.current, press.key, press.timeStamp);
    },
    ended: (press) => {
      const text = endOfBurst(burst.current, press.timeStamp);
      burst.current = noBurst;
      return text !== null && text.length >= SHORTEST ? text : null;
    },
  };
}
