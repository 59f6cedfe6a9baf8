/** Disputing a difference or an entry, and the frozen evidence. */
import type { disputes as english } from "../en/disputes.ts";
import type { RomanianWords } from "../words.ts";

export const disputes: RomanianWords<typeof english> = {
  button: "Contestă",
  title: "Contestații",
  lead: "Oricine poate contesta. Ce se contestă este înghețat într-un singur fișier de dovezi; nicio casă și nicio înregistrare nu se schimbă.",
  empty: "O diferență la închidere, o plată și orice înregistrare din jurnal se contestă acolo unde stau.",
  columns: { at: "Când", by: "Cine", about: "Despre", note: "Ce se contestă", file: "Dovezi" },
  about: { shift: "o tură", item: "o plată", entry: "înregistrarea {{number}}" },
  ask: {
    title: {
      shift: "Contestați această tură",
      item: "Contestați această plată",
      entry: "Contestați înregistrarea {{number}}",
    },
    text: "Înregistrările jurnalului, chitanțele, urma fiecărei trimiteri, ceasurile și versiunile sunt înghețate așa cum sunt acum. Nimic nu se schimbă.",
    note: "Ce nu este în regulă",
    noteHint: "Cu cuvintele dumneavoastră. Rămâne în jurnal sub numele dumneavoastră.",
    button: "Îngheață dovezile",
    leave: "Renunță",
  },
  frozen: "Înghețat de {{name}}. Jurnalul păstrează amprenta:",
  save: "Salvează dovezile ca fișier",
  saved: "Salvat: {{path}}",
  done: "Gata",
  open: "Deschide ce se contestă",
};
