/** Cuts a roll's paper after the last line that stands on it. */
import type { WebContents } from "electron";
import { z } from "zod";
import { bugFacts, type Log } from "../logging/log.ts";
import type { PaperSize } from "../ports.ts";

/** CSS: 96 pixels are an inch. */
const UM_PER_PIXEL = 25_400 / 96;
/** Printed lines may come out a hair taller than they were measured; a second sheet for a hair would be worse. */
const SPARE_UM = 3_000;

const layoutSchema = z.object({ cssContentSize: z.object({ height: z.number().positive() }) });

/** No script may run in a sheet, so the height comes from Chromium's own protocol (Page.getLayoutMetrics). */
async function heightUmOf({ debugger: inspector }: WebContents): Promise<number> {
  inspector.attach("1.3");
  try {
    // In a taller window a short sheet would count as high as the window.
    await inspector.sendCommand("Emulation.setDeviceMetricsOverride", {
      ...{ width: 800, height: 1, deviceScaleFactor: 1, mobile: false },
    });
    const layout = layoutSchema.parse(await inspector.sendCommand("Page.getLayoutMetrics"));
    return layout.cssContentSize.height * UM_PER_PIXEL;
  } finally {
    inspector.detach();
  }
}

/** The paper of a sheet that is loaded; never longer than it was given, and as given where it cannot be measured. */
export async function cutPaper(contents: WebContents, page: PaperSize, log: Log): Promise<PaperSize> {
  if (page.isCutToLength !== true) return page;
  try {
    const heightUm = Math.ceil(await heightUmOf(contents)) + SPARE_UM;
    return { ...page, heightUm: Math.min(heightUm, page.heightUm) };
  } catch (error) {
    log("warning", "print.notMeasured", bugFacts(error));
    return page;
  }
}
