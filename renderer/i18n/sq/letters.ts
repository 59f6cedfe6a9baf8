/** No-dues letters. */
import type { letters as english } from "../en/letters.ts";
import type { AlbanianWords } from "../words.ts";

export const letters: AlbanianWords<typeof english> = {
  title: "Vërtetim shlyerjeje",
  lead: "Për një kredi të shlyer: letra e kredidhënësit se nuk mbetet asgjë.",
  noProvider:
    "Kjo zyrë nuk ka sistem që jep vërtetime shlyerjeje. E shton një administrator te cilësimet; pastaj vërtetimet merren këtu.",
  loanId: "Numri i kredisë",
  loanIdHint: "Siç u dha te {{name}} kur u mor kredia",
  loanType: "Lloji i kredisë",
  types: {
    PL: "PL: kredi personale",
    ML: "ML: mikrokredi",
    CL: "CL: kredi konsumatore",
  },
  button: "Merr vërtetimin",
  offer: "Vërtetim shlyerjeje",
  place: "Vërtetimi shfaqet këtu pasi të merret: për ta lexuar, printuar dhe ruajtur.",
  problems: {
    notANumber: "Vetëm shkronja, shifra, pika, viza dhe të pjerrëta.",
    loanId: "Nuk ka kredi të tillë. Krahasoni numrin dhe llojin e kredisë.",
    loanType: "Ky lloj kredie nuk ka vërtetim atje. Zgjidhni llojin me të cilin u mor kredia.",
  },
  refused: {
    title: "Tani nuk ka vërtetim",
    todo: "Nëse klienti sapo ka paguar këstin e fundit, pyesni përsëri kur kredidhënësi ta ketë mbyllur kredinë.",
  },
  closed: {
    title: "Të shlyera në këtë sportel",
  },
  letterOf: "Vërtetim për kredinë {{loanId}}",
  kept: "Ruhet këtu, i vulosur.",
  keptFrom: "Marrë nga {{host}} dhe ruhet këtu, i vulosur.",
  saveAs: "Ruaj si skedar",
  fileName: "Vërtetim shlyerjeje {{loanId}}",
  printed: "U dërgua te {{printer}}.",
  saved: "U ruajt: {{path}}",
  notPrinted: "Printeri nuk printoi: {{message}}",
};
