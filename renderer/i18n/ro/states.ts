/** States of payments and steps of loans as sentences: what is so, and what to do. */
import type { states as english } from "../en/states.ts";
import type { RomanianWords } from "../words.ts";

export const states: RomanianWords<typeof english> = {
  short: {
    queued: "Netrimis încă",
    held: "Reținut",
    sending: "Se trimite",
    acknowledged: "Se verifică",
    unconfirmed: "Incert",
    posted: "Înregistrat",
    refused: "Refuzat",
    attention: "Cere o persoană",
    voided: "Retras",
  },
  repayment: {
    queued: "Încasat, netrimis încă. Se trimite singur când revine legătura.",
    held: "Încasat, netrimis: este reținut.",
    sending: "Se trimite acum creditorului.",
    acknowledged: "Creditorul a spus da. Citim evidențele lui ca să fim siguri.",
    unconfirmed: "Trimis, fără răspuns. Nu încasați din nou acești bani. Citim soldul.",
    posted: "Înregistrat de creditor.",
    refused: "Creditorul a refuzat. Numerarul este al clientului: înapoiați-l.",
    attention: "O persoană trebuie să se uite. Nu încasați din nou acești bani.",
    voided: "Retras înainte de trimitere. Numerarul este al clientului: înapoiați-l.",
  },
  payout: {
    queued: "Plătit, neraportat încă creditorului. Se raportează singur când revine legătura.",
    held: "Plătit, neraportat: este reținut.",
    sending: "Se raportează acum creditorului.",
    acknowledged: "Creditorul a spus da. Citim evidențele lui ca să fim siguri.",
    unconfirmed: "Raportat, fără răspuns. Nu plătiți din nou acest credit. Întrebăm creditorul.",
    posted: "Creditorul arată creditul ca plătit.",
    refused: "Creditorul a refuzat raportul.",
    attention: "O persoană trebuie să se uite. Nu plătiți din nou acest credit.",
    voided: "Retras.",
  },
  keepCash: {
    refused: "Creditorul a refuzat. Păstrați numerarul în casă până se citesc din nou evidențele lui.",
    voided: "Retras înainte de trimitere. Păstrați numerarul în casă până se citesc evidențele creditorului.",
  },
  givenBack: "Neînregistrat. Numerarul a fost înapoiat clientului.",
  bookedAt: "Înregistrat de creditor la {{clock}}",
  readAgainIn: "Citim soldul din nou peste {{left}}.",
  sendAgainIn: "Încercăm din nou peste {{left}}.",
  certainty: {
    confirmed: "Creditorul a spus da, iar evidențele s-au mișcat exact cu această sumă.",
    inferred: "Evidențele s-au mișcat cu această sumă. Alt oficiu ar fi putut plăti la fel.",
    byHand: "O persoană a decis, cu o notă.",
  },
  held: {
    earlierDoubt: {
      what: "O plată mai veche a acestui credit nu este lămurită.",
      todo: "Nu e nimic de făcut aici: continuă când se lămurește cea veche.",
    },
    noActiveLoan: {
      what: "Creditorul nu arată niciun credit activ cu această referință.",
      todo: "Verificați referința. Dacă este greșită, un supervizor o retrage și numerarul se înapoiază.",
    },
    otherCustomer: {
      what: "Evidențele creditorului numesc alt client la acest credit.",
      todo: "Comparați cu actul clientului. Decide un supervizor.",
    },
    moreThanOwed: {
      what: "Suma este mai mare decât restul datorat.",
      todo: "Decide un supervizor; suma nu se schimbă niciodată singură.",
    },
    clock: {
      what: "Ceasul acestui calculator diferă prea mult de al creditorului.",
      todo: "Corectați data, ora și fusul orar ale calculatorului.",
    },
    cap: {
      what: "A așteptat mai mult decât permite acest oficiu.",
      todo: "Un supervizor află dacă între timp s-a plătit în altă parte, apoi o eliberează.",
    },
    credentials: {
      what: "Creditorul nu acceptă parola acestui oficiu.",
      todo: "Un administrator introduce parola nouă în setări.",
    },
    unreadableBalance: {
      what: "Răspunsul creditorului despre sold nu poate fi înțeles.",
      todo: "Se întreabă din nou singur. Dacă rămâne, sunați creditorul.",
    },
    loanFrozen: {
      what: "Creditul este înghețat după o posibilă înregistrare dublă.",
      todo: "Un supervizor lămurește întâi îndoiala.",
    },
    sendingOff: {
      what: "Reținută: datele casei au fost restaurate, copiate sau deteriorate, deci e posibil să fi fost deja trimisă.",
      todo: "Întâi un supervizor decide asupra datelor. Apoi fiecare plată se compară cu evidențele creditorului, iar două persoane o eliberează sau o marchează ca înregistrată.",
    },
    carriedOut: {
      what: "A fost mutată pe alt calculator.",
      todo: "Aici nu mai este nimic de făcut: cealaltă casă o trimite și arată ce se întâmplă cu ea.",
    },
  },
  attention: {
    possibleDuplicate: {
      what: "Evidențele s-au mișcat cu un multiplu al sumei: poate fi înregistrată de două ori.",
      todo: "Sunați creditorul cu referința și numărul chitanței, apoi decideți aici.",
    },
    movedByOther: {
      what: "După o îndoială, evidențele s-au mișcat cu altă sumă.",
      todo: "Întrebați creditorul ce s-a înregistrat, apoi decideți aici.",
    },
    movedBackwards: {
      what: "Evidențele creditorului s-au mișcat înapoi.",
      todo: "Întrebați creditorul ce s-a anulat, apoi decideți aici.",
    },
    absentTwice: {
      what: "De două ori, la distanță în timp, evidențele nu arată această plată.",
      todo: "Un supervizor privește dovezile și o poate trimite din nou.",
    },
    acknowledgedAbsent: {
      what: "Creditorul a spus da, dar evidențele lui nu s-au mișcat.",
      todo: "Sunați creditorul. Nu o trimiteți din nou înainte.",
    },
    loanGone: {
      what: "Creditul nu mai este arătat, iar acesta nu era tot restul.",
      todo: "Întrebați creditorul ce s-a întâmplat cu creditul, apoi decideți aici.",
    },
    paidOutNotAccepted: {
      what: "Numerarul a ieșit din casă, iar creditorul a refuzat raportul.",
      todo: "Sunați imediat creditorul cu referința. Nu plătiți din nou acest credit.",
    },
    handOverUnknown: {
      what: "Programul s-a oprit în timp ce se preda numerarul.",
      todo: "Numărați sertarul și spuneți dacă numerarul este la client (F4).",
    },
  },
  step: {
    inDoubt: "Fără răspuns la cerere",
    submitted: "Cerere trimisă",
    rejected: "Respins de creditor",
    approved: "Aprobat",
    agreement: "Contract emis",
    signed: "Contract semnat atașat",
    uploaded: "Contractul este la creditor",
    releasable: "Plata este permisă",
    handedOver: "Numerar predat",
    active: "Credit activ",
    closed: "Rambursat",
    cancelled: "Anulat",
  },
  next: {
    inDoubt: "Întrebați creditorul dacă cererea a ajuns.",
    submitted: "Decide personalul creditorului.",
    rejected: "Nimic de făcut.",
    approved: "Emiteți contractul.",
    agreement: "Clientul semnează; atașați paginile semnate.",
    signed: "Trimiteți creditorului contractul semnat.",
    uploaded: "Personalul creditorului eliberează numerarul.",
    releasable: "Plătiți.",
    handedOver: "Creditorul confirmă plata.",
    active: "Clientul rambursează.",
    closed: "Nimic de făcut.",
    cancelled: "Nimic de făcut.",
  },
  actor: { office: "Noi", customer: "Clientul", lender: "Creditorul", nobody: "Nimeni" },
  connection: {
    answering: "răspunde",
    silent: "fără răspuns",
    credentials: "parolă refuzată",
    unknown: "neîntrebat încă",
    silentSince: "fără răspuns de la",
    unknownSince: "neîntrebat de la",
  },
};
