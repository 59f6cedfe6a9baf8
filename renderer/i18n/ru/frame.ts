/** The frame: tasks at the left, the lines above and below. */
import type { frame as english } from "../en/frame.ts";
import type { RussianWords } from "../words.ts";

export const frame: RussianWords<typeof english> = {
  tasks: {
    label: "Задачи",
    home: "Сегодня",
    newLoan: "Новый кредит",
    loans: "Кредиты",
    repayment: "Погашение",
    payout: "Выдача",
    customers: "Клиенты",
    outbox: "Исходящие",
    till: "Касса",
    journal: "Журнал",
    training: "Обучение",
    settings: "Настройки",
    help: "Справка",
    everything: "Найти всё",
  },
  skipToTask: "К задаче",
  ribbon: {
    training: "ОБУЧЕНИЕ: здесь всё не по-настоящему",
    test: "ТЕСТ: {{names}} — тестовая система кредитора",
  },
  person: {
    signedIn: "Работает: {{name}}",
    menu: "{{name}}, {{role}}. Язык, цвета, выход",
    signOut: "Выйти",
    lockNow: "Заблокировать кассу",
  },
  tillNamed: "касса {{till}}",
  businessDate: "Рабочая дата",
  till: {
    label: "Строки кассы",
    closed: "Касса закрыта",
    expected: "В кассе",
    float: "Начало",
    moved: "Движение",
    confirmed: "Точно",
    queued: "Не отпр.",
    unconfirmed: "Не точно",
    toReturn: "К возврату",
  },
  queue: {
    label: "Платежи по состоянию",
    empty: "Ничего не ждёт",
  },
  lines: {
    label: "Связь с системами",
    none: "Ни одна система не настроена",
  },
  warnings: {
    twinMissing: "Второй копии журнала нет. Деньги принимать можно; сообщите старшему.",
    twinBehind: "Вторая копия журнала отстала. Её догоняют.",
    clock: "Часы этого компьютера и кредитора расходятся. Проверьте дату, время и часовой пояс.",
    noKeyring: "На компьютере нет хранилища ключей: кассу при каждом запуске открывает код восстановления.",
    recoveryCodeNotPrinted: "Код восстановления ещё не подтверждён. Напечатайте его в настройках.",
  },
  palette: {
    label: "Найти всё",
    placeholder: "Задача, имя, номер кредита или квитанции",
    tasks: "Задачи",
    loans: "Кредиты",
    journal: "Квитанции и записи",
    repayLoan: "Погашение кредита {{loanRef}}",
    nothing: "По запросу «{{text}}» ничего нет.",
    keys: "↑ ↓ выбор · Enter открыть · Esc закрыть",
  },
  scan: {
    loan: "Считан кредит {{loanRef}}",
    receipt: "Считана квитанция {{receiptNo}}",
    unknown: "Считано, но не известно: {{text}}",
  },
  pageFailed: {
    title: "Этот экран остановился",
    body: "Записанное в сохранности. Откройте экран снова или перейдите к другой задаче.",
    again: "Открыть снова",
  },
};
