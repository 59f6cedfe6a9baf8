/** Runs in a process of its own, without keys and without the program's environment: opens PDFs and says what they are. */
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { inspectionQuestion } from "./inspectionMessages.ts";

/** A document that needs more memory than this is not worth the counter's computer. */
const MOST_RESIDENT_BYTES = 640 * 1024 * 1024;

/** The thread goes on looking while a document keeps the main one busy; the core sees the process end. */
const memoryGuard = `
setInterval(() => {
  if (process.memoryUsage.rss() > ${MOST_RESIDENT_BYTES}) process.kill(process.pid, "SIGKILL");
}, 50);`;
new Worker(memoryGuard, { eval: true }).unref();

/** Electron's utility process speaks through a port of its own, Node's child through the process itself. */
const parentPort = z.object({
  on: z.custom<(event: "message", listener: (event: unknown) => void) => void>(
    (value) => value instanceof Function,
  ),
  postMessage: z.custom<(message: unknown) => void>((value) => value instanceof Function),
});

const utilityMessage = z.object({ data: z.unknown() });

function connect(answer: (message: unknown) => Promise<unknown>): void {
  const port: unknown = Reflect.get(process, "parentPort");
  if (parentPort.safeParse(port).success) {
    const { on, postMessage } = parentPort.parse(port);
    on.call(port, "message", async (event) => {
      postMessage.call(port, await answer(utilityMessage.parse(event).data));
    });
    return;
  }
  process.on("message", async (message) => {
    process.send?.(await answer(message));
  });
  process.on("disconnect", () => process.exit());
}

connect(async (message) => {
  const { number, bytes, find } = inspectionQuestion.parse(message);
  // Loaded with the first question, so that the process listens from its first moment.
  const { examinePdf } = await import("./pdf.ts");
  return { number, findings: await examinePdf(bytes, find) };
});
