/** Tells the core that somebody is there, so that the idle lock waits. */
import { useEffect } from "react";
import { call } from "../bridge/call.ts";

const AT_MOST_EVERY_MS = 15_000;

export function useActivity(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let last = 0;
    function onInput(): void {
      const now = performance.now();
      if (last !== 0 && now - last < AT_MOST_EVERY_MS) return;
      last = now;
      void call("staff.active", {});
    }
    const events = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
    for (const name of events) window.addEventListener(name, onInput, { passive: true });
    return () => {
      for (const name of events) window.removeEventListener(name, onInput);
    };
  }, [active]);
}
