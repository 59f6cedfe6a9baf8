/** Opening, moving, counting and closing the till. */
import type { till as english } from "../en/till.ts";
import type { AlbanianWords } from "../words.ts";

export const till: AlbanianWords<typeof english> = {
  title: "Arka",
  open: {
    title: "Hap arkën",
    lead: "Numëroni paratë e fillimit në sirtar. Që nga ai çast arka thotë sa duhet të ketë.",
    carried_one:
      "{{count}} pagesë nga turnet e mëparshme nuk është zgjidhur ende. Nuk është pjesë e fillimit.",
    carried_other:
      "{{count}} pagesa nga turnet e mëparshme nuk janë zgjidhur ende. Nuk janë pjesë e fillimit.",
    headCheck: "Shenjat e para të hallkës së fundit, nga raporti i fundit",
    headCheckHint: "Krahason shënimet e kësaj arke me letrën e turnit të fundit.",
    headWrong: "Këto nuk janë shenjat e turnit të fundit. Nëse letra është e saktë, njoftoni një mbikëqyrës.",
    button: "Hap arkën",
  },
  count: {
    pieces: "Copë prej {{face}}",
    other: "Para të tjera",
    otherHint: "Ajo që s’ka rresht këtu, ose gjithçka si një shumë.",
    amount: "Shuma e numëruar",
    amountHint: "Të gjitha paratë në sirtar.",
    total: "Numëruar",
    keys: "Enter ose ↓ shkon te rreshti tjetër, ↑ kthehet. Bosh do të thotë asnjë.",
    notPieces: "Numri i copëve ka vetëm shifra.",
    empty: "Numëroni më parë paratë. Nëse s’ka, shkruani 0.",
  },
  lines: {
    openedBy: "E hapi {{name}},",
    expected: "Duhet të jetë në arkë",
    float: {
      name: "Fillimi",
      what: "numëruar në hapje",
    },
    moved: {
      name: "Para brenda dhe jashtë",
      what: "përveç pagesave",
    },
    confirmed: {
      name: "Të sigurta",
      what: "i tregojnë librat e kredidhënësit",
    },
    queued: {
      name: "Ende të padërguara",
      what: "marrë këtu, presin lidhjen ose heqjen e arsyes",
    },
    unconfirmed: {
      name: "Të pasigurta",
      what: "dërguar dhe askush nuk e di ende",
    },
    toReturn: {
      name: "Për kthim",
      what: "refuzuar ose tërhequr: i takojnë klientit",
    },
    items: "Pagesat e këtij turni",
    noItems: "Ende asnjë pagesë.",
    toOutbox: "Hap dërgimet",
    doubtIsNoShortage:
      "Ajo që nuk është e sigurt është gjithsesi në sirtar: një dyshim nuk është kurrë mungesë.",
  },
  move: {
    reason: "Arsyeja",
    in: {
      title: "Fut para",
      lead: "Para që futen në sirtar dhe nuk janë pagesë.",
      reasonHint: "Për shembull: nga kasaforta, të vogla nga banka.",
      button: "Futi në arkë",
    },
    out: {
      title: "Nxirr para",
      lead: "Para që dalin nga sirtari dhe nuk janë dhënie kredie.",
      reasonHint: "Për shembull: në kasafortë, në bankë.",
      button: "Nxirri nga arka",
    },
  },
  close: {
    title: "Numëro dhe mbyll",
    lead: "Numëroni të gjitha paratë në sirtar.",
    noDifference: "Numërimi është i saktë.",
    over: "{{amount}} më shumë se sa duhet.",
    short: "{{amount}} më pak se sa duhet.",
    tenfold: "Ndryshon dhjetëfish: numëroni edhe një herë.",
    note: "Cila mund të jetë arsyeja",
    noteHint: "Diferenca mbetet me emrin e vet; mund të kundërshtohet më vonë.",
    approvalWhy: "Një diferencë kërkon një person të dytë që e ka parë numërimin.",
    button: "Mbyll arkën",
  },
  openItems: {
    title: "Pagesa ende të pazgjidhura",
    none: "Asnjë. Çdo pagesë është e sigurt.",
    carried_one: "Kalon me emër në turnin tjetër dhe vazhdon vetë.",
    carried_other: "Të gjitha {{count}} kalojnë me emër në turnin tjetër dhe vazhdojnë vetë.",
    loan: "kredia {{loanRef}}",
  },
  report: {
    title: "Raporti i turnit",
    midShift: "Raport i ndërmjetëm",
    last: "Raporti i turnit të fundit",
    print: "Printo raportin",
    notPrinted: "Nuk u printua: {{message}}",
    office: "Zyra dhe arka",
    opened: "Hapur",
    closed: "Mbyllur",
    stillOpen: "ende e hapur",
    entries: "Shënime në ditar",
    head: "Hallka e fundit e ditarit",
    version: "Versioni",
    movement: "Lëvizja",
    count: "Numri",
    sum: "Shuma",
    expected: "Pritet në arkë",
    counted: "Numëruar",
    difference: "Diferenca",
  },
  movements: {
    float: "Gjendja fillestare",
    in: "Para të futura",
    out: "Para të nxjerra",
    givenBack: "Të kthyera",
    repayment: "Pagesa kredie",
    payout: "Kredi të dhëna",
  },
};
