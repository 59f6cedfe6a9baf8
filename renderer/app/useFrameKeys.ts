/** The frame's keys, which work anywhere but inside a question. */
import { useEffect } from "react";
import { goBack, goTo } from "./place.ts";
import { tasks } from "./tasks.ts";
import { switchUser } from "./useSession.ts";

/** While a question stands open its answer comes first; Escape closes it. */
function questionIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

export function useFrameKeys(openPalette: () => void, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    function onKey(press: KeyboardEvent): void {
      if (questionIsOpen() || press.repeat) return;
      const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") openPalette();
      else if (ctrlKey && !altKey && key.toLowerCase() === "l") void switchUser();
      else if (altKey && !ctrlKey && key === "ArrowLeft") goBack();
      else if (altKey && !ctrlKey && key === "Home") goTo({ at: "home" });
      else {
        if (altKey || ctrlKey || metaKey || shiftKey) return;
        const task = tasks.find((one) => one.key === key);
        if (task === undefined) return;
        goTo(task.place);
      }
      press.preventDefault();
    }
    // Capturing: a field or a list must not swallow a task's key.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [openPalette, active]);
}
