/** Nothing behind your back: what the program and others changed since a person last looked. */
import type { news as english } from "../en/news.ts";
import type { RomanianWords } from "../words.ts";

export const news: RomanianWords<typeof english> = {
  title: "Schimbat de când v-ați uitat ultima dată",
  lead: "De program, de alții sau din afară. Nimic nu s-a făcut în numele dumneavoastră.",
  more_one: "și încă {{count}}, în jurnal",
  more_few: "și încă {{count}}, în jurnal",
  more_other: "și încă {{count}}, în jurnal",
  seen: "Am văzut",
  toJournal: "Citește jurnalul",
  badge_one: "{{count}} schimbare de citit",
  badge_few: "{{count}} schimbări de citit",
  badge_other: "{{count}} de schimbări de citit",
};
