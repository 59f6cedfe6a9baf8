/** Keeps the focus from falling into nothing: a button that was busy gets it back, what went away leaves it nearby. */
import { type RefObject, useEffect } from "react";
import { focusPage } from "./pageFocus.ts";

const FOCUSABLE = "button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex='0']";

/** Around this element, from the inside out, within the page. */
function surroundings(element: HTMLElement, page: HTMLElement | null): HTMLElement[] {
  const around: HTMLElement[] = [];
  let outer = element.parentElement;
  while (outer !== null && outer !== page) {
    around.push(outer);
    outer = outer.parentElement;
  }
  return outer === null ? [] : around;
}

/**
 * A pressed button is disabled while its call is under way, and the browser takes the focus from it: for a person
 * without a mouse the keys would then be nobody's.
 */
export function useKeptFocus(page: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    let planned = 0;

    function look(): void {
      planned = 0;
      if (document.activeElement !== document.body || last === null) return;
      if (last.isConnected) {
        if (!last.matches(":disabled")) last.focus({ preventScroll: true });
        return;
      }
      const nearby = around.find(({ isConnected }) => isConnected)?.querySelector<HTMLElement>(FOCUSABLE);
      if (nearby !== undefined && nearby !== null) nearby.focus({ preventScroll: true });
      else if (page.current !== null) focusPage(page.current);
    }
    function plan(): void {
      // After the page's own effects, which know better where the focus belongs.
      if (planned === 0) planned = window.setTimeout(look);
    }
    function onFocus({ target }: FocusEvent): void {
      last = target instanceof HTMLElement ? target : null;
      around = last === null ? [] : surroundings(last, page.current);
    }
    function onPointer({ target }: PointerEvent): void {
      // A press on what has the focus already: it stays where it is, and no new focus event will say so.
      if (target instanceof Node && last?.contains(target)) return;
      // Whoever clicks beside everything means it.
      last = null;
    }

    const changes = new MutationObserver(plan);
    changes.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    window.addEventListener("focusin", onFocus);
    window.addEventListener("pointerdown", onPointer, { capture: true });
    return () => {
      changes.disconnect();
      window.clearTimeout(planned);
      window.removeEventListener("focusin", onFocus);
      window.removeEventListener("pointerdown", onPointer, { capture: true });
    };
  }, [page, active]);
}
