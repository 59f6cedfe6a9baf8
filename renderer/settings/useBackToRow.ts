/** After a page that replaced a list, the focus goes back into the list: to its first row that is tabbable. */
import { type RefObject, useEffect, useRef } from "react";

export function useBackToRow(away: boolean): RefObject<HTMLDivElement | null> {
  const section = useRef<HTMLDivElement>(null);
  const wasAway = useRef(false);
  useEffect(() => {
    if (wasAway.current && !away)
      (
        section.current?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ??
        section.current?.querySelector<HTMLElement>("button")
      )?.focus();
    wasAway.current = away;
  }, [away]);
  return section;
}
