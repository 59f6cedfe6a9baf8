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
    limit: "Вы в системе целый рабочий день. Войдите снова; набранное на месте.",
    switched: "Касса свободна для другого. Набранное ждёт хозяина.",
    system: "Компьютер был заблокирован. Набранное на месте.",
  },
  lockedFor: "Слишком много неверных PIN: {{name}} может попробовать через {{left}}.",
  blocked: "Слишком много неверных PIN: {{name}} — снимет блокировку старший.",
  ask: "Попросите старшего",
  unlock: "Снять блокировку: {{name}}",
  unlocked: "{{name}} может попробовать снова.",
  newPin: {
    title: "Сначала выберите новый PIN",
    text: "Ваш PIN короче, чем разрешено сейчас. В новом шесть цифр или больше.",
    pin: "Новый PIN",
    again: "Новый PIN ещё раз",
    differs: "PIN не совпадают.",
    tooShort: "В PIN от 6 до 12 цифр.",
    go: "Сменить PIN и войти",
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
