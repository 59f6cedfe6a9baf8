/** The sign-in screen. */
import type { signIn as english } from "../en/signIn.ts";
import type { RussianWords } from "../words.ts";

export const signIn: RussianWords<typeof english> = {
  title: "Кто за кассой?",
  training: "ОБУЧЕНИЕ",
  staff: "Сотрудники",
  noStaff: "В этой кассе пока никто не заведён.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN: {{name}}",
  go: "Войти",
  keys: "Введите имя или ↑ ↓, затем PIN и Enter",
  locked: {
    idle: "Касса заблокировалась сама: долго никого не было. Набранное на месте.",
    signedOut: "Вы вышли.",
    system: "Компьютер был заблокирован. Набранное на месте.",
  },
  stillSending_one: "{{count}} платёж ещё в пути; он идёт и когда никто не вошёл.",
  stillSending_few: "{{count}} платежа ещё в пути; они идут и когда никто не вошёл.",
  stillSending_many: "{{count}} платежей ещё в пути; они идут и когда никто не вошёл.",
  stillSending_other: "{{count}} платежа ещё в пути; они идут и когда никто не вошёл.",
  trainingPins: "В обучении показаны все PIN: {{pins}}",
  leaveTraining: "Выйти из обучения",
  digit: "Цифра {{digit}}",
  erase: "Стереть",
};
