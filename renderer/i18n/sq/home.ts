/** The day's work. */
import type { home as english } from "../en/home.ts";
import type { AlbanianWords } from "../words.ts";

export const home: AlbanianWords<typeof english> = {
  title: "Sot",
  tillClosed: {
    title: "Arka është e mbyllur",
    text: "Hapeni me shumën e numëruar para se të lëvizin para.",
    button: "Hap arkën",
  },
  payouts: {
    title: "Dhënie të nisura pa përfundim",
    text: "Programi u ndal ndërsa po jepeshin paratë. Numëroni sirtarin dhe thoni nëse klienti i ka paratë.",
    begun: "Nisur {{when}} nga {{name}}.",
    button: "Zgjidhe",
  },
  attention: {
    title: "Do një person",
    empty: "Asnjë pagesë nuk pret një person.",
    all: "Të gjitha dërgimet",
  },
  loans: {
    title: "Kredi që presin ne",
    empty: "Asnjë kredi nuk pret këtë sportel. Të rejat shfaqen këtu kur kredidhënësi të ketë vendosur.",
    all: "Të gjitha kreditë",
    lenderTitle: "Presin kredidhënësin",
    lenderEmpty: "Asnjë kredi nuk pret kredidhënësin.",
  },
  queue: {
    title: "Rrugës",
    empty: "Çdo pagesë e marrë këtu është e sigurt.",
    all: "Hap dërgimet",
  },
  actions: {
    title: "Fillo",
    keys: "ose shtypni tastin kudo",
  },
};
