/** Which printer takes which paper, as this counter has chosen it last. */
import { z } from "zod";
import { type PrinterChoice, type PrintUse, printUses } from "../../../shared/api/printing.ts";
import type { Sql } from "../contract.ts";
import { rowPayloads } from "../rows.ts";
import { prepared } from "../statements.ts";

/** Until somebody has chosen: the computer's own printer, and the paper that every office has. */
function unchosen(use: PrintUse): PrinterChoice {
  return { use, printer: null, paper: "a4", duplex: null };
}

const stored = z.array(z.string());

/** One for every use, in the order of `printUses`. */
export function printerChoices(sql: Sql): PrinterChoice[] {
  const rows = stored.parse(
    prepared(
      sql,
      "SELECT j.payload FROM search s JOIN journal j USING (sequence) WHERE s.kind = 'setup.printerChosen' ORDER BY sequence",
    )
      .pluck()
      .all(),
  );
  const chosen = new Map(
    rows.map((row) => {
      const choice = rowPayloads["setup.printerChosen"].parse(JSON.parse(row));
      return [choice.use, choice] as const;
    }),
  );
  return printUses.map((use) => chosen.get(use) ?? unchosen(use));
}

export function printerChoice(sql: Sql, use: PrintUse): PrinterChoice {
  return printerChoices(sql).find((choice) => choice.use === use) ?? unchosen(use);
}
