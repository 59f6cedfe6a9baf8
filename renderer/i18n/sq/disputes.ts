/** Disputing a difference or an entry, and the frozen evidence. */
import type { disputes as english } from "../en/disputes.ts";
import type { AlbanianWords } from "../words.ts";

export const disputes: AlbanianWords<typeof english> = {
  button: "Kundërshto këtë",
  title: "Kundërshtime",
  lead: "Kushdo mund të kundërshtojë. Ajo që kundërshtohet ngrihet si një skedar provash; asnjë arkë dhe asnjë shënim nuk ndryshon.",
  empty: "Një diferencë në mbyllje, një pagesë dhe çdo shënim i ditarit kundërshtohen aty ku janë.",
  columns: { at: "Kur", by: "Kush", about: "Për çfarë", note: "Çfarë kundërshtohet", file: "Provat" },
  about: { shift: "një turn", item: "një pagesë", entry: "shënimi {{number}}" },
  ask: {
    title: {
      shift: "Kundërshto këtë turn",
      item: "Kundërshto këtë pagesë",
      entry: "Kundërshto shënimin {{number}}",
    },
    text: "Shënimet e ditarit, dëftesat, regjistri i çdo dërgimi, orët dhe versionet ngrihen ashtu siç janë tani. Asgjë nuk ndryshon.",
    note: "Çfarë nuk është në rregull",
    noteHint: "Me fjalët tuaja. Qëndron në ditar me emrin tuaj.",
    button: "Ngri provat",
    leave: "Lëre",
  },
  frozen: "Ngrirë nga {{name}}. Ditari ruan gjurmën e saj:",
  save: "Ruaj provat si skedar",
  saved: "U ruajt: {{path}}",
  done: "U krye",
  open: "Hap atë që kundërshtohet",
};
