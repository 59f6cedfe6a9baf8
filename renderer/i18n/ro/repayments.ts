/** Taking a repayment. */
import type { repayments as english } from "../en/repayments.ts";
import type { RomanianWords } from "../words.ts";

export const repayments: RomanianWords<typeof english> = {
  title: "Rambursare",
  reference: {
    label: "Referința creditului",
    hint: "Scrieți-o sau scanați codul de bare de pe hârtia clientului.",
    notAReference: "O referință are numai cifre și nu începe cu 0.",
    lender: "Creditorul",
    find: "Găsește creditul",
    finding: "Întrebăm creditorul despre sold…",
    other: "Alt credit",
  },
  tillClosed: {
    title: "Casa este închisă",
    text: "Deschideți-o cu fondul inițial numărat, înainte de a încasa bani.",
    button: "Deschide casa (F8)",
  },
  draft: {
    offer: "La {{clock}} se completa o rambursare pentru creditul {{loanRef}}, care nu a fost încasată.",
    goOn: "Continuă cu ea",
    drop: "Renunță la ea",
  },
  loan: {
    label: "Creditul",
    customer: "Client",
    unknownCustomer: "necunoscut aici",
    reference: "Credit",
    owed: "Rest de plată",
    asOf: "Sold din",
    neverRead: "necitit aici",
    readAgain: "Citește din nou soldul",
    pending_one: "{{count}} plată de {{amount}} a fost încasată aici și nu este încă în acest sold.",
    pending_few: "{{count}} plăți, în total {{amount}}, au fost încasate aici și nu sunt încă în acest sold.",
    pending_other:
      "{{count}} de plăți, în total {{amount}}, au fost încasate aici și nu sunt încă în acest sold.",
    doubt: "O plată a acestui credit nu este încă sigură. Nu trebuie încasată a doua oară.",
  },
  offline: {
    title: "Fără legătură",
    withBalance:
      "Creditorul nu răspunde. Soldul a fost citit {{age}} și se poate să se fi schimbat. Plata se păstrează aici și se trimite când revine legătura.",
    neverRead:
      "Creditorul nu răspunde, iar această casă nu a citit niciodată acest credit: nu se știe aici al cui este și cât se datorează. Sunt necesare codul personal și telefonul clientului, ca plata să poată fi corectată mai târziu.",
  },
  form: {
    label: "Plata",
    amount: "Suma",
    received: "Numerar primit",
    receivedTooLittle: "Mai puțin decât suma.",
    change: "Rest de dat",
    missing: "Mai lipsesc",
    payer: "Cine plătește",
    payerOptional: "Cine plătește (poate rămâne gol)",
    payerName: "Nume plătitor",
    payerPhone: "Telefon",
    clientPin: "Cod personal",
    pinNeeded: "Necesar: scrieți-l din actul clientului.",
    phoneNeeded: "Necesar: un număr la care clientul răspunde.",
    take: "Încasează plata",
    takeOffline: "Încasează plata fără legătură",
    scanned: "Un cod de bare a fost citit în acest câmp și scos din nou. Scrieți suma.",
    keys: "Enter încasează · F3 începe din nou",
  },
  table: {
    label: "Rate",
    number: "Nr.",
    due: "Scadență",
    toPay: "De plătit",
    covers: "Această plată",
    left: "Rămâne",
    overdue: "restantă",
    covered: "acoperită",
    part: "parțial",
    pending: "încasat aici: {{amount}}",
    paidBefore_one: "{{count}} rată este deja plătită.",
    paidBefore_few: "{{count}} rate sunt deja plătite.",
    paidBefore_other: "{{count}} de rate sunt deja plătite.",
    covers_one: "Acoperă integral {{count}} rată.",
    covers_few: "Acoperă integral {{count}} rate.",
    covers_other: "Acoperă integral {{count}} de rate.",
    coversNone: "Nu acoperă integral nicio rată.",
    above: "Cu {{amount}} mai mult decât se datorează.",
    none: "Ratele apar aici după ce creditorul a fost întrebat.",
  },
  warnings: {
    title: "Încasați {{amount}} pentru creditul {{loanRef}}?",
    stopTitle: "Nu încasați acești bani",
    take: "Încasează plata",
    sameAmountRecently:
      "Aceeași sumă a fost încasată pentru acest credit acum mai puțin de zece minute. Este într-adevăr a doua plată?",
    moreThanOwed:
      "Este mai mult decât se datorează. Creditorul poate să nu o înregistreze, iar plata ar fi reținută.",
    oldBalance: "Creditorul nu răspunde. Soldul este din {{when}} și se poate să se fi schimbat.",
    neverRead:
      "Această casă nu a citit niciodată acest credit. Comparați încă o dată referința cu hârtia clientului.",
    openItemForLoan:
      "O plată mai veche a acestui credit nu este încă sigură. Aceasta așteaptă până când se lămurește.",
    loanFrozen:
      "O plată a acestui credit poate fi înregistrată de două ori. Nu se încasează nimic până nu decide un supervizor.",
    noActiveLoan:
      "Creditorul nu arată niciun credit activ cu această referință: rambursat, neplătit încă sau necunoscut. Plata ar fi reținută și numerarul înapoiat.",
    tooMuchOffline: "Fără legătură, acest oficiu nu încasează peste limita sa. Așteptați să revină legătura.",
  },
  taken: {
    title: "Plată încasată",
    existed:
      "Acest formular a fost încasat deja. Aceasta este prima lui chitanță; nimic nu s-a încasat de două ori.",
    received: "Primit",
    change: "Rest de dat",
    number: "Chitanța",
    waiting: "Așteptăm evidențele creditorului înainte de tipărirea chitanței: {{seconds}} s",
    notYet: "Creditorul nu a confirmat încă. Chitanța spune acest lucru.",
    offline: "Încasat fără legătură. Chitanța spune că creditorul nu a confirmat încă.",
    offlineBalance:
      "Încasat fără legătură, cu soldul din {{when}}. Chitanța spune că creditorul nu a confirmat încă.",
    evidence: "Ce s-a întâmplat cu ea",
    next: "Clientul următor",
  },
  paper: {
    receipt: { print: "Tipărește chitanța", again: "Tipărește din nou (COPIE)" },
    giveBack: { print: "Tipărește bonul de înapoiere", again: "Tipărește din nou bonul (COPIE)" },
    void: { print: "Tipărește bonul de retragere", again: "Tipărește din nou bonul (COPIE)" },
    unknown:
      "Programul s-a oprit în timpul tipăririi. Vedeți dacă a ieșit hârtia; următoarea tipărire spune COPIE.",
    show: "Arată aici",
    hide: "Ascunde",
    label: "Hârtia chitanței {{receiptNo}}",
  },
};
