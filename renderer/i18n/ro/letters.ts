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
  offer: {
    title: "Creditul este rambursat",
    text: "Clientul poate primi hârtia creditorului că nu se mai datorează nimic.",
    fetched: "Adeverința a fost adusă",
    button: "Adeverință fără datorii",
  },
  problems: {
    notANumber: "Doar litere, cifre, puncte, liniuțe și bare.",
  },
  refused: {
    title: "Nicio adeverință acum",
    todo: "Dacă tocmai s-a plătit ultima rată, întrebați din nou după ce creditorul a închis creditul.",
  },
  due: {
    title: "Rambursate, fără adeverință",
    empty: "Nimeni nu așteaptă o adeverință. Un credit rambursat aici apare singur.",
    all: "Toate adeverințele",
  },
  fetched: {
    title: "Adeverințe aduse aici",
    empty: "Adeverințele aduse aici stau aici, cele mai noi întâi.",
  },
  close: "Înapoi la liste",
  letterOf: "Adeverința creditului {{loanId}}",
  kept: "Păstrată aici, sigilată.",
  keptFrom: "Adusă de la {{host}} și păstrată aici, sigilată.",
  fileName: "Adeverință fără datorii {{loanId}}",
};
