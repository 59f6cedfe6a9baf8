/** What happened at this till, entry by entry. */

import { entryWords } from "../../../shared/entryWords/mk.ts";
import type { journal as english } from "../en/journal.ts";
import type { MacedonianWords } from "../words.ts";

export const journal: MacedonianWords<typeof english> = {
  title: "Дневник",
  lead: "Барајте по потврда, број на кредит, име на клиент или колега, износ или датум.",
  system: "програмата",
  empty: "Сѐ што се случува на касата е тука од мигот кога се случува.",
  columns: {
    number: "Бр.",
    at: "Кога",
    what: "Што",
    actor: "Кој",
  },
  filter: {
    kinds: "Вид на запис",
    all: "Сите записи",
    from: "Од",
    to: "До",
  },
  groups: {
    money: "Внесени и извадени пари",
    payments: "Уплати, секој чекор",
    till: "Касата",
    loans: "Кредити",
    paper: "Документи и хартија",
    people: "Луѓе",
    settings: "Поставки и праќање",
  },
  facts: {
    receipt: "потврда {{receiptNo}}",
    loan: "кредит {{loanRef}}",
  },
  details: {
    title: "Запис {{number}}",
    at: "Кога",
    businessDate: "Работен датум",
    actor: "Кој",
    amount: "Износ",
    receipt: "Потврда",
    loan: "Кредит",
    kind: "Вид",
    inEnglish: "Со зборовите на дневникот",
    hash: "Поврзано со (SHA-256)",
    toItem: "Отвори ја уплатата",
    toLoan: "Отвори го кредитот",
  },
  verify: {
    button: "Провери го синџирот",
    whole_one: "Цел: {{count}} запис, последниот {{head}}…",
    whole_other: "Цел: {{count}} записи, последниот {{head}}…",
    broken: "Прекинат од запис {{number}} натаму. Проверката ништо не смени; повикајте одговорен.",
  },
  export: {
    button: "Извези",
    csv: "Како табела (CSV)",
    jsonl: "Како редови JSON",
    withPeople: "Како табела со податоци на клиенти (CSV)",
    ask: "Да се изнесат податоците на клиентите?",
    askText:
      "Датотеката ќе содржи броеви, имиња и телефони на клиенти покрај записите, за секој што ќе ја отвори. Одобрува второ лице; тоа стои во дневникот.",
    write: "Запиши ја датотеката",
    leave: "Остави",
    fileName: "counterfoil-дневник",
    done_one: "{{count}} запис е запишан во {{path}}",
    done_other: "{{count}} записи се запишани во {{path}}",
  },
  kinds: entryWords.kinds,
};
