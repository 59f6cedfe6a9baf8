/** Help: the keys, and what the states mean. */
import type { help as english } from "../en/help.ts";
import type { RomanianWords } from "../words.ts";

export const help: RomanianWords<typeof english> = {
  title: "Ajutor",
  keysTitle: "Taste",
  keys: {
    tasks: "Deschide o sarcină",
    everything: "Caută orice: sarcini, credite, chitanțe",
    back: "Înapoi unde erați",
    home: "Lucrul de astăzi",
    zoom: "Text mai mare și mai mic",
    lists: "Mișcare, deschidere și pagini într-o listă",
    escape: "Închide o întrebare fără urmări",
    scanner:
      "Un cititor de coduri funcționează oriunde în afara unui câmp: referința unui credit deschide rambursarea, o chitanță își deschide înregistrarea",
  },
  statesTitle: "Ce înseamnă marginile",
  statesText: "Fiecare plată este un bon cu cotor. Marginea dintre ele spune cât este de certă.",
  edges: {
    queued: "Luat aici, netrimis încă.",
    sending: "Pe drum spre creditor.",
    unconfirmed: "Trimis, dar nimeni nu știe încă. Nu luați și nu plătiți din nou acești bani.",
    posted: "Cert: apare în evidențele creditorului.",
    attention: "Trebuie să decidă o persoană.",
    refused: "Refuzat sau retras: numerarul se înapoiază.",
    held: "Așteaptă motivul numit.",
  },
  version: "Counterfoil {{version}}",
};
