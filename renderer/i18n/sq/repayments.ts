/** Taking a repayment. */
import type { repayments as english } from "../en/repayments.ts";
import type { AlbanianWords } from "../words.ts";

export const repayments: AlbanianWords<typeof english> = {
  title: "Pagesë kredie",
  reference: {
    label: "Referenca e kredisë",
    hint: "Shkruajeni ose skanoni barkodin në letrën e klientit.",
    notAReference: "Referenca ka vetëm shifra dhe nuk fillon me 0.",
    lender: "Kredidhënësi",
    find: "Gjej kredinë",
    finding: "Po pyetet kredidhënësi për gjendjen…",
    other: "Kredi tjetër",
  },
  tillClosed: {
    title: "Arka është e mbyllur",
    text: "Hapeni me shumën e numëruar para se të merren para.",
    button: "Hap arkën (F8)",
  },
  draft: {
    offer: "Një pagesë për kredinë {{loanRef}} po shkruhej në {{clock}} dhe nuk u mor.",
    goOn: "Vazhdo me të",
    drop: "Hidhe",
  },
  loan: {
    label: "Kredia",
    customer: "Klienti",
    unknownCustomer: "i panjohur këtu",
    reference: "Kredia",
    owed: "Mbetet",
    asOf: "Gjendja e",
    neverRead: "e palexuar këtu",
    readAgain: "Lexo përsëri gjendjen",
    pending_one: "{{count}} pagesë prej {{amount}} u mor këtu dhe nuk është ende në këtë gjendje.",
    pending_other: "{{count}} pagesa, gjithsej {{amount}}, u morën këtu dhe nuk janë ende në këtë gjendje.",
    doubt: "Një pagesë e kësaj kredie nuk është ende e sigurt. Nuk duhet marrë një herë të dytë.",
  },
  offline: {
    title: "Pa lidhje",
    withBalance:
      "Kredidhënësi nuk përgjigjet. Gjendja u lexua {{age}} dhe mund të ketë ndryshuar. Pagesa ruhet këtu dhe dërgohet kur të kthehet lidhja.",
    neverRead:
      "Kredidhënësi nuk përgjigjet dhe kjo arkë nuk e ka lexuar kurrë këtë kredi: këtu askush nuk e di e kujt është dhe sa mbetet. Duhen numri personal dhe telefoni i klientit, që pagesa të ndreqet më vonë.",
  },
  form: {
    label: "Pagesa",
    amount: "Shuma",
    received: "Para të marra",
    receivedTooLittle: "Më pak se shuma.",
    change: "Kusuri",
    missing: "Mungojnë",
    payer: "Kush paguan",
    payerOptional: "Kush paguan (mund të mbetet bosh)",
    payerName: "Emri i paguesit",
    payerPhone: "Telefoni",
    clientPin: "Numri personal",
    pinNeeded: "Duhet: shkruajeni nga dokumenti i klientit.",
    phoneNeeded: "Duhet: një numër ku klienti përgjigjet.",
    take: "Merr pagesën",
    takeOffline: "Merr pagesën pa lidhje",
    scanned: "Në këtë fushë u lexua një barkod dhe u hoq. Shkruani shumën.",
    keys: "Enter e merr · F3 fillon nga e para",
  },
  table: {
    label: "Këstet",
    number: "Nr.",
    due: "Afati",
    toPay: "Për t’u paguar",
    covers: "Kjo pagesë",
    left: "Mbetet",
    overdue: "me vonesë",
    covered: "i mbuluar",
    part: "pjesërisht",
    pending: "marrë këtu: {{amount}}",
    paidBefore_one: "{{count}} këst është paguar tashmë.",
    paidBefore_other: "{{count}} këste janë paguar tashmë.",
    covers_one: "Mbulon plotësisht {{count}} këst.",
    covers_other: "Mbulon plotësisht {{count}} këste.",
    coversNone: "Nuk mbulon plotësisht asnjë këst.",
    above: "{{amount}} më shumë se sa mbetet.",
    none: "Këstet shfaqen këtu pasi të pyetet kredidhënësi.",
  },
  warnings: {
    title: "Të merren {{amount}} për kredinë {{loanRef}}?",
    stopTitle: "Mos i merrni këto para",
    take: "Merr pagesën",
    sameAmountRecently:
      "E njëjta shumë u mor për këtë kredi para më pak se dhjetë minutash. A është vërtet pagesë e dytë?",
    moreThanOwed:
      "Kjo është më shumë se sa mbetet. Kredidhënësi mund të mos e regjistrojë dhe do të mbahej në pritje.",
    oldBalance: "Kredidhënësi nuk përgjigjet. Gjendja është e {{when}} dhe mund të ketë ndryshuar.",
    neverRead:
      "Kjo arkë nuk e ka lexuar kurrë këtë kredi. Krahasoni edhe një herë referencën me letrën e klientit.",
    openItemForLoan:
      "Një pagesë e mëparshme e kësaj kredie nuk është ende e sigurt. Kjo pret derisa të jetë ajo.",
    loanFrozen:
      "Një pagesë e kësaj kredie mund të jetë regjistruar dy herë. Asgjë nuk merret derisa të vendosë një mbikëqyrës.",
    noActiveLoan:
      "Kredidhënësi nuk tregon kredi aktive me këtë referencë: e shlyer, ende e padhënë ose e panjohur. Pagesa do të mbahej në pritje dhe paratë do të ktheheshin.",
    tooMuchOffline: "Pa lidhje, kjo zyrë nuk merr më shumë se kufiri i saj. Prisni derisa të kthehet lidhja.",
  },
  taken: {
    title: "Pagesa u mor",
    existed: "Ky formular u mor më parë. Kjo është dëftesa e tij e parë; asgjë nuk u mor dy herë.",
    received: "Marrë",
    change: "Kusuri",
    number: "Dëftesa",
    waiting: "Priten librat e kredidhënësit para se të printohet dëftesa: {{seconds}} s",
    notYet: "Kredidhënësi nuk e ka konfirmuar ende. Dëftesa e thotë këtë.",
    offline: "E marrë pa lidhje. Dëftesa thotë se kredidhënësi nuk e ka konfirmuar ende.",
    offlineBalance:
      "E marrë pa lidhje, me gjendjen e {{when}}. Dëftesa thotë se kredidhënësi nuk e ka konfirmuar ende.",
    evidence: "Çfarë ndodhi me të",
    next: "Klienti tjetër",
  },
  paper: {
    receipt: {
      print: "Printo dëftesën",
      again: "Printo përsëri (KOPJE)",
    },
    giveBack: {
      print: "Printo fletën e parave të kthyera",
      again: "Printo përsëri atë fletë (KOPJE)",
    },
    void: {
      print: "Printo fletën e tërheqjes",
      again: "Printo përsëri atë fletë (KOPJE)",
    },
    unknown:
      "Programi u mbyll ndërsa kjo po printohej. Shihni nëse doli letra; printimi tjetër shkruan KOPJE.",
    show: "Tregoje këtu",
    hide: "Fshihe",
    label: "Letra e dëftesës {{receiptNo}}",
  },
};
