/** The words on paper in Albanian. */
import type { ReceiptTexts } from "../wording.ts";

export const texts: ReceiptTexts = {
  titles: {
    repayment: "Dëftesë pagese",
    payout: "Mandat pagese",
    giveBack: "Kthim i parave",
    void: "Pagesë e tërhequr",
    report: "Raporti i turnit",
    test: "Faqe prove",
  },
  labels: {
    number: "Nr.",
    till: "Arka",
    date: "Data dhe ora",
    cashier: "Arkëtari",
    customer: "Klienti",
    payer: "Paguar nga",
    lender: "Kredidhënësi",
    loan: "Referenca e kredisë",
    amount: "Shuma",
    ofReceipt: "Për dëftesën",
    reason: "Arsyeja",
    signatureCustomer: "Nënshkrimi i klientit",
    signatureCashier: "Nënshkrimi i arkëtarit",
    signatureSupervisor: "Nënshkrimi i mbikëqyrësit",
    stub: "Kupon, mbetet në sportel",
    printer: "Printeri",
    paper: "Letra",
  },
  states: {
    confirmed: {
      heading: "E regjistruar nga kredidhënësi",
      detail: "Pagesa duket në librat e kredidhënësit.",
    },
    inferred: {
      heading: "E regjistruar në librat e kredidhënësit",
      detail: "Detyrimi i kredisë u ul saktësisht me këtë shumë.",
    },
    byHand: {
      heading: "E regjistruar, e verifikuar nga zyra",
      detail: "Zyra e ka verifikuar këtë pagesë me kredidhënësin.",
    },
    queued: {
      heading: "E marrë, ende e padërguar te kredidhënësi",
      detail:
        "Kredidhënësi ende nuk e ka konfirmuar këtë pagesë. Ajo është regjistruar në këtë sportel dhe do të dërgohet. Ruajeni këtë dëftesë dhe mos paguani përsëri.",
    },
    held: {
      heading: "E marrë, në pritje në këtë sportel",
      detail:
        "Kredidhënësi nuk e ka konfirmuar këtë pagesë. Zyra po e verifikon më parë. Ruajeni këtë dëftesë dhe mos paguani përsëri.",
    },
    sent: {
      heading: "E dërguar, ende e pakonfirmuar nga kredidhënësi",
      detail:
        "Kredidhënësi ende nuk e ka konfirmuar këtë pagesë. Ruajeni këtë dëftesë dhe mos paguani përsëri. Zyra do ta shohë përgjigjen.",
    },
    attention: {
      heading: "E marrë, po verifikohet me kredidhënësin",
      detail: "Kredidhënësi nuk e ka konfirmuar këtë pagesë. Ruajeni këtë dëftesë dhe mos paguani përsëri.",
    },
    refused: {
      heading: "E refuzuar nga kredidhënësi",
      detail: "Kjo pagesë nuk u regjistrua. Paratë janë tuajat: zyra jua kthen.",
    },
    voided: {
      heading: "E tërhequr para dërgimit",
      detail: "Kjo pagesë nuk shkon te kredidhënësi. Paratë janë tuajat: zyra jua kthen.",
    },
    givenBack: {
      heading: "E paregjistruar, paratë u kthyen",
      detail: "Kredidhënësi nuk e regjistroi këtë pagesë. Paratë u kthyen në sportel.",
    },
    payoutConfirmed: {
      heading: "E paguar, e konfirmuar te kredidhënësi",
      detail: "Kredidhënësi e di se kjo kredi është paguar.",
    },
    payoutPending: {
      heading: "E paguar",
      detail: "Kredidhënësi ende nuk e ka konfirmuar pagesën; për këtë kujdeset zyra.",
    },
    payoutAttention: {
      heading: "E paguar, po verifikohet me kredidhënësin",
      detail: "Kredidhënësi ende nuk e ka konfirmuar pagesën; për këtë kujdeset zyra.",
    },
  },
  copy: "KOPJE",
  training: "TRAJNIM",
  trainingNote: "Letër trajnimi. Nuk u lëvizën para. Nuk vlen si dëftesë.",
  payoutReceived: "E mora këtë shumë në para të gatshme.",
  giveBackDetail: "Paratë e marra me këtë dëftesë u kthyen në dorë.",
  voidDetail: "Kjo pagesë u tërhoq para se t’i dërgohej gjë kredidhënësit.",
  report: {
    opened: "Hapur",
    closed: "Mbyllur",
    stillOpen: "Turni është ende i hapur.",
    float: "Gjendja fillestare",
    moved: "Hyrje dhe dalje",
    confirmed: "Të konfirmuara",
    queued: "Në radhë, ende të padërguara",
    unconfirmed: "Ende të pasigurta",
    toReturn: "Për t’u kthyer klientëve",
    expected: "Pritet në arkë",
    counted: "Numëruar",
    difference: "Diferenca",
    movements: "Çfarë u bë",
    openItems: "Të pasigurta ose të papërfunduara",
    noOpenItems: "Nuk ka asgjë të hapur.",
    kinds: {
      repayment: "Pagesa kredie",
      payout: "Kredi të paguara",
      givenBack: "Të kthyera",
      in: "Para të futura",
      out: "Para të nxjerra",
    },
    count: "Numri",
    sum: "Shuma",
    journal: "Ditari",
    entries: "shënime",
  },
  testNote: "Duhet të duken të katër anët e kornizës dhe kodi duhet të lexohet.",
};
