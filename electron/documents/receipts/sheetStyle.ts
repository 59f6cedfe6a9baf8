/** How paper looks: black on white, nothing that a thermal head or a copier loses, one style for three widths. */
import type { PageSize } from "./paperSize.ts";
import type { Paper } from "./sheet.ts";

const fonts = `"Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans", Arial, sans-serif`;

const common = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font-family: ${fonts}; font-variant-numeric: tabular-nums lining-nums; line-height: 1.35; color: #000; background: #fff; position: relative; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
h1 { font-weight: 700; line-height: 1.15; }
h2 { font-weight: 700; font-size: 1em; }
.office { font-weight: 700; }
.copy-mark { display: none; }
[data-copy="yes"] .copy-mark { display: block; border: 0.6mm solid #000; text-align: center; font-weight: 700; letter-spacing: 0.35em; text-indent: 0.35em; padding: 1mm; }
.figures { font-weight: 700; line-height: 1.1; white-space: nowrap; }
.figures small { font-size: 0.5em; font-weight: 600; }
dt { font-size: 0.86em; }
dd { font-weight: 600; }
.state { border: 0.4mm solid #000; padding: 2mm 3mm; }
.state.notYet { border-style: dashed; }
.state.needsPerson { border: 1.4mm double #000; }
.state h2 { font-size: 1.1em; }
.line { border-bottom: 0.25mm solid #000; height: 10mm; }
.signature span { font-size: 0.82em; }
.code svg { display: block; shape-rendering: crispEdges; }
.tear { border-top: 0.35mm dashed #000; position: relative; }
.training-band { color: #fff; text-align: center; font-weight: 700; letter-spacing: 0.3em; text-indent: 0.3em; padding: 1.2mm; }
.training-note { text-align: center; font-size: 0.86em; padding-top: 1mm; }
.training-across { position: absolute; inset: 0; overflow: hidden; pointer-events: none; display: flex; flex-direction: column; justify-content: space-around; align-items: center; z-index: 0; }
.training-across span { transform: rotate(-24deg); font-weight: 800; letter-spacing: 0.12em; color: transparent; -webkit-text-stroke: 0.25mm #000; white-space: nowrap; line-height: 1; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 0.86em; font-weight: 400; border-bottom: 0.25mm solid #000; }
td { padding: 0.7mm 0; vertical-align: top; }
th + th, td + td { text-align: right; padding-left: 3mm; white-space: nowrap; }
.sum td { font-weight: 700; }
tr:not(.sum) + .sum td { border-top: 0.25mm solid #000; }
/* What must be read or scanned lies above the word that runs across training paper. */
.state, .code, .bars, .copy-mark, .training-band { position: relative; z-index: 1; background-color: #fff; }
.training-band { background-color: #000; }
.frame { position: absolute; inset: 1.5mm; border: 0.3mm solid #000; }
`;

const a4 = `
body { width: 210mm; min-height: 296mm; padding: 13mm 18mm 10mm; font-size: 10.5pt; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
tr, .signature { break-inside: avoid; }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; border-bottom: 0.6mm solid #000; padding-bottom: 3mm; }
header h1 { font-size: 19pt; }
header .office { text-align: right; }
.copy-mark, .training-band { margin-top: 3mm; font-size: 12pt; }
.money { display: flex; justify-content: space-between; align-items: flex-start; gap: 8mm; margin: 6mm 0 4mm; }
.figures { font-size: 34pt; }
.figures.long { font-size: 26pt; }
.words { margin-top: 1.5mm; font-size: 11.5pt; max-width: 125mm; }
.code { width: 27mm; flex: none; text-align: center; }
.code svg { width: 27mm; height: 27mm; }
dl { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm 10mm; margin: 4mm 0; }
.state, .tables, .notes { margin-top: 5mm; }
.tables section + section { margin-top: 5mm; }
.signatures { display: flex; gap: 12mm; margin-top: 5mm; }
.signature { flex: 1; max-width: 85mm; }
.tear { margin: 9mm -18mm 5mm; }
.stub { break-inside: avoid; }
.stub h2 { margin-bottom: 2mm; }
.stub .bars { width: 80mm; height: 12mm; }
.stub .bars svg { width: 80mm; height: 12mm; }
.training-across span { font-size: 52pt; }
`;

/** Thermal printers cannot reach the paper's edges: 72 mm of 80 and 48 mm of 58 are printed on. */
function roll(widthMm: number, marginMm: number, points: number): string {
  return `
body { width: ${widthMm}mm; padding: 4mm ${marginMm}mm 8mm; font-size: ${points}pt; }
header { text-align: center; border-bottom: 0.5mm solid #000; padding-bottom: 2mm; }
header h1 { font-size: 1.35em; margin-top: 1.5mm; }
.copy-mark, .training-band { margin-top: 2mm; font-size: 1.15em; }
.money { margin: 3mm 0; text-align: center; }
.figures { font-size: ${widthMm > 60 ? 2.6 : 2.1}em; }
.figures.long { font-size: ${widthMm > 60 ? 1.9 : 1.5}em; }
.words { margin-top: 1mm; }
.code { width: 24mm; margin: 3mm auto; text-align: center; }
.code svg { width: 24mm; height: 24mm; }
dl { margin: 2mm 0; }
dl div { display: flex; justify-content: space-between; align-items: baseline; gap: 0 3mm; flex-wrap: wrap; }
.stacked tr { display: flex; flex-wrap: wrap; justify-content: flex-end; }
.stacked th, .stacked td { padding-left: 3mm; }
.stacked th:first-child, .stacked td:first-child { flex: 0 0 100%; padding-left: 0; text-align: left; }
.stacked th:first-child:empty { display: none; }
.stacked th { border-bottom: none; }
.stacked thead tr { border-bottom: 0.25mm solid #000; }
.stacked th:not(:first-child), .stacked td:not(:first-child) { flex: 1 1 0; }
.stacked td:not(:first-child) { padding-top: 0; }
dd { text-align: right; margin-left: auto; }
.state, .tables, .notes { margin-top: 3mm; }
.tables section + section { margin-top: 3mm; }
.signature { margin-top: 1mm; }
.tear { margin: 5mm -${marginMm}mm 3mm; }
.stub .bars { display: none; }
.training-across span { font-size: ${widthMm > 60 ? 25 : 18}pt; }
`;
}

export function sheetStyle(paper: Paper, { widthUm, heightUm, isCutToLength }: PageSize): string {
  // Chromium would shrink a sheet that names another size than the paper it is cut to.
  const size = isCutToLength ? "" : `size: ${widthUm / 1000}mm ${heightUm / 1000}mm; `;
  const page = `@page { ${size}margin: 0; }\n`;
  switch (paper) {
    case "a4":
      return page + common + a4;
    case "roll80":
      return page + common + roll(80, 4, 9.5);
    case "roll58":
      return page + common + roll(58, 5, 8.5);
  }
}
