/** The frame: tasks at the left, the lines above and below. */
import type { frame as english } from "../en/frame.ts";
import type { MacedonianWords } from "../words.ts";

export const frame: MacedonianWords<typeof english> = {
  tasks: {
    label: "Задачи",
    home: "Денес",
    newLoan: "Нов кредит",
    loans: "Кредити",
    repayment: "Отплата",
    payout: "Исплата",
    customers: "Клиенти",
    outbox: "Уплати",
    till: "Каса",
    journal: "Дневник",
    training: "Обука",
    settings: "Поставки",
    help: "Помош",
    everything: "Најди сè",
  },
  skipToTask: "Кон задачата",
  ribbon: {
    training: "ОБУКА: тука ништо не е вистинско",
    test: "ПРОБА: {{names}} е пробниот систем на кредиторот",
  },
  person: {
    signedIn: "Најавен: {{name}}",
    menu: "{{name}}, {{role}}. Јазик, бои, одјава",
    signOut: "Одјави се",
    lockNow: "Заклучи го шалтерот",
  },
  tillNamed: "каса {{till}}",
  businessDate: "Работен датум",
  till: {
    label: "Ставки на касата",
    closed: "Касата е затворена",
    expected: "Во касата",
    float: "Почеток",
    moved: "Движење",
    confirmed: "Сигурно",
    queued: "Непратено",
    unconfirmed: "Несигурно",
    toReturn: "За враќање",
  },
  queue: {
    label: "Уплати по состојба",
    empty: "Ништо не чека",
  },
  lines: {
    label: "Врски со системите",
    none: "Нема поставен систем",
  },
  warnings: {
    twinMissing: "Го нема вториот примерок на дневникот. Пари може да се земаат; кажете му на одговорниот.",
    twinBehind: "Вториот примерок на дневникот заостанува. Се дополнува.",
    clock: "Часовникот на компјутерот и на кредиторот се разликуваат. Проверете датум, час и часовна зона.",
    noKeyring: "Компјутерот нема складиште за клучеви: касата ја отвора кодот за враќање при секое пуштање.",
    recoveryCodeNotPrinted: "Кодот за враќање сè уште не е потврден. Испечатете го во поставките.",
  },
  palette: {
    label: "Најди сè",
    placeholder: "Задача, име, број на кредит или потврда",
    tasks: "Задачи",
    loans: "Кредити",
    journal: "Потврди и записи",
    repayLoan: "Отплата за кредит {{loanRef}}",
    nothing: "Ништо не е најдено за „{{text}}“.",
    keys: "↑ ↓ избор · Enter отвора · Esc затвора",
  },
  scan: {
    loan: "Скенирано: кредит {{loanRef}}",
    receipt: "Скенирано: потврда {{receiptNo}}",
    unknown: "Скенирано, но непознато: {{text}}",
  },
  pageFailed: {
    title: "Овој екран запре",
    body: "Запишаното е безбедно. Отворете го екранот пак или одете на друга задача.",
    again: "Отвори пак",
  },
};
