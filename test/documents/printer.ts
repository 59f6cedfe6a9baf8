/** A printer whose tray the tests look into, and what the journal says about its paper. */
import type { Printing, PrintJob } from "../../electron/ports.ts";
import { value } from "../agent/counter.ts";
import { type Counter, NELEA } from "../desks/counter.ts";

/** A printer that takes what it is given, until the test empties its tray. */
export function printerIn(tray: PrintJob[]): Printing & { hasPaper: boolean } {
  return {
    hasPaper: true,
    printers: async () => [{ name: "Counter", label: "Counter", isDefault: true }],
    async print(job) {
      if (!this.hasPaper) return { ok: false, printer: "Counter", message: "Out of paper." };
      tray.push(job);
      return { ok: true, printer: "Counter", message: null };
    },
    pdf: async (html) => Buffer.from(`%PDF of ${html.length} letters`),
  };
}

export function htmlOf(job: PrintJob | undefined): string {
  if (job?.content.kind !== "html") throw new Error("This job is no sheet.");
  return job.content.html;
}

export const OFFLINE = { clientPin: NELEA.pin, payerPhone: NELEA.gsm, payerName: "Ion & Fiii" };

export function rowsOf(counter: Counter, kinds: string[]) {
  return value(counter.agent.call("journal.search", { kinds, page: { number: 1, size: 100 } }));
}
