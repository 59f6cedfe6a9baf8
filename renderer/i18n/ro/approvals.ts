/** What a second person approves, here, from elsewhere or later, and what waits for a signature. */

import { entryWords } from "../../../shared/entryWords/ro.ts";
import type { approvals as english } from "../en/approvals.ts";
import type { RomanianWords } from "../words.ts";

export const approvals: RomanianWords<typeof english> = {
  acts: entryWords.acts,
  about: "De aprobat: {{what}}",
  ways: {
    label: "Cum aprobă a doua persoană",
    pin: "PIN la acest ghișeu",
    code: "Cod unic de la distanță",
    later: "Semnează mai târziu",
  },
  code: "Cod unic",
  codeHint: "Șase cifre de pe telefonul persoanei sunate",
  codeWhy:
    "Sunați un supervizor, spuneți despre ce e vorba și ce sumă. Codul apare pe telefonul lui și e bun o singură dată.",
  laterText:
    "Nimeni altcineva din acest oficiu nu poate aproba. Ce faceți rămâne pe numele dumneavoastră „de semnat” până semnează un supervizor. Ghișeul merge mai departe.",
  alone:
    "Nimeni altcineva din acest oficiu nu poate aproba, iar aceasta nu se semnează mai târziu. Rămâne deschisă așa cum este și ghișeul merge mai departe; un administrator adaugă un supervizor în setări.",
  noCodes:
    "Niciun telefon de supervizor nu este configurat aici pentru coduri. Se face în setări, la „Ale dumneavoastră”.",
  list: {
    title: "De semnat",
    lead: "Ce s-a făcut la acest ghișeu fără a doua persoană. Semnătura spune că știți; nu schimbă nicio sumă.",
    empty: "Ce a făcut o persoană singură fără aprobare stă aici până semnează un supervizor.",
    what: "Ce",
    item: "Despre",
    by: "Făcut de",
    at: "Când",
    receipt: "{{receiptNo}}, credit {{loanRef}}",
    own: "Pentru ce ați făcut chiar dumneavoastră semnează altcineva.",
    sign: "Semnează",
    signTitle: "Semnați pentru aceasta?",
    signText: "Făcut de {{by}} ({{at}}) fără a doua persoană. Numele dumneavoastră va sta în jurnal alături.",
    note: "Notă",
    noteHint: "De exemplu: am vorbit, am văzut hârtia",
    leave: "Nu acum",
    signed: "Semnat. În jurnal stau ambele nume.",
    signedTitle: "Semnate de curând",
    signature: "Semnătura",
    difference: "Diferență {{amount}}",
    signedBy: "Semnat de {{name}}, {{at}}",
    signedEmpty: "Încă nu s-a semnat nimic.",
    journal: "În jurnal: înregistrarea {{sequence}}",
    waiting_one: "{{count}} așteaptă semnătura",
    waiting_few: "{{count}} așteaptă semnătura",
    waiting_other: "{{count}} așteaptă semnătura",
  },
  codes: {
    title: "Coduri unice de pe telefonul dumneavoastră",
    text: "Cu o aplicație de autentificare pe telefon aprobați de la distanță: ghișeul vă sună, dumneavoastră citiți șase cifre.",
    have: "Telefonul dumneavoastră este configurat.",
    none: "Niciun telefon configurat.",
    begin: "Configurează telefonul meu",
    another: "Configurează alt telefon",
    pin: "PIN-ul dumneavoastră",
    pinHint: "Ca nimeni să nu configureze un telefon în numele dumneavoastră",
    show: "Arată codul pentru telefon",
    scan: "Scanați-l cu aplicația de autentificare. Este arătat doar acum.",
    key: "Sau introduceți această cheie în aplicație",
    picture: "Cod pătrat pentru aplicația de autentificare",
    first: "Cele șase cifre de pe telefon",
    confirm: "Este corect",
    done: "Telefonul dumneavoastră dă de acum coduri unice.",
    forget: "Uită telefonul meu",
    forgetAsk: "Uitați acest telefon?",
    forgetText: "Codurile lui nu mai aprobă nimic. Puteți configura oricând din nou un telefon.",
    forgetDo: "Uită-l",
    keep: "Păstrează-l",
    forgotten: "Telefonul a fost uitat.",
  },
};
