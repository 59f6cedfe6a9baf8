/** What happened at this till, entry by entry. */

import { entryWords } from "../../../shared/entryWords/sq.ts";
import type { journal as english } from "../en/journal.ts";
import type { AlbanianWords } from "../words.ts";

export const journal: AlbanianWords<typeof english> = {
  title: "Ditari",
  lead: "Kërkoni sipas dëftesës, referencës, emrit të klientit a kolegut, shumës ose datës.",
  system: "programi",
  empty: "Gjithçka që ndodh në këtë arkë është këtu nga çasti kur ndodh.",
  columns: {
    number: "Nr.",
    at: "Kur",
    what: "Çfarë",
    actor: "Kush",
  },
  filter: {
    kinds: "Lloji i shënimit",
    all: "Të gjitha",
    from: "Nga",
    to: "Deri",
  },
  groups: {
    money: "Para brenda dhe jashtë",
    payments: "Pagesat, çdo hap",
    till: "Arka",
    loans: "Kreditë",
    paper: "Dokumentet dhe letrat",
    people: "Njerëzit",
    settings: "Cilësimet dhe dërgimi",
  },
  facts: {
    receipt: "dëftesa {{receiptNo}}",
    loan: "kredia {{loanRef}}",
  },
  details: {
    title: "Shënimi {{number}}",
    at: "Kur",
    businessDate: "Data e punës",
    actor: "Kush",
    amount: "Shuma",
    receipt: "Dëftesa",
    loan: "Kredia",
    kind: "Lloji",
    inEnglish: "Me fjalët e vetë ditarit",
    hash: "Lidhur me (SHA-256)",
    toItem: "Hap pagesën",
    toLoan: "Hap kredinë",
  },
  verify: {
    button: "Kontrollo zinxhirin",
    whole_one: "I plotë: {{count}} shënim, i fundit {{head}}…",
    whole_other: "I plotë: {{count}} shënime, i fundit {{head}}…",
    broken:
      "I prishur nga shënimi {{number}} e tutje. Ky kontroll nuk ndryshoi asgjë; thirrni një mbikëqyrës.",
  },
  export: {
    button: "Nxirr",
    csv: "Si tabelë (CSV)",
    jsonl: "Si rreshta JSON",
    withPeople: "Si tabelë me të dhënat e klientëve (CSV)",
    ask: "Të nxirren të dhënat e klientëve?",
    askText:
      "Skedari do të mbajë numrat, emrat dhe telefonat e klientëve pranë shënimeve, për këdo që e hap. Një person i dytë e miraton; kjo del në ditar.",
    write: "Shkruaj skedarin",
    leave: "Lëre",
    fileName: "counterfoil-ditari",
    done_one: "{{count}} shënim u shkrua në {{path}}",
    done_other: "{{count}} shënime u shkruan në {{path}}",
  },
  kinds: entryWords.kinds,
};
