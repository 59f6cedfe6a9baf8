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
  offer: {
    title: "Kredia është shlyer",
    text: "Klienti mund të marrë letrën e kredidhënësit se nuk mbetet asgjë.",
    fetched: "Vërtetimi u mor",
    button: "Vërtetim shlyerjeje",
  },
  problems: {
    notANumber: "Vetëm shkronja, shifra, pika, viza dhe të pjerrëta.",
  },
  refused: {
    title: "Tani nuk ka vërtetim",
    todo: "Nëse klienti sapo ka paguar këstin e fundit, pyesni përsëri kur kredidhënësi ta ketë mbyllur kredinë.",
  },
  due: {
    title: "Të shlyera, pa vërtetim",
    empty: "Askush nuk pret vërtetim. Kredia që shlyhet këtu shfaqet vetë.",
    all: "Të gjitha vërtetimet",
  },
  fetched: {
    title: "Vërtetime të marra këtu",
    empty: "Vërtetimet që merren këtu shfaqen këtu, më të rejat të parat.",
  },
  close: "Prapa te listat",
  letterOf: "Vërtetim për kredinë {{loanId}}",
  kept: "Ruhet këtu, i vulosur.",
  keptFrom: "Marrë nga {{host}} dhe ruhet këtu, i vulosur.",
  fileName: "Vërtetim shlyerjeje {{loanId}}",
};
