// Walks the page as a clerk without a mouse does.
import { expect, type Locator, type Page } from "@playwright/test";

/** Enough for the longest form; a control that Tab does not reach by then cannot be reached by keyboard. */
const MOST_STEPS = 60;

const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement);

/** Presses Tab, or Shift+Tab, until the control has the focus. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(control).toBeEnabled();
  for (let step = 0; step < MOST_STEPS && !(await hasFocus(control)); step += 1)
    await page.keyboard.press(key);
  await expect(control).toBeFocused();
}

/** Types into what has the focus and goes on with Enter, field by field. */
export async function typeFields(page: Page, values: readonly string[]): Promise<void> {
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
  }
}

/** Counts every press of a pointer from now on; `count` gives the number. */
export async function watchForMouse(page: Page): Promise<{ count: () => Promise<number> }> {
  await page.evaluate(() => {
    document.documentElement.dataset.mouse = "0";
    window.addEventListener(
      "pointerdown",
      () => {
        const { dataset } = document.documentElement;
        dataset.mouse = String(Number(dataset.mouse) + 1);
      },
      { capture: true },
    );
  });
  return { count: () => page.evaluate(() => Number(document.documentElement.dataset.mouse)) };
}
