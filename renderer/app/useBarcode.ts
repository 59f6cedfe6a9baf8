/** Listens for a barcode reader anywhere outside a field. */
import { useEffect } from "react";
import { endOfBurst, noBurst, readScan, type Scanned, withKey } from "./barcode.ts";

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

export function useBarcode(onScan: (scanned: Scanned) => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let burst = noBurst;
    function onKey(press: KeyboardEvent): void {
      if (isField(press.target) || press.ctrlKey || press.altKey || press.metaKey) {
        burst = noBurst;
        return;
      }
      if (press.key.length === 1) burst = withKey(burst, press.key, press.timeStamp);
      else if (press.key === "Enter") {
        const text = endOfBurst(burst, press.timeStamp);
        burst = noBurst;
        if (text === null) return;
        // The Enter is the reader's: it must not press the button that happens to have the focus.
        press.preventDefault();
        press.stopPropagation();
        onScan(readScan(text));
      }
    }
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [onScan, active]);
}
