/** The day's work. */
import type { home as english } from "../en/home.ts";
import type { RussianWords } from "../words.ts";

export const home: RussianWords<typeof english> = {
  title: "Сегодня",
  tillClosed: {
    title: "Касса закрыта",
    text: "Откройте её с пересчитанным остатком, прежде чем двигать деньги.",
    button: "Открыть кассу",
  },
  payouts: {
    title: "Выдачи начаты и не закончены",
    text: "Программа остановилась во время выдачи наличных. Пересчитайте кассу и укажите, у клиента ли деньги.",
    begun: "Начата {{when}}: {{name}}.",
    button: "Уладить",
  },
  attention: {
    title: "Нужен человек",
    empty: "Ни один платёж не ждёт человека.",
    all: "Все исходящие",
  },
  loans: {
    title: "Кредиты ждут нас",
    empty: "Ни один кредит не ждёт этой кассы. Новые появятся здесь, когда решит кредитор.",
    all: "Все кредиты",
    lenderTitle: "Ждут кредитора",
    lenderEmpty: "Ни один кредит не ждёт кредитора.",
  },
  queue: {
    title: "В пути",
    empty: "Все принятые здесь платежи точны.",
    all: "Открыть исходящие",
  },
  actions: {
    title: "Начать",
    keys: "или нажмите клавишу где угодно",
  },
};
