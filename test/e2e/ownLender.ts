// Starts the lender of `lenderProcess.ts` and speaks with it.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../scripts/project.mjs";
import { runSource } from "../../scripts/runSource.mjs";

export const LENDER_CREDENTIALS = { username: "walk", password: "walk-9173" };

export interface OwnLender {
  baseUrl: string;
  setLine(up: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Its books lie below `folder` where those of a training till would: `lenderBooks.ts` reads them. */
export async function startOwnLender(folder: string): Promise<OwnLender> {
  const booksPath = join(folder, "training", "providers", "iute-books.json");
  await mkdir(dirname(booksPath), { recursive: true });
  const { username, password } = LENDER_CREDENTIALS;
  const line = runSource("test/e2e/lenderProcess.ts", [booksPath, username, password]);
  const child: ChildProcessWithoutNullStreams = spawn(line.command, line.args, { cwd: root });
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await said.next()).value ?? "");
  const baseUrl = await next();
  return {
    baseUrl,
    async setLine(up) {
      child.stdin.write(up ? "up\n" : "down\n");
      await next();
    },
    close: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.stdin.end();
      }),
  };
}
