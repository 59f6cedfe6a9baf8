/** One sentence for each code of shared/errors.ts: what happened and what to do now. */
import type { errors as english } from "../en/errors.ts";
import type { RomanianWords } from "../words.ts";

export const errors: RomanianWords<typeof english> = {
  unknownCall: "Programul nu cunoaște această cerere. Reporniți-l și încercați din nou.",
  invalidInput: "Ceva din formular nu este cum trebuie. Verificați câmpul marcat.",
  forbidden: "Acest lucru nu este permis aici.",
  notSignedIn: "Nu este nimeni conectat. Conectați-vă și încercați din nou.",
  wrongRole: "Rolul dumneavoastră nu permite acest lucru. Chemați un supervizor.",
  tooManyCalls: "Prea multe deodată. Așteptați o clipă și încercați din nou.",
  tooLarge: "Este mai mult decât se poate prelua deodată.",
  notAvailable: "Acest lucru nu este disponibil la această casă.",
  unexpected:
    "Programul a greșit. Ce s-a înregistrat este în siguranță. Încercați din nou și citiți referința la asistență.",
  wrongPin: "PIN-ul nu este corect. Încercați din nou.",
  pinLocked:
    "Prea multe încercări greșite. Așteptați câteva minute; după aceea numele este deschis de un supervizor.",
  pinTooSimple: "PIN-ul este prea ușor de ghicit. Alegeți unul fără șir, repetiție sau dată.",
  pinMustChange: "Acest PIN este prea scurt după regula de azi. Alegeți unul nou.",
  wrongCode: "Numele sau codul este greșit, ori codul a fost deja folosit. Cereți unul nou.",
  nameTaken: "Cineva cu acest nume lucrează deja aici. Adăugați al doilea prenume sau o literă.",
  approvalNeeded: "Este nevoie de o a doua persoană. Cereți unui supervizor numele și PIN-ul.",
  approvalBySamePerson: "A doua persoană trebuie să fie alta decât cea conectată.",
  notReady: "Oficiul nu este configurat încă. Terminați întâi configurarea.",
  locked: "Casa este blocată. Codul de recuperare o deschide.",
  wrongRecoveryCode: "Acesta nu este codul de recuperare al acestei case. Comparați fiecare grup cu hârtia.",
  alreadyRunning: "Counterfoil este deja deschis la această casă. Folosiți cealaltă fereastră.",
  unsettledItems: "Există plăți care nu sunt încă lămurite. Ele trebuie lămurite întâi.",
  trainingOnly: "Acest lucru există doar la instruire.",
  notInTraining: "Acest lucru nu se poate face la instruire.",
  insecureAddress: "Adresa nu este sigură. Trebuie să înceapă cu https:// și să nu conțină nume sau parolă.",
  unknownProvider: "Acest furnizor nu este configurat aici.",
  capabilityMissing: "Acest furnizor nu oferă acest lucru.",
  newerData: "O versiune mai nouă a programului a scris datele acestei case. Instalați acea versiune.",
  foreignData: "Aceste date aparțin altui program sau altei case.",
  journalDamaged:
    "Jurnalul este deteriorat. Nimic nu s-a pierdut sau schimbat prin aceasta; chemați un supervizor.",
  restoredBackup:
    "Datele acestei case sunt o copie mai veche. Nu se trimite nimic până când un supervizor decide.",
  copiedData:
    "Datele acestei case au fost copiate de pe alt calculator. Nu se trimite nimic până când un supervizor decide.",
  diskFull:
    "Discul este plin. Nu s-a înregistrat nimic: nu luați bani pentru această înregistrare. Eliberați spațiu și încercați din nou.",
  readOnlyData:
    "Dosarul cu date nu poate fi scris. Nu s-a înregistrat nimic: nu luați bani pentru această înregistrare.",
  storageFailed:
    "Discul nu a primit înregistrarea. Nu s-a înregistrat nimic: nu luați bani pentru această înregistrare.",
  tillClosed: "Casa este închisă. Deschideți-o întâi (F8).",
  tillOpen: "Casa este deja deschisă.",
  cashShort: "Nu este destul numerar în casă. Aduceți întâi numerar (F8).",
  unknownLoan: "Acest credit nu este cunoscut aici.",
  loanExists: "Acest credit este deja la acest ghișeu.",
  noActiveLoan:
    "Creditorul nu arată niciun credit activ cu această referință: rambursat, încă neplătit sau necunoscut. Verificați referința.",
  stepOutOfOrder: "Acest pas nu urmează la acest credit. Priviți pașii lui.",
  applicationRefused:
    "Creditorul nu a preluat cererea. Corectați-o cum spune creditorul și trimiteți-o din nou.",
  customerNotServed:
    "Acest client nu poate fi servit aici în acest moment. Nu continuați cu o cerere. Întrebați supervizorul.",
  exists: "Aceasta a fost deja introdusă, acum o clipă. Uitați-vă acolo înainte de a o introduce iar.",
  exists_with_different_fields: "Acest formular a fost trimis cu alt conținut. Începeți unul nou.",
  exists_with_different_amount: "Acest formular a fost trimis cu altă sumă. Începeți unul nou.",
  exists_with_different_loan: "Acest formular a fost trimis pentru alt credit. Începeți unul nou.",
  loanFrozen:
    "Acest credit este înghețat aici până când un supervizor verifică o posibilă înregistrare dublă.",
  openOperation: "Există o plată deschisă pentru acest credit. Ea trebuie să devină certă întâi.",
  releaseNotAllowed: "Creditorul nu permite această plată. Nu predați numerarul.",
  checkExpired: "Verificarea eliberării este prea veche. Verificați din nou înainte de a preda numerarul.",
  unknownCheck: "Această verificare nu mai este cunoscută. Verificați din nou.",
  wrongCustomer: "Acesta nu este clientul acestui credit. Comparați actul și scrieți din nou numărul lui.",
  amountDiffers: "Suma nu este cea solicitată. Nu predați numerarul; sunați creditorul.",
  alreadyPaidOut: "Acest credit a fost deja plătit. Nu predați numerarul.",
  mustBeOnline: "Este nevoie de legătura cu creditorul. Încercați din nou când revine.",
  offlineLimitItem: "Fără legătură, acest oficiu nu primește o singură sumă atât de mare.",
  offlineLimitTotal: "Fără legătură, acest oficiu nu mai primește bani. Așteptați legătura.",
  offlineLimitCount: "Fără legătură, acest oficiu nu mai primește plăți. Așteptați legătura.",
  offlineLimitAge: "Legătura lipsește de prea mult timp pentru a primi plăți. Așteptați-o.",
  customerUnknownOffline:
    "Această casă nu a citit niciodată acest credit. Fără legătură sunt necesare codul personal și telefonul clientului.",
  unknownItem: "Această înregistrare nu este cunoscută aici.",
  wrongState: "Înregistrarea a avansat între timp. Priviți-o din nou.",
  notYetCertain: "Încă nu este cert. Așteptați să fie.",
  noLine: "Nu există legătură cu creditorul. Încercați din nou când revine.",
  providerRefused: "Creditorul a refuzat.",
  providerCredentials: "Creditorul nu acceptă parola acestui oficiu. Chemați un administrator.",
  providerUnclear: "Răspunsul creditorului nu poate fi înțeles. Încercați mai târziu.",
  certificate:
    "Adresa nu poate dovedi că este a creditorului. Nu s-a trimis nimic. Chemați un administrator.",
  unknownDocument: "Acest document nu este aici.",
  unsupportedFile: "Acest tip de fișier nu poate fi preluat. Folosiți un PDF sau o imagine JPEG.",
  fileEmpty: "Fișierul este gol.",
  fileTooLarge: "Fișierul este prea mare. Cel mult 25 MB.",
  fileUnreadable: "Fișierul nu poate fi citit.",
  pdfEncrypted: "PDF-ul este blocat cu parolă. Salvați-l fără parolă.",
  pdfBroken: "PDF-ul este deteriorat. Scanați-l sau preluați-l din nou.",
  wrongDocument: "Acest document este al altui credit.",
  printerFailed:
    "Imprimanta nu a tipărit. Înregistrarea este valabilă; tipăriți din nou când imprimanta este gata.",
  scannerFailed: "Scanerul nu a scanat. Verificați-l și încercați din nou.",
};
