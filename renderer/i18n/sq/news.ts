/** Nothing behind your back: what the program and others changed since a person last looked. */
import type { news as english } from "../en/news.ts";
import type { AlbanianWords } from "../words.ts";

export const news: AlbanianWords<typeof english> = {
  title: "Ndryshuar që kur keni parë herën e fundit",
  lead: "Nga programi, nga të tjerë ose nga jashtë. Asgjë nuk u bë në emrin tuaj.",
  more_one: "dhe {{count}} tjetër, në ditar",
  more_other: "dhe {{count}} të tjera, në ditar",
  seen: "I pashë",
  toJournal: "Lexo ditarin",
  badge_one: "{{count}} ndryshim për t’u lexuar",
  badge_other: "{{count}} ndryshime për t’u lexuar",
};
