/** Where the focus goes when a page opens: its first field, else its heading. Never nowhere. */

export function focusPage(page: HTMLElement): void {
  const target =
    page.querySelector<HTMLElement>("[data-first-focus]:not(:disabled)") ??
    page.querySelector<HTMLElement>("h1") ??
    page;
  target.focus({ preventScroll: true });
  page.scrollTop = 0;
}
