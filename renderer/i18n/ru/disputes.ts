/** Disputing a difference or an entry, and the frozen evidence. */
import type { disputes as english } from "../en/disputes.ts";
import type { RussianWords } from "../words.ts";

export const disputes: RussianWords<typeof english> = {
  button: "Оспорить",
  title: "Споры",
  lead: "Оспорить может любой. Оспоренное замораживается одним файлом доказательств; ни касса, ни записи от этого не меняются.",
  empty: "Разницу при закрытии, платёж и любую запись журнала оспаривают там, где они стоят.",
  columns: { at: "Когда", by: "Кто", about: "О чём", note: "Что оспаривается", file: "Доказательства" },
  about: { shift: "смена", item: "платёж", entry: "запись {{number}}" },
  ask: {
    title: {
      shift: "Оспорить эту смену",
      item: "Оспорить этот платёж",
      entry: "Оспорить запись {{number}}",
    },
    text: "Записи журнала, квитанции, сведения о каждой отправке, часы и версии замораживаются такими, как они есть сейчас. Ничего не меняется.",
    note: "Что неверно",
    noteHint: "Своими словами. Останется в журнале под вашим именем.",
    button: "Заморозить доказательства",
    leave: "Оставить",
  },
  frozen: "Заморозил(а) {{name}}. Журнал хранит отпечаток:",
  save: "Сохранить доказательства в файл",
  saved: "Сохранено: {{path}}",
  done: "Готово",
  open: "Открыть оспоренное",
};
