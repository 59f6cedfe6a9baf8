/** No-dues letters. */
import type { letters as english } from "../en/letters.ts";
import type { RomanianWords } from "../words.ts";

export const letters: RomanianWords<typeof english> = {
  title: "Adeverință fără datorii",
  lead: "Pentru un credit rambursat: hârtia creditorului că nu se mai datorează nimic.",
  noProvider:
    "Acest oficiu nu are un sistem care dă adeverințe fără datorii. Un administrator îl adaugă în setări; atunci se iau de aici.",
  loanId: "Numărul creditului",
  loanIdHint: "Cum a fost dat către {{name}} la acordare",
  loanType: "Felul creditului",
  types: { PL: "PL: credit personal", ML: "ML: microcredit", CL: "CL: credit de consum" },
  button: "Adu adeverința",
  offer: "Adeverință fără datorii",
  place: "Adeverința stă aici după ce este adusă: de citit, tipărit și salvat.",
  problems: {
    notANumber: "Doar litere, cifre, puncte, liniuțe și bare.",
    loanId: "Nu există un asemenea credit. Comparați numărul și felul creditului.",
    loanType: "Acest fel de credit nu are adeverință acolo. Alegeți felul cu care a fost acordat.",
  },
  refused: {
    title: "Nicio adeverință acum",
    todo: "Dacă tocmai s-a plătit ultima rată, întrebați din nou după ce creditorul a închis creditul.",
  },
  closed: { title: "Rambursate la acest ghișeu" },
  letterOf: "Adeverința creditului {{loanId}}",
  kept: "Păstrată aici, sigilată.",
  keptFrom: "Adusă de la {{host}} și păstrată aici, sigilată.",
  saveAs: "Salvează ca fișier",
  fileName: "Adeverință fără datorii {{loanId}}",
  printed: "Trimis la {{printer}}.",
  saved: "Salvat: {{path}}",
  notPrinted: "Imprimanta nu a tipărit: {{message}}",
};
