/** Nothing behind your back: what the program and others changed since a person last looked. */
import type { news as english } from "../en/news.ts";
import type { RussianWords } from "../words.ts";

export const news: RussianWords<typeof english> = {
  title: "Изменилось с тех пор, как вы смотрели",
  lead: "Программой, другими людьми или извне. Под вашим именем ничего не сделано.",
  more_one: "и ещё {{count}}, в журнале",
  more_few: "и ещё {{count}}, в журнале",
  more_many: "и ещё {{count}}, в журнале",
  more_other: "и ещё {{count}}, в журнале",
  seen: "Я это видел(а)",
  toJournal: "Читать журнал",
  badge_one: "{{count}} изменение не прочитано",
  badge_few: "{{count}} изменения не прочитаны",
  badge_many: "{{count}} изменений не прочитано",
  badge_other: "{{count}} изменения не прочитаны",
};
