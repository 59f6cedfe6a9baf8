/** For buttons that print: Enter held down would print page after page. */
import type { KeyboardEvent } from "react";

export function onlyOnce(press: KeyboardEvent): void {
  if (press.repeat) press.preventDefault();
}
