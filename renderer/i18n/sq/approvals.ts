/** What a second person approves, here, from elsewhere or later, and what waits for a signature. */
import type { approvals as english } from "../en/approvals.ts";
import type { AlbanianWords } from "../words.ts";

export const approvals: AlbanianWords<typeof english> = {
  acts: {
    till: {
      difference: "Mbyllja e arkës me ndryshim",
      transfer: "Dorëzimi i parave",
      transferBack: "Rikthimi i parave të transferuara",
    },
    outbox: {
      void: "Tërheqja e një pagese para dërgimit",
      release: "Lirimi i një pagese të mbajtur",
      posted: "Vendimi «huadhënësi e ka regjistruar»",
      notPosted: "Vendimi «huadhënësi nuk e ka regjistruar»",
      sendAgain: "Dërgimi i një pagese përsëri",
    },
    payout: "Dhënia e një shume të madhe",
    payouts: {
      settle: "Kush i ka paratë e një dhënieje",
    },
    repayments: {
      giveBack: "Kthimi i parave klientit",
    },
    account: {
      doubtDecided: "Vendimi për një llogari të dyshimtë",
    },
    customer: { doubtDecided: "Vendimi për një regjistrim të dyshimtë" },
    setup: {
      trustCertificates: "Besimi te një certifikatë tjetër",
      provider: "Ndryshimi i adresës së një sistemi",
      limits: "Ndryshimi i një kufiri",
    },
    customers: {
      export: "Nxjerrja e të dhënave të një klienti",
    },
    staff: {
      unlock: "Hapja përsëri e një emri të bllokuar",
    },
  },
  about: "Për miratim: {{what}}",
  ways: {
    label: "Si miraton personi i dytë",
    pin: "PIN në këtë sportel",
    code: "Kod njëpërdorimësh nga larg",
    later: "Nënshkruaj më vonë",
  },
  code: "Kodi njëpërdorimësh",
  codeHint: "Gjashtë shifra nga telefoni i personit që thirrët",
  codeWhy:
    "Telefonojini një mbikëqyrësi, thoni për çfarë dhe për cilën shumë. Kodi del në telefonin e tij; vlen një herë.",
  laterText:
    "Askush tjetër në këtë zyrë nuk mund të miratojë. Ajo që bëni mbetet me emrin tuaj si «për nënshkrim» derisa të nënshkruajë një mbikëqyrës. Sporteli vazhdon.",
  alone:
    "Askush tjetër në këtë zyrë nuk mund të miratojë dhe kjo nuk nënshkruhet më vonë. Mbetet e hapur siç është dhe sporteli vazhdon; administratori shton një mbikëqyrës te cilësimet.",
  noCodes: "Asnjë telefon mbikëqyrësi nuk është vendosur këtu për kode. Bëhet te cilësimet, te «Tuajat».",
  list: {
    title: "Për nënshkrim",
    lead: "Ajo që u bë në këtë sportel pa një person të dytë. Nënshkrimi thotë që e dini; nuk ndryshon asnjë shumë.",
    empty: "Ajo që një person i vetëm bëri pa miratim qëndron këtu derisa të nënshkruajë një mbikëqyrës.",
    what: "Çfarë",
    item: "Për",
    by: "E bëri",
    at: "Kur",
    receipt: "{{receiptNo}}, kredia {{loanRef}}",
    own: "Për atë që bëtë vetë nënshkruan dikush tjetër.",
    sign: "Nënshkruaj",
    signTitle: "Të nënshkruhet?",
    signText: "E bëri {{by}} ({{at}}) pa person të dytë. Emri juaj do të qëndrojë në ditar pranë tij.",
    note: "Shënim",
    noteHint: "Për shembull: u fol, letra u pa",
    leave: "Jo tani",
    signed: "U nënshkrua. Në ditar qëndrojnë të dy emrat.",
    signedTitle: "Të nënshkruara së fundi",
    signature: "Nënshkrimi",
    difference: "Ndryshimi {{amount}}",
    signedBy: "Nënshkroi {{name}}, {{at}}",
    signedEmpty: "Ende nuk është nënshkruar gjë.",
    journal: "Në ditar: shënimi {{sequence}}",
    waiting_one: "{{count}} pret nënshkrim",
    waiting_other: "{{count}} presin nënshkrim",
  },
  codes: {
    title: "Kode njëpërdorimëshe nga telefoni juaj",
    text: "Me një aplikacion kodesh në telefon miratoni nga larg: sporteli ju telefonon, ju lexoni gjashtë shifra.",
    have: "Telefoni juaj është vendosur.",
    none: "Asnjë telefon nuk është vendosur.",
    begin: "Vendos telefonin tim",
    another: "Vendos telefon tjetër",
    pin: "PIN-i juaj",
    pinHint: "Që askush të mos vendosë telefon në emrin tuaj",
    show: "Trego kodin për telefonin",
    scan: "Skanojeni me aplikacionin e kodeve. Tregohet vetëm tani.",
    key: "Ose shkruani këtë çelës në aplikacion",
    picture: "Kodi katror për aplikacionin e kodeve",
    first: "Gjashtë shifrat që tregon telefoni",
    confirm: "Është e saktë",
    done: "Telefoni juaj jep kode njëpërdorimëshe nga tani.",
    forget: "Harro telefonin tim",
    forgetAsk: "Të harrohet ky telefon?",
    forgetText: "Kodet e tij nuk miratojnë më asgjë. Telefoni mund të vendoset përsëri në çdo kohë.",
    forgetDo: "Harroje",
    keep: "Mbaje",
    forgotten: "Telefoni u harrua.",
  },
};
