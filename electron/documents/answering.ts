/** What every process that opens documents has in common: it listens for questions, answers them, and may not swell. */
import { Worker } from "node:worker_threads";
import { z } from "zod";

/** The thread goes on looking while a document keeps the main one busy; the core sees the process end. */
function guardMemory(mostResidentBytes: number): void {
  const guard = `
setInterval(() => {
  if (process.memoryUsage.rss() > ${mostResidentBytes}) process.kill(process.pid, "SIGKILL");
}, 50);`;
  new Worker(guard, { eval: true }).unref();
}

/** Electron's utility process speaks through a port of its own, Node's child through the process itself. */
const parentPort = z.object({
  on: z.custom<(event: "message", listener: (event: unknown) => void) => void>(
    (value) => value instanceof Function,
  ),
  postMessage: z.custom<(message: unknown) => void>((value) => value instanceof Function),
});

const utilityMessage = z.object({ data: z.unknown() });

export function answerQuestions(
  mostResidentBytes: number,
  answer: (message: unknown) => Promise<unknown>,
): void {
  guardMemory(mostResidentBytes);
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
