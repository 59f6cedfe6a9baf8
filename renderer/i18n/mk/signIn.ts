/** The sign-in screen. */
import type { signIn as english } from "../en/signIn.ts";
import type { MacedonianWords } from "../words.ts";

export const signIn: MacedonianWords<typeof english> = {
  title: "Кој е на шалтерот?",
  training: "ОБУКА",
  staff: "Вработени",
  noStaff: "На оваа каса сè уште никој не е поставен.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN: {{name}}",
  go: "Најави се",
  keys: "Напишете име или ↑ ↓, потоа PIN и Enter",
  locked: {
    idle: "Шалтерот се заклучи сам бидејќи немаше никого. Напишаното е сè уште тука.",
    signedOut: "Одјавени сте.",
    system: "Компјутерот беше заклучен. Напишаното е сè уште тука.",
  },
  stillSending_one: "{{count}} уплата е сè уште на пат; продолжува и кога никој не е најавен.",
  stillSending_other: "{{count}} уплати се сè уште на пат; продолжуваат и кога никој не е најавен.",
  trainingPins: "Во обука се покажува секој PIN: {{pins}}",
  leaveTraining: "Излези од обуката",
  digit: "Цифра {{digit}}",
  erase: "Избриши",
};
