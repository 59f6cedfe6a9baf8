/** Real second processes for tests about one folder and two programs. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

export interface Other {
  process: ChildProcess;
  /** The next line that it says. */
  says(): Promise<string>;
  /** As a power cut ends it. */
  kill(): Promise<void>;
}

export function startOther(folder: string, what = "", through: readonly string[] = []): Other {
  const child = join(import.meta.dirname, "child.ts");
  const [command = process.execPath, ...args] = [...through, process.execPath, child, folder, what];
  const other = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    other.kill("SIGKILL");
  });
  const lines = createInterface({ input: other.stdout })[Symbol.asyncIterator]();
  return {
    process: other,
    says: async () => {
      const { value, done } = await lines.next();
      return done ? "(it has ended)" : String(value);
    },
    kill: async () => {
      const ended = once(other, "exit");
      other.kill("SIGKILL");
      await ended;
    },
  };
}
