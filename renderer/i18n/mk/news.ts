/** Nothing behind your back: what the program and others changed since a person last looked. */
import type { news as english } from "../en/news.ts";
import type { MacedonianWords } from "../words.ts";

export const news: MacedonianWords<typeof english> = {
  title: "Сменето откако последен пат погледнавте",
  lead: "Од програмата, од други или однадвор. Ништо не е направено под ваше име.",
  more_one: "и уште {{count}}, во дневникот",
  more_other: "и уште {{count}}, во дневникот",
  seen: "Го видов ова",
  toJournal: "Читај го дневникот",
  badge_one: "{{count}} промена за читање",
  badge_other: "{{count}} промени за читање",
};
