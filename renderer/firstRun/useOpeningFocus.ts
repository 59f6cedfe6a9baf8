/** Outside the frame: the focus goes to a page's first field, else to its heading, when it opens. */
import { type RefObject, useEffect, useRef } from "react";
import { focusPage } from "../app/pageFocus.ts";

export function useOpeningFocus<Element extends HTMLElement>(): RefObject<Element | null> {
  const page = useRef<Element>(null);
  useEffect(() => {
    if (page.current !== null) focusPage(page.current);
  }, []);
  return page;
}
