/** The frame: tasks at the left, the lines above and below. */
import type { frame as english } from "../en/frame.ts";
import type { AlbanianWords } from "../words.ts";

export const frame: AlbanianWords<typeof english> = {
  tasks: {
    label: "Detyrat",
    home: "Sot",
    newLoan: "Kredi e re",
    loans: "Kreditë",
    repayment: "Pagesë kredie",
    payout: "Dhënie kredie",
    customers: "Klientët",
    outbox: "Dërgimet",
    till: "Arka",
    journal: "Ditari",
    approvals: "Për nënshkrim",
    training: "Trajnimi",
    settings: "Cilësimet",
    help: "Ndihma",
    everything: "Gjej gjithçka",
  },
  skipToTask: "Te detyra",
  ribbon: {
    training: "TRAJNIM: këtu asgjë nuk është e vërtetë",
    test: "PROVË: {{names}} është sistemi i provës i kredidhënësit",
  },
  person: {
    signedIn: "Ka hyrë: {{name}}",
    menu: "{{name}}, {{role}}. Gjuha, ngjyrat, dalja",
    signOut: "Dil",
    lockNow: "Blloko këtë sportel",
    switchUser: "Ndërro personin",
  },
  tillNamed: "arka {{till}}",
  businessDate: "Data e punës",
  till: {
    label: "Zërat e arkës",
    closed: "Arka e mbyllur",
    expected: "Në arkë",
    float: "Fillimi",
    moved: "Lëvizje",
    confirmed: "Të sigurta",
    queued: "Të padërguara",
    unconfirmed: "Të pasigurta",
    toReturn: "Për kthim",
    underWay: "Në rrugë",
    blind: "Arka e hapur · shumat shfaqen pas numërimit",
  },
  queue: {
    label: "Pagesat sipas gjendjes",
    empty: "Asgjë në pritje",
  },
  lines: {
    label: "Lidhjet me ofruesit",
    none: "Asnjë ofrues i vendosur",
  },
  warnings: {
    twinMissing: "Mungon kopja e dytë e ditarit. Paratë mund të merren ende; njoftoni një mbikëqyrës.",
    twinBehind: "Kopja e dytë e ditarit ka mbetur prapa. Po plotësohet.",
    clock:
      "Ora e këtij kompjuteri dhe ajo e kredidhënësit ndryshojnë. Kontrolloni datën, orën dhe zonën orare.",
    noKeyring: "Ky kompjuter nuk ka ruajtje çelësash: kodi i rikthimit e hap arkën në çdo nisje.",
    recoveryCodeNotPrinted: "Kodi i rikthimit nuk është konfirmuar ende. Printojeni te cilësimet.",
  },
  palette: {
    label: "Gjej gjithçka",
    placeholder: "Një detyrë, emër, referencë ose numër dëftese",
    tasks: "Detyrat",
    loans: "Kreditë",
    journal: "Dëftesat dhe shënimet",
    repayLoan: "Pagesë për kredinë {{loanRef}}",
    nothing: "Asgjë nuk u gjet për “{{text}}”.",
    keys: "↑ ↓ zgjedh · Enter hap · Esc mbyll",
  },
  scan: {
    agreement: "U skanua: kontrata e kredisë {{loanRef}}",
    testPage: "U skanua: faqja e provës. Kodi punon.",
    loan: "U skanua: kredia {{loanRef}}",
    receipt: "U skanua: dëftesa {{receiptNo}}",
    unknown: "U skanua, por nuk njihet: {{text}}",
  },
  pageFailed: {
    title: "Ky ekran u ndal",
    body: "Ajo që u regjistrua është e sigurt. Hapeni përsëri ekranin ose kaloni te një detyrë tjetër.",
    again: "Hapeni përsëri",
  },
};
