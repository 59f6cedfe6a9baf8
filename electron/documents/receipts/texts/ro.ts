/** The words on paper in Romanian. */
import type { ReceiptTexts } from "../wording.ts";

export const texts: ReceiptTexts = {
  titles: {
    repayment: "Chitanță de rambursare",
    payout: "Dispoziție de plată",
    giveBack: "Bani restituiți",
    void: "Plată retrasă",
    report: "Raport de tură",
    test: "Pagină de test",
  },
  labels: {
    number: "Nr.",
    till: "Casa",
    date: "Data și ora",
    cashier: "Casier",
    customer: "Client",
    payer: "Plătit de",
    lender: "Creditor",
    loan: "Referința creditului",
    amount: "Suma",
    ofReceipt: "Pentru chitanța",
    reason: "Motiv",
    signatureCustomer: "Semnătura clientului",
    signatureCashier: "Semnătura casierului",
    signatureSupervisor: "Semnătura responsabilului",
    stub: "Cotor, rămâne la ghișeu",
    printer: "Imprimanta",
    paper: "Hârtie",
  },
  states: {
    confirmed: {
      heading: "Înregistrată de creditor",
      detail: "Plata apare în evidența creditorului.",
    },
    inferred: {
      heading: "Înregistrată în evidența creditorului",
      detail: "Soldul creditului a scăzut exact cu această sumă.",
    },
    byHand: {
      heading: "Înregistrată, verificată de oficiu",
      detail: "Oficiul a verificat această plată cu creditorul.",
    },
    queued: {
      heading: "Primită, încă netrimisă creditorului",
      detail:
        "Creditorul nu a confirmat încă această plată. Ea este înregistrată la acest ghișeu și va fi trimisă. Păstrați chitanța și nu plătiți din nou.",
    },
    held: {
      heading: "Primită, în așteptare la acest ghișeu",
      detail:
        "Creditorul nu a confirmat această plată. Oficiul o verifică mai întâi. Păstrați chitanța și nu plătiți din nou.",
    },
    sent: {
      heading: "Trimisă, încă neconfirmată de creditor",
      detail:
        "Creditorul nu a confirmat încă această plată. Păstrați chitanța și nu plătiți din nou. Oficiul va vedea răspunsul.",
    },
    attention: {
      heading: "Primită, în verificare la creditor",
      detail: "Creditorul nu a confirmat această plată. Păstrați chitanța și nu plătiți din nou.",
    },
    refused: {
      heading: "Refuzată de creditor",
      detail: "Această plată nu a fost înregistrată. Banii sunt ai dumneavoastră: oficiul îi restituie.",
    },
    voided: {
      heading: "Retrasă înainte de trimitere",
      detail: "Această plată nu ajunge la creditor. Banii sunt ai dumneavoastră: oficiul îi restituie.",
    },
    givenBack: {
      heading: "Neînregistrată, bani restituiți",
      detail: "Creditorul nu a înregistrat această plată. Banii au fost restituiți la ghișeu.",
    },
    payoutConfirmed: {
      heading: "Achitat, confirmat creditorului",
      detail: "Creditorul știe că acest credit a fost achitat clientului.",
    },
    payoutPending: {
      heading: "Achitat",
      detail: "Creditorul nu a confirmat încă achitarea; de aceasta se ocupă oficiul.",
    },
    payoutAttention: {
      heading: "Achitat, în verificare la creditor",
      detail: "Creditorul nu a confirmat încă achitarea; de aceasta se ocupă oficiul.",
    },
  },
  copy: "COPIE",
  training: "INSTRUIRE",
  trainingNote: "Hârtie de instruire. Nu s-au mișcat bani. Nu este valabilă ca chitanță.",
  payoutReceived: "Am primit această sumă în numerar.",
  giveBackDetail: "Banii primiți cu această chitanță au fost restituiți în numerar.",
  voidDetail: "Această plată a fost retrasă înainte ca ceva să fie trimis creditorului.",
  report: {
    opened: "Deschisă",
    closed: "Închisă",
    stillOpen: "Tura este încă deschisă.",
    float: "Sold inițial",
    moved: "Intrări și ieșiri",
    confirmed: "Confirmate",
    queued: "În așteptare, încă netrimise",
    unconfirmed: "Încă nesigure",
    toReturn: "De restituit clienților",
    expected: "Așteptat în sertar",
    counted: "Numărat",
    difference: "Diferența",
    movements: "Operațiuni",
    openItems: "Nesigure sau nefinalizate",
    noOpenItems: "Nimic nu a rămas deschis.",
    kinds: {
      repayment: "Rambursări",
      payout: "Achitări",
      givenBack: "Restituiri",
      in: "Numerar depus",
      out: "Numerar scos",
    },
    count: "Număr",
    sum: "Sumă",
    journal: "Jurnal",
    entries: "înregistrări",
  },
  testNote:
    "Toate cele patru margini ale chenarului trebuie să fie vizibile, iar codul trebuie să se citească.",
};
