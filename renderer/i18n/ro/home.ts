/** The day's work. */
import type { home as english } from "../en/home.ts";
import type { RomanianWords } from "../words.ts";

export const home: RomanianWords<typeof english> = {
  title: "Astăzi",
  tillClosed: {
    title: "Casa este închisă",
    text: "Deschideți-o cu fondul numărat înainte să se miște bani.",
    button: "Deschide casa",
  },
  payouts: {
    title: "Plăți începute fără sfârșit",
    text: "Programul s-a oprit în timp ce se preda numerarul. Numărați sertarul și spuneți dacă numerarul este la client.",
    begun: "Începută {{when}} de {{name}}.",
    button: "Lămurește",
  },
  attention: {
    title: "Cere o persoană",
    empty: "Nicio plată nu cere o persoană.",
    all: "Toate cele de trimis",
  },
  loans: {
    title: "Credite care ne așteaptă",
    empty: "Niciun credit nu așteaptă acest ghișeu. Cele noi apar aici după decizia creditorului.",
    all: "Toate creditele",
    lenderTitle: "Așteaptă creditorul",
    lenderEmpty: "Niciun credit nu așteaptă creditorul.",
  },
  queue: {
    title: "Pe drum",
    empty: "Fiecare plată luată aici este certă.",
    all: "Deschide lista de trimis",
  },
  actions: { title: "Începeți", keys: "sau apăsați tasta oriunde" },
};
