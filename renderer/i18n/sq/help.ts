/** Help: the keys, and what the states mean. */
import type { help as english } from "../en/help.ts";
import type { AlbanianWords } from "../words.ts";

export const help: AlbanianWords<typeof english> = {
  title: "Ndihma",
  keysTitle: "Tastet",
  keys: {
    tasks: "Hap një detyrë",
    everything: "Gjej gjithçka: detyra, kredi, dëftesa",
    back: "Kthehu ku ishe",
    home: "Puna e sotme",
    zoom: "Shkronja më të mëdha dhe më të vogla",
    lists: "Lëviz, hap dhe kalo faqet në listë",
    escape: "Mbyll një pyetje pa dëm",
    scanner:
      "Lexuesi i barkodit punon kudo jashtë fushave: referenca e kredisë hap pagesën, dëftesa hap shënimin e saj",
  },
  statesTitle: "Ç’duan të thonë anët",
  statesText: "Çdo pagesë është një fletë me kupon. Buza midis tyre tregon sa e sigurt është.",
  edges: {
    queued: "E marrë këtu, ende e padërguar.",
    sending: "Rrugës te kredidhënësi.",
    unconfirmed: "E dërguar, por askush nuk e di ende. Mos i merrni a jepni kurrë përsëri këto para.",
    posted: "E sigurt: e tregojnë librat e kredidhënësit.",
    attention: "Duhet të vendosë një person.",
    refused: "E refuzuar ose e tërhequr: paratë kthehen.",
    held: "Pret për arsyen e treguar.",
  },
  version: "Counterfoil {{version}}",
};
