/** The network scanner of our own for one test, switched off when the test ends. */
import { onTestFinished } from "vitest";
import { type EsclScanner, type Mishap, startEsclScanner } from "./esclScanner.ts";

export async function networkScanner(feed: readonly (Buffer | Mishap)[]): Promise<EsclScanner> {
  const scanner = await startEsclScanner(feed);
  onTestFinished(() => scanner.close());
  return scanner;
}
