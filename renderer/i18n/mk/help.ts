/** Help: the keys, and what the states mean. */
import type { help as english } from "../en/help.ts";
import type { MacedonianWords } from "../words.ts";

export const help: MacedonianWords<typeof english> = {
  title: "Помош",
  keysTitle: "Копчиња",
  keys: {
    tasks: "Отвори задача",
    everything: "Најди сѐ: задачи, кредити, потврди",
    back: "Назад каде што бевте",
    home: "Денешната работа",
    zoom: "Поголеми и помали букви",
    lists: "Движење, отворање и страници во список",
    escape: "Затвори прашање без штета",
    scanner:
      "Читачот на баркод работи насекаде надвор од поле: бројот на кредитот ја отвора отплатата, потврдата својот запис",
  },
  statesTitle: "Што значат рабовите",
  statesText: "Секоја уплата е лист со отсечок. Работ меѓу нив покажува колку е сигурна.",
  edges: {
    queued: "Примено тука, сѐ уште неиспратено.",
    sending: "На пат до кредиторот.",
    unconfirmed: "Испратено, но сѐ уште никој не знае. Никогаш не земајте ги и не давајте ги парите пак.",
    posted: "Сигурно: го покажуваат книгите на кредиторот.",
    attention: "Мора да одлучи човек.",
    refused: "Одбиено или повлечено: парите се враќаат.",
    held: "Чека поради наведената причина.",
  },
  version: "Counterfoil {{version}}",
};
