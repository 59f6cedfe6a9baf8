/** Disputing a difference or an entry, and the frozen evidence. */
import type { disputes as english } from "../en/disputes.ts";
import type { MacedonianWords } from "../words.ts";

export const disputes: MacedonianWords<typeof english> = {
  button: "Оспори го ова",
  title: "Приговори",
  lead: "Секој може да оспори. Оспореното се замрзнува како една датотека со докази; ниедна каса и ниеден запис не се менуваат.",
  empty: "Разлика при затворање, уплата и секој запис од дневникот се оспоруваат таму каде што стојат.",
  columns: { at: "Кога", by: "Кој", about: "За што", note: "Што се оспорува", file: "Докази" },
  about: { shift: "смена", item: "уплата", entry: "запис {{number}}" },
  ask: {
    title: {
      shift: "Оспори ја оваа смена",
      item: "Оспори ја оваа уплата",
      entry: "Оспори го записот {{number}}",
    },
    text: "Записите од дневникот, потврдите, белешките за секое праќање, часовниците и верзиите се замрзнуваат како што се сега. Ништо не се менува.",
    note: "Што не е во ред",
    noteHint: "Со ваши зборови. Останува во дневникот под ваше име.",
    button: "Замрзни ги доказите",
    leave: "Остави",
  },
  frozen: "Замрзна {{name}}. Дневникот го чува отпечатокот:",
  save: "Зачувај ги доказите како датотека",
  saved: "Зачувано: {{path}}",
  done: "Готово",
  open: "Отвори го оспореното",
};
