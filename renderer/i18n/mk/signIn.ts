/** The sign-in screen. */
import type { signIn as english } from "../en/signIn.ts";
import type { MacedonianWords } from "../words.ts";

export const signIn: MacedonianWords<typeof english> = {
  title: "Кој е на шалтерот?",
  training: "ОБУКА",
  staff: "Вработени",
  noStaff: "На оваа каса сѐ уште никој не е поставен.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN: {{name}}",
  go: "Најави се",
  keys: "Напишете име или ↑ ↓, потоа PIN и Enter",
  locked: {
    idle: "Шалтерот се заклучи сам бидејќи немаше никого. Напишаното е сѐ уште тука.",
    signedOut: "Одјавени сте.",
    limit: "Најавени сте цел работен ден. Најавете се пак; напишаното е сѐ уште тука.",
    switched: "Шалтерот е слободен за друг. Напишаното го чека својот автор.",
    system: "Компјутерот беше заклучен. Напишаното е сѐ уште тука.",
  },
  lockedFor: "Премногу погрешни PIN-ови: {{name}} може да проба по {{left}}.",
  blocked: "Премногу погрешни PIN-ови: {{name}} го отвора одговорен.",
  ask: "Побарајте одговорен",
  unlock: "Отвори пак: {{name}}",
  unlocked: "{{name}} може да проба пак.",
  newPin: {
    title: "Прво изберете нов PIN",
    text: "Вашиот PIN е пократок од денешното правило. Новиот има шест или повеќе цифри.",
    pin: "Нов PIN",
    again: "Нов PIN уште еднаш",
    differs: "PIN-овите се разликуваат.",
    tooShort: "PIN има 6 до 12 цифри.",
    go: "Смени го PIN-от и најави се",
  },
  stillSending_one: "{{count}} уплата е сѐ уште на пат; продолжува и кога никој не е најавен.",
  stillSending_other: "{{count}} уплати се сѐ уште на пат; продолжуваат и кога никој не е најавен.",
  trainingPins: "Во обука се покажува секој PIN: {{pins}}",
  leaveTraining: "Излези од обуката",
  digit: "Цифра {{digit}}",
  erase: "Избриши",
};
