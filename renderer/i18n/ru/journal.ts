/** What happened at this till, entry by entry. */

import { entryWords } from "../../../shared/entryWords/ru.ts";
import type { journal as english } from "../en/journal.ts";
import type { RussianWords } from "../words.ts";

export const journal: RussianWords<typeof english> = {
  title: "Журнал",
  lead: "Поиск по квитанции, номеру кредита, имени клиента или сотрудника, сумме или дате.",
  system: "программа",
  empty: "Всё, что происходит в этой кассе, стоит здесь с того же момента.",
  columns: {
    number: "№",
    at: "Когда",
    what: "Что",
    actor: "Кто",
  },
  filter: {
    kinds: "Вид записи",
    all: "Все записи",
    from: "С",
    to: "По",
  },
  groups: {
    money: "Деньги внесены и изъяты",
    payments: "Платежи, каждый шаг",
    till: "Касса",
    loans: "Кредиты",
    paper: "Документы и бумага",
    people: "Люди",
    settings: "Настройки и отправка",
  },
  facts: {
    receipt: "квитанция {{receiptNo}}",
    loan: "кредит {{loanRef}}",
  },
  details: {
    title: "Запись {{number}}",
    at: "Когда",
    businessDate: "Рабочая дата",
    actor: "Кто",
    amount: "Сумма",
    receipt: "Квитанция",
    loan: "Кредит",
    kind: "Вид",
    inEnglish: "Словами самого журнала",
    hash: "Сцеплено (SHA-256)",
    toItem: "Открыть платёж",
    toLoan: "Открыть кредит",
  },
  verify: {
    button: "Проверить цепь",
    whole_one: "Цела: {{count}} запись, последняя {{head}}…",
    whole_few: "Цела: {{count}} записи, последняя {{head}}…",
    whole_many: "Цела: {{count}} записей, последняя {{head}}…",
    whole_other: "Цела: {{count}} записи, последняя {{head}}…",
    broken: "Нарушена с записи {{number}}. Проверка ничего не изменила; позовите старшего.",
  },
  export: {
    button: "Выгрузить",
    csv: "Таблицей (CSV)",
    jsonl: "Строками JSON",
    withPeople: "Таблицей с данными клиентов (CSV)",
    ask: "Выгрузить данные клиентов?",
    askText:
      "В файле рядом с записями будут номера, имена и телефоны клиентов — для любого, кто его откроет. Одобряет второй человек; это остаётся в журнале.",
    write: "Записать файл",
    leave: "Не надо",
    fileName: "counterfoil-журнал",
    done_one: "{{count}} запись записана в {{path}}",
    done_few: "{{count}} записи записаны в {{path}}",
    done_many: "{{count}} записей записано в {{path}}",
    done_other: "{{count}} записи записаны в {{path}}",
  },
  kinds: entryWords.kinds,
};
