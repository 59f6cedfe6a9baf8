/** The frame: tasks at the left, the lines above and below. */
import type { frame as english } from "../en/frame.ts";
import type { RomanianWords } from "../words.ts";

export const frame: RomanianWords<typeof english> = {
  tasks: {
    label: "Sarcini",
    home: "Astăzi",
    newLoan: "Credit nou",
    loans: "Credite",
    repayment: "Rambursare",
    payout: "Plată numerar",
    customers: "Clienți",
    outbox: "De trimis",
    till: "Casa",
    journal: "Jurnal",
    training: "Instruire",
    settings: "Setări",
    help: "Ajutor",
    everything: "Caută orice",
  },
  skipToTask: "La sarcină",
  ribbon: {
    training: "INSTRUIRE: nimic de aici nu este real",
    test: "TEST: {{names}} este sistemul de probă al creditorului",
  },
  person: {
    signedIn: "Conectat: {{name}}",
    menu: "{{name}}, {{role}}. Limbă, culori, deconectare",
    signOut: "Deconectare",
    lockNow: "Blochează ghișeul",
  },
  businessDate: "Ziua operativă",
  till: {
    label: "Rândurile casei",
    closed: "Casa închisă",
    expected: "În casă",
    float: "Fond inițial",
    moved: "Mișcări",
    confirmed: "Cert",
    queued: "Netrimis",
    unconfirmed: "Incert",
    toReturn: "De înapoiat",
  },
  queue: { label: "Plăți după stare", empty: "Nimic în așteptare" },
  lines: { label: "Legături cu furnizorii", none: "Niciun furnizor configurat" },
  warnings: {
    twinMissing: "A doua copie a jurnalului lipsește. Se pot încasa bani; anunțați un supervizor.",
    twinBehind: "A doua copie a jurnalului a rămas în urmă. Se completează acum.",
    clock: "Ceasul acestui calculator diferă de al creditorului. Verificați data, ora și fusul orar.",
    noKeyring: "Calculatorul nu are depozit de chei: codul de recuperare deschide casa la fiecare pornire.",
    recoveryCodeNotPrinted: "Codul de recuperare nu este încă confirmat. Tipăriți-l din setări.",
  },
  palette: {
    label: "Caută orice",
    placeholder: "O sarcină, un nume, o referință, un număr de chitanță",
    tasks: "Sarcini",
    loans: "Credite",
    journal: "Chitanțe și înregistrări",
    repayLoan: "Rambursare pentru creditul {{loanRef}}",
    nothing: "Nu s-a găsit nimic pentru „{{text}}”.",
    keys: "↑ ↓ alege · Enter deschide · Esc închide",
  },
  scan: {
    loan: "Scanat: creditul {{loanRef}}",
    receipt: "Scanat: chitanța {{receiptNo}}",
    unknown: "Scanat, dar necunoscut: {{text}}",
  },
  pageFailed: {
    title: "Acest ecran s-a oprit",
    body: "Ce s-a înregistrat este în siguranță. Deschideți ecranul din nou sau treceți la altă sarcină.",
    again: "Deschide din nou",
  },
};
