/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { RomanianWords } from "../words.ts";

export const printing: RomanianWords<typeof english> = {
  title: "Tipărire",
  printer: "Imprimanta",
  defaultPrinter: "A calculatorului: {{label}}",
  noDefault: "A calculatorului",
  gone: "{{name}} (nu mai este)",
  copies: "Exemplare",
  sides: "Fețe",
  sideChoices: {
    printer: "Cum este setată imprimanta",
    simplex: "Pe o față",
    longEdge: "Pe ambele fețe",
    shortEdge: "Pe ambele fețe, latura scurtă",
  },
  sheet: "Hârtia",
  sheets: { asItIs: "Ca documentul", a4: "A4", a5: "A5", letter: "Letter", legal: "Legal" },
  print: "Tipărește",
  again: "Tipărește din nou (nr. {{number}})",
  dialog: "Tipărește prin fereastra sistemului",
  save: "Salvează ca PDF",
  sent: "Trimis la {{printer}}.",
  saved: "Salvat ca fișier: {{path}}",
  failed: "Netipărit: {{message}}",
  follow: "Ce s-a înregistrat este valabil; hârtia poate urma.",
  unknown: "Programul s-a oprit în timpul tipăririi. Vedeți dacă a ieșit hârtia înainte de a tipări din nou.",
  problems: {
    noPrinter:
      "Pe acest calculator nu este configurată nicio imprimantă. Salvați ca PDF sau configurați una și încercați din nou.",
    printerGone: "Această imprimantă nu răspunde. Porniți-o sau alegeți alta.",
    cannotPrintFile: "Acest fișier nu se poate tipări de aici. Salvați-l și tipăriți-l din alt program.",
    dialogClosed: "Nu s-a tipărit nimic: fereastra sistemului a fost închisă.",
  },
  uses: {
    agreement: { name: "Contracte și scrisori", hint: "Coli A4" },
    receipt: { name: "Chitanțe și bonuri", hint: "Ce ia clientul" },
    report: { name: "Rapoarte de tură", hint: "Ce rămâne în oficiu" },
  },
  settings: {
    text: "Alegeți unde merge fiecare hârtie, apoi încercați. Cine schimbă rămâne în jurnal.",
    none: "Nicio imprimantă nu răspunde pe acest calculator. Configurați una în setările calculatorului, apoi căutați din nou. Banii sunt valabili și fără hârtie: până atunci totul se citește pe ecran și se salvează ca PDF.",
    lookAgain: "Caută din nou",
    paper: "Hârtia",
    papers: { a4: "Coală A4", roll80: "Rolă, 80 mm", roll58: "Rolă, 58 mm" },
    test: "Pagină de probă",
    testOf: "Pagină de probă: {{use}}",
    tested: "Trimis la {{printer}}. Toate cele patru laturi ale chenarului trebuie să fie pe hârtie.",
  },
};
