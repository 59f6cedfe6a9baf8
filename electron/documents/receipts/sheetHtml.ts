/** Draws a sheet as HTML that needs nothing from outside: style and pictures are in it, and no script. */
import { z } from "zod";
import { type PageSize, pageSizeOf } from "./paperSize.ts";
import { escapedText } from "./printableText.ts";
import { barsSvg, qrSvg } from "./scanCode.ts";
import type { Fact, Paper, Sheet, Table } from "./sheet.ts";
import { sheetStyle } from "./sheetStyle.ts";

/** HTML that is finished: everything else is escaped on its way into a template. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | Html | readonly Html[];

function asText(piece: Piece): string {
  if (typeof piece === "string") return escapedText(piece);
  return piece instanceof Html ? piece.text : piece.map(({ text }) => text).join("");
}

/** `html\`<b>${name}</b>\`` escapes the name. */
function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.map((part, index) => part + asText(pieces[index] ?? "")).join(""));
}

const nothing = new Html("");

function facts(list: readonly Fact[]): Html {
  if (list.length === 0) return nothing;
  const rows = list.map(({ label, value }) => html`<div><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`);
  return html`<dl>${rows}</dl>`;
}

function table({ heading, columns, rows, empty, sums, stacked = false }: Table): Html {
  if (rows.length === 0) return html`<section><h2>${heading}</h2><p>${empty}</p></section>`;
  const head = columns.map((column) => html`<th>${column}</th>`);
  const cells = (row: readonly string[]) => row.map((cell) => html`<td><bdi>${cell}</bdi></td>`);
  const body = rows.map(
    (row, index) => html`<tr class="${index >= rows.length - sums ? "sum" : ""}">${cells(row)}</tr>`,
  );
  return html`<section><h2>${heading}</h2><table class="${stacked ? "stacked" : ""}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

function signatures(labels: readonly string[]): Html {
  if (labels.length === 0) return nothing;
  const lines = labels.map(
    (label) => html`<div class="signature"><div class="line"></div><span>${label}</span></div>`,
  );
  return html`<div class="signatures">${lines}</div>`;
}

function money({ amount, code }: Sheet): Html {
  const figures =
    amount === null
      ? html`<div></div>`
      : html`<div><div class="figures ${amount.figures.length > 10 ? "long" : ""}">${amount.figures} <small>${amount.currency}</small></div><div class="words">${amount.words}</div></div>`;
  const picture = code === null ? nothing : html`<div class="code">${new Html(qrSvg(code))}</div>`;
  return amount === null && code === null ? nothing : html`<div class="money">${figures}${picture}</div>`;
}

function state(shown: Sheet["state"]): Html {
  if (shown === null) return nothing;
  const { certainty, heading, detail } = shown;
  return html`<section class="state ${certainty}"><h2>${heading}</h2><p>${detail}</p></section>`;
}

function stub({ stub: shown, code: sheetCode }: Sheet): Html {
  if (shown === null) return nothing;
  const code = shown.code ?? sheetCode;
  const bars = code === null ? nothing : html`<div class="bars">${new Html(barsSvg(code))}</div>`;
  return html`<div class="tear"></div><section class="stub"><h2>${shown.heading}</h2>${facts(shown.facts)}${bars}${signatures(shown.signatures)}</section>`;
}

/** The word stands in a black band at the top and runs across everything that could be cut out. */
function training(shown: Sheet["training"], part: "band" | "across"): Html {
  if (shown === null) return nothing;
  if (part === "band")
    return html`<div class="training-band">${shown.word}</div><p class="training-note">${shown.note}</p>`;
  const words = Array.from({ length: 4 }, () => html`<span>${shown.word}</span>`);
  return html`<div class="training-across">${words}</div>`;
}

function body(sheet: Sheet): Html {
  const notes = sheet.notes.map((note) => html`<p>${note}</p>`);
  return html`<header><h1>${sheet.title}</h1><div class="office"><bdi>${sheet.office}</bdi><br><bdi>${sheet.till}</bdi></div></header>
<div class="copy-mark">${sheet.copyMark}</div>
${training(sheet.training, "band")}
${money(sheet)}
${facts(sheet.facts)}
${state(sheet.state)}
<div class="tables">${sheet.tables.map(table)}</div>
<div class="notes">${notes}</div>
${signatures(sheet.signatures)}
${stub(sheet)}
${training(sheet.training, "across")}
${sheet.frame ? html`<div class="frame"></div>` : nothing}`;
}

export interface DrawnSheet {
  html: string;
  page: PageSize;
}

function pageText({ widthUm, heightUm, isCutToLength }: PageSize): string {
  return `${widthUm} ${heightUm}${isCutToLength ? " cut" : ""}`;
}

/** The HTML names its own page size and subject, so that a kept receipt can be printed again. */
export function drawSheet(sheet: Sheet, paper: Paper): DrawnSheet {
  const page = pageSizeOf(sheet, paper);
  const style = new Html(sheetStyle(paper, page));
  const drawn = html`<!doctype html>
<html lang="${sheet.language}">
<head>
<meta charset="utf-8">
<meta name="counterfoil-page" content="${pageText(page)}">
<meta name="counterfoil-subject" content="${sheet.subjectId}">
<title>${[sheet.title, sheet.number ?? ""].join(" ").trim()}</title>
<style>${style}</style>
</head>
<body class="${paper}" data-copy="${sheet.isCopy ? "yes" : "no"}">
${body(sheet)}
</body>
</html>
`;
  return { html: drawn.text, page };
}

const storedSheet = z.object({
  page: z.object({
    widthUm: z.number().int().positive(),
    heightUm: z.number().int().positive(),
    isCutToLength: z.literal(true).optional(),
  }),
  subjectId: z.string().min(1),
});

/** What a kept sheet says about itself; null for HTML that is none of ours. */
export function readSheet(text: string): z.infer<typeof storedSheet> | null {
  const size = /<meta name="counterfoil-page" content="(\d+) (\d+)( cut)?">/.exec(text);
  const subject = /<meta name="counterfoil-subject" content="([^"]*)">/.exec(text);
  const found = storedSheet.safeParse({
    page: {
      widthUm: Number(size?.[1]),
      heightUm: Number(size?.[2]),
      ...(size?.[3] === undefined ? {} : { isCutToLength: true }),
    },
    subjectId: subject?.[1],
  });
  return found.success ? found.data : null;
}

/** The same sheet, marked as a copy. */
export function asCopy(text: string): string {
  return text.replace('data-copy="no"', 'data-copy="yes"');
}
