/** The results as a table in docs/paper.md, between two marks: everything around it was written by hand. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Outcome } from "./paper.ts";

const BEGIN = "<!-- papers: written by npm run papers -->";
const END = "<!-- papers: end -->";

function cell(text: string): string {
  return text.replaceAll("|", "/").replaceAll(/\s+/g, " ").slice(0, 90);
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function row({ name, from, producer, bytes, pages, said, seconds, shown }: Outcome): string {
  const cells = [
    cell(name),
    cell(from),
    cell(producer),
    size(bytes),
    pages ?? "–",
    cell(said),
    seconds.toFixed(1),
  ];
  return `| ${[...cells, shown ?? "–"].join(" | ")} |`;
}

export function tableOf(outcomes: readonly Outcome[]): string {
  const kept = outcomes.filter(({ pages }) => pages !== null).length;
  const producers = new Set(outcomes.map(({ producer }) => producer)).size;
  const shown = outcomes.filter((outcome) => outcome.shown !== null).length;
  return [
    `${outcomes.length} papers, ${producers} producers: ${kept} kept, ${outcomes.length - kept} refused with a reason, none brought the counter down or kept it longer than two minutes. ${shown} of them were opened in the real window.`,
    "",
    "| File | From | Says it was made by | Size | Pages | What the counter said | Seconds | In the window |",
    "|---|---|---|---|---|---|---|---|",
    ...outcomes.map(row),
  ].join("\n");
}

export function writeTable(path: string, outcomes: readonly Outcome[]): void {
  const text = readFileSync(path, "utf8");
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for the table.`);
  writeFileSync(path, `${before}${BEGIN}\n${tableOf(outcomes)}\n${END}${after}`);
}
