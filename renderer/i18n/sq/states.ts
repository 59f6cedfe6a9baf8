/** States of payments and steps of loans as sentences: what is so, and what to do. */
import type { states as english } from "../en/states.ts";
import type { AlbanianWords } from "../words.ts";

export const states: AlbanianWords<typeof english> = {
  short: {
    queued: "Ende e padërguar",
    held: "Në pritje",
    sending: "Po dërgohet",
    acknowledged: "Po verifikohet",
    unconfirmed: "E pasigurt",
    posted: "E regjistruar",
    refused: "E refuzuar",
    attention: "Do një person",
    voided: "E tërhequr",
  },
  repayment: {
    queued: "E marrë, ende e padërguar. Dërgohet vetë kur të ketë lidhje.",
    held: "E marrë, e padërguar: është në pritje.",
    sending: "Po i dërgohet tani kredidhënësit.",
    acknowledged: "Kredidhënësi tha po. Po lexojmë librat e tij për siguri.",
    unconfirmed: "E dërguar, pa përgjigje. Mos i merrni përsëri këto para. Po lexojmë gjendjen.",
    posted: "E regjistruar nga kredidhënësi.",
    refused: "Kredidhënësi e refuzoi. Paratë janë të klientit: kthejini.",
    attention: "Këtë duhet ta shohë një person. Mos i merrni përsëri këto para.",
    voided: "E tërhequr para dërgimit. Paratë janë të klientit: kthejini.",
  },
  payout: {
    queued: "E dhënë, ende e paraportuar te kredidhënësi. Raportohet vetë kur të ketë lidhje.",
    held: "E dhënë, e paraportuar: është në pritje.",
    sending: "Po i raportohet tani kredidhënësit.",
    acknowledged: "Kredidhënësi tha po. Po lexojmë librat e tij për siguri.",
    unconfirmed: "E raportuar, pa përgjigje. Mos e jepni përsëri këtë kredi. Po pyesim kredidhënësin.",
    posted: "Kredidhënësi e tregon kredinë si të dhënë.",
    refused: "Kredidhënësi e refuzoi raportimin.",
    attention: "Këtë duhet ta shohë një person. Mos e jepni përsëri këtë kredi.",
    voided: "E tërhequr.",
  },
  keepCash: {
    refused: "Kredidhënësi e refuzoi. Mbajini paratë në arkë derisa të lexohen përsëri librat e tij.",
    voided: "E tërhequr para dërgimit. Mbajini paratë në arkë derisa të lexohen librat e kredidhënësit.",
  },
  givenBack: "E paregjistruar. Paratë iu kthyen klientit.",
  bookedAt: "E regjistruar nga kredidhënësi në {{clock}}",
  readAgainIn: "E lexojmë përsëri gjendjen pas {{left}}.",
  sendAgainIn: "Provojmë përsëri pas {{left}}.",
  certainty: {
    confirmed: "Kredidhënësi tha po dhe librat e tij lëvizën saktësisht me këtë shumë.",
    inferred: "Librat lëvizën me këtë shumë. Të njëjtën shumë mund ta ketë paguar edhe një zyrë tjetër.",
    byHand: "Këtë e vendosi një person, me shënim.",
  },
  held: {
    earlierDoubt: {
      what: "Një pagesë e mëparshme e kësaj kredie nuk është zgjidhur.",
      todo: "Këtu s’ka ç’të bëhet: vazhdon kur të zgjidhet e mëparshmja.",
    },
    noActiveLoan: {
      what: "Kredidhënësi nuk tregon kredi aktive me këtë referencë.",
      todo: "Kontrolloni referencën. Nëse është e gabuar, një mbikëqyrës e tërheq dhe paratë kthehen.",
    },
    otherCustomer: {
      what: "Librat e kredidhënësit tregojnë një klient tjetër për këtë kredi.",
      todo: "Krahasoni me dokumentin e klientit. Vendos një mbikëqyrës.",
    },
    moreThanOwed: {
      what: "Shuma është më e madhe se sa mbetet për t’u paguar.",
      todo: "Vendos një mbikëqyrës; shuma nuk ndryshohet kurrë vetë.",
    },
    clock: {
      what: "Ora e këtij kompjuteri dhe ajo e kredidhënësit ndryshojnë shumë.",
      todo: "Ndreqni datën, orën dhe zonën orare të kompjuterit.",
    },
    cap: {
      what: "Ka pritur më gjatë sesa lejon kjo zyrë.",
      todo: "Një mbikëqyrës sqaron nëse ndërkohë u pagua diku tjetër, pastaj e liron.",
    },
    credentials: {
      what: "Kredidhënësi nuk e pranon fjalëkalimin e kësaj zyre.",
      todo: "Një administrator e shkruan fjalëkalimin e ri te cilësimet.",
    },
    unreadableBalance: {
      what: "Përgjigjja e kredidhënësit për gjendjen nuk kuptohet.",
      todo: "Pyetet vetë përsëri. Nëse vazhdon, telefononi kredidhënësin.",
    },
    loanFrozen: {
      what: "Kredia është ngrirë pas një regjistrimi të dyfishtë të mundshëm.",
      todo: "Një mbikëqyrës e zgjidh më parë dyshimin.",
    },
    sendingOff: {
      what: "E mbajtur: të dhënat e kësaj arke u rikthyen, u kopjuan ose u dëmtuan, prandaj mund të jetë dërguar tashmë.",
      todo: "Së pari një mbikëqyrës vendos për të dhënat. Pastaj çdo pagesë krahasohet me librat e kredidhënësit, dhe dy persona e lirojnë ose e shënojnë si të regjistruar.",
    },
    carriedOut: {
      what: "U çua te një kompjuter tjetër.",
      todo: "Këtu s’ka ç’të bëhet: e dërgon arka tjetër dhe tregon si përfundon.",
    },
  },
  attention: {
    possibleDuplicate: {
      what: "Librat lëvizën me shumëfishin e kësaj shume: mund të jetë regjistruar dy herë.",
      todo: "Telefononi kredidhënësin me referencën dhe numrin e dëftesës, pastaj vendosni këtu.",
    },
    movedByOther: {
      what: "Pas një dyshimi librat lëvizën me një shumë tjetër.",
      todo: "Pyesni kredidhënësin çfarë u regjistrua, pastaj vendosni këtu.",
    },
    movedBackwards: {
      what: "Librat e kredidhënësit lëvizën mbrapsht.",
      todo: "Pyesni kredidhënësin çfarë u anulua, pastaj vendosni këtu.",
    },
    absentTwice: {
      what: "Dy herë, me kohë në mes, librat nuk e tregojnë këtë pagesë.",
      todo: "Një mbikëqyrës shqyrton provat dhe mund ta dërgojë përsëri.",
    },
    acknowledgedAbsent: {
      what: "Kredidhënësi tha po, por librat e tij nuk lëvizën.",
      todo: "Telefononi kredidhënësin. Mos e dërgoni përsëri para kësaj.",
    },
    loanGone: {
      what: "Kredia nuk tregohet më, dhe kjo nuk ishte e gjithë mbetja.",
      todo: "Pyesni kredidhënësin ç’u bë me kredinë, pastaj vendosni këtu.",
    },
    paidOutNotAccepted: {
      what: "Paratë kanë dalë nga arka dhe kredidhënësi e refuzoi raportimin.",
      todo: "Telefononi menjëherë kredidhënësin me referencën. Mos e jepni përsëri këtë kredi.",
    },
    handOverUnknown: {
      what: "Programi u ndal ndërsa po jepeshin paratë.",
      todo: "Numëroni sirtarin dhe thoni nëse klienti i ka paratë (F4).",
    },
  },
  step: {
    inDoubt: "Kërkesa pa përgjigje",
    submitted: "Kërkesa u dërgua",
    rejected: "E refuzuar nga kredidhënësi",
    approved: "E miratuar",
    agreement: "Kontrata u lëshua",
    signed: "Kontrata e nënshkruar u bashkëngjit",
    uploaded: "Kontrata te kredidhënësi",
    releasable: "Dhënia lejohet",
    handedOver: "Paratë u dorëzuan",
    active: "Kredia aktive",
    closed: "E shlyer",
    cancelled: "E anuluar",
  },
  next: {
    inDoubt: "Pyesni kredidhënësin nëse kërkesa mbërriti.",
    submitted: "Vendos personeli i kredidhënësit.",
    rejected: "S’ka më ç’të bëhet.",
    approved: "Lëshoni kontratën.",
    agreement: "Klienti nënshkruan; bashkëngjitni faqet e nënshkruara.",
    signed: "Dërgojini kredidhënësit kontratën e nënshkruar.",
    uploaded: "Personeli i kredidhënësit i liron paratë.",
    releasable: "Jepni paratë.",
    handedOver: "Kredidhënësi e konfirmon dhënien.",
    active: "Klienti paguan kredinë.",
    closed: "S’ka më ç’të bëhet.",
    cancelled: "S’ka më ç’të bëhet.",
  },
  actor: {
    office: "Ne",
    customer: "Klienti",
    lender: "Kredidhënësi",
    nobody: "Askush",
  },
  connection: {
    answering: "përgjigjet",
    silent: "pa përgjigje",
    credentials: "fjalëkalimi u refuzua",
    unknown: "ende e papyetur",
    silentSince: "pa përgjigje që nga",
    unknownSince: "e papyetur që nga",
  },
};
