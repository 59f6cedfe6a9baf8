/** Puts the focus into a view of the page when it changes within it, as the frame does when a page opens. */
import { type RefObject, useEffect, useRef } from "react";
import { focusPage } from "../app/pageFocus.ts";

export function useViewFocus(view: string): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each view opens like a page.
  useEffect(() => {
    if (page.current === null) return;
    focusPage(page.current);
    page.current.closest("main")?.scrollTo({ top: 0 });
  }, [view]);
  return page;
}
