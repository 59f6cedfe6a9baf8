/** Help: the keys, and what the states mean. */
import type { help as english } from "../en/help.ts";
import type { RussianWords } from "../words.ts";

export const help: RussianWords<typeof english> = {
  title: "Справка",
  keysTitle: "Клавиши",
  keys: {
    tasks: "Открыть задачу",
    everything: "Найти всё: задачи, кредиты, квитанции",
    back: "Назад, где были",
    home: "Работа на сегодня",
    zoom: "Крупнее и мельче",
    lists: "Двигаться, открывать и листать список",
    escape: "Закрыть вопрос без вреда",
    scanner:
      "Сканер штрихкода работает везде вне полей: номер кредита открывает погашение, квитанция — её запись",
  },
  statesTitle: "Что значат края",
  statesText: "Каждый платёж — это лист с корешком. Край между ними показывает, насколько он точен.",
  edges: {
    queued: "Принято здесь, ещё не отправлено.",
    sending: "В пути к кредитору.",
    unconfirmed: "Отправлено, но пока никто не знает. Никогда не берите и не выдавайте эти деньги снова.",
    posted: "Точно: видно в учёте кредитора.",
    attention: "Решить должен человек.",
    refused: "Отклонено или отозвано: деньги возвращаются.",
    held: "Ждёт по названной причине.",
  },
  version: "Counterfoil {{version}}",
};
