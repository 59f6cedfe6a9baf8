/** The day's work. */
import type { home as english } from "../en/home.ts";
import type { MacedonianWords } from "../words.ts";

export const home: MacedonianWords<typeof english> = {
  title: "Денес",
  tillClosed: {
    title: "Касата е затворена",
    text: "Отворете ја со преброена состојба пред да се движат пари.",
    button: "Отвори ја касата",
  },
  payouts: {
    title: "Исплати почнати без крај",
    text: "Програмата запре додека се даваше готовина. Избројте ја касата и кажете дали клиентот ги има парите.",
    begun: "Почната {{when}}: {{name}}.",
    button: "Реши",
  },
  attention: {
    title: "Треба човек",
    empty: "Ниту една уплата не чека човек.",
    all: "Сите уплати",
  },
  loans: {
    title: "Кредити што нѐ чекаат",
    empty: "Ниту еден кредит не го чека овој шалтер. Новите се појавуваат тука кога ќе одлучи кредиторот.",
    all: "Сите кредити",
    lenderTitle: "Го чекаат кредиторот",
    lenderEmpty: "Ниту еден кредит не го чека кредиторот.",
  },
  queue: {
    title: "На пат",
    empty: "Секоја уплата примена тука е сигурна.",
    all: "Отвори ги уплатите",
  },
  actions: {
    title: "Почни",
    keys: "или притиснете го копчето каде било",
  },
};
