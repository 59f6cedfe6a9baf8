/** Printers, receipts and copies. */
import type { printing as english } from "../en/printing.ts";
import type { AlbanianWords } from "../words.ts";

export const printing: AlbanianWords<typeof english> = {
  title: "Printimi",
  printer: "Printeri",
  defaultPrinter: "I kompjuterit: {{label}}",
  noDefault: "I kompjuterit",
  gone: "{{name}} (nuk është më)",
  copies: "Kopje",
  sides: "Faqet",
  sideChoices: {
    printer: "Si është vendosur printeri",
    simplex: "Në një anë",
    longEdge: "Në të dyja anët",
    shortEdge: "Në të dyja anët, ana e shkurtër",
  },
  sheet: "Letra",
  sheets: { asItIs: "Si dokumenti", a4: "A4", a5: "A5", letter: "Letter", legal: "Legal" },
  print: "Printo",
  again: "Printo përsëri (nr. {{number}})",
  dialog: "Printo me dritaren e sistemit",
  save: "Ruaje si PDF",
  sent: "U dërgua te {{printer}}.",
  saved: "U ruajt si skedar: {{path}}",
  failed: "Nuk u printua: {{message}}",
  follow: "Ajo që u regjistrua vlen; letra mund të vijë më pas.",
  unknown: "Programi u mbyll gjatë printimit. Shihni nëse doli letra para se të printoni përsëri.",
  problems: {
    noPrinter:
      "Në këtë kompjuter nuk është vendosur asnjë printer. Ruajeni si PDF ose vendosni një printer dhe provoni përsëri.",
    printerGone: "Ky printer nuk është aty. Ndizeni ose zgjidhni një tjetër.",
    cannotPrintFile: "Ky skedar nuk printohet dot prej këtu. Ruajeni dhe printojeni nga një program tjetër.",
    dialogClosed: "Nuk u printua asgjë: dritarja e sistemit u mbyll.",
  },
  uses: {
    agreement: { name: "Kontrata dhe letra", hint: "Fletë A4" },
    receipt: { name: "Dëftesa dhe fletë", hint: "Ajo që merr klienti" },
    report: { name: "Raportet e turnit", hint: "Ajo që mbetet në zyrë" },
  },
  settings: {
    text: "Zgjidhni ku shkon çdo letër, pastaj provojeni. Kush e ndryshon mbetet në ditar.",
    none: "Asnjë printer nuk përgjigjet në këtë kompjuter. Vendoseni te cilësimet e kompjuterit, pastaj shihni përsëri. Paratë vlejnë edhe pa letër: deri atëherë gjithçka lexohet në ekran dhe ruhet si PDF.",
    lookAgain: "Shih përsëri",
    paper: "Letra",
    papers: { a4: "Fletë A4", roll80: "Rul, 80 mm", roll58: "Rul, 58 mm" },
    test: "Faqe prove",
    testOf: "Faqe prove: {{use}}",
    tested: "U dërgua te {{printer}}. Të katër anët e kornizës duhet të jenë në letër.",
  },
};
