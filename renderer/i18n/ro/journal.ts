/** What happened at this till, entry by entry. */

import { entryWords } from "../../../shared/entryWords/ro.ts";
import type { journal as english } from "../en/journal.ts";
import type { RomanianWords } from "../words.ts";

export const journal: RomanianWords<typeof english> = {
  title: "Jurnal",
  lead: "Căutați după chitanță, referința creditului, numele clientului sau al colegului, sumă sau dată.",
  system: "programul",
  empty: "Tot ce se întâmplă la această casă apare aici din clipa în care se întâmplă.",
  columns: { number: "Nr.", at: "Când", what: "Ce", actor: "Cine" },
  filter: { kinds: "Felul înregistrării", all: "Toate înregistrările", from: "De la", to: "Până la" },
  groups: {
    money: "Numerar intrat și ieșit",
    payments: "Plăți, fiecare pas",
    till: "Casa",
    loans: "Credite",
    paper: "Documente și hârtie",
    people: "Persoane",
    settings: "Setări și trimitere",
  },
  facts: { receipt: "chitanța {{receiptNo}}", loan: "creditul {{loanRef}}" },
  details: {
    title: "Înregistrarea {{number}}",
    at: "Când",
    businessDate: "Ziua operativă",
    actor: "Cine",
    amount: "Suma",
    receipt: "Chitanța",
    loan: "Creditul",
    kind: "Felul",
    inEnglish: "În cuvintele jurnalului (engleză)",
    hash: "Înlănțuită cu (SHA-256)",
    toItem: "Deschide plata",
    toLoan: "Deschide creditul",
  },
  verify: {
    button: "Verifică lanțul",
    whole_one: "Întreg: {{count}} înregistrare, ultima {{head}}…",
    whole_few: "Întreg: {{count}} înregistrări, ultima {{head}}…",
    whole_other: "Întreg: {{count}} de înregistrări, ultima {{head}}…",
    broken: "Rupt de la înregistrarea {{number}}. Verificarea nu a schimbat nimic; chemați un supervizor.",
  },
  export: {
    button: "Exportă",
    csv: "Ca tabel (CSV)",
    jsonl: "Ca linii JSON",
    withPeople: "Ca tabel cu datele clienților (CSV)",
    ask: "Scoateți datele clienților?",
    askText:
      "Fișierul va conține numerele, numele și telefoanele clienților lângă înregistrări, pentru oricine îl deschide. O a doua persoană aprobă; aceasta rămâne în jurnal.",
    write: "Scrie fișierul",
    leave: "Renunță",
    fileName: "counterfoil-jurnal",
    done_one: "{{count}} înregistrare scrisă în {{path}}",
    done_few: "{{count}} înregistrări scrise în {{path}}",
    done_other: "{{count}} de înregistrări scrise în {{path}}",
  },
  kinds: entryWords.kinds,
};
