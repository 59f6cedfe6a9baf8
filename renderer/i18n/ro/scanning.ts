/** Words for scanning in Romanian. */
import type { scanning as english } from "../en/scanning.ts";
import type { RomanianWords } from "../words.ts";

export const scanning: RomanianWords<typeof english> = {
  title: "Paginile pentru: {{what}}",
  open: "Scanează",
  openPages: "Scanează sau ordonează paginile",
  scan: "Scanează",
  scanMore: "Scanează alte pagini",
  stop: "Oprește scanarea",
  received_one: "{{count}} pagină până acum",
  received_few: "{{count}} pagini până acum",
  received_other: "{{count}} de pagini până acum",
  looking: "Se verifică paginile…",
  warnings: "De verificat înainte ca paginile să plece",
  use: "Folosește aceste pagini",
  close: "Închide fără a le folosi",
  fields: {
    source: "Scaner",
    feeder: "Hârtie",
    resolution: "Finețe",
    dots: "{{dots}} de puncte pe țol",
  },
  feeders: {
    device: "Așa cum este setat scanerul",
    flatbed: "Pe sticlă",
    feeder: "În alimentator",
    duplex: "În alimentator, pe ambele fețe",
  },
  pages: {
    label: "Pagini",
    page: "Pagina {{page}} din {{pages}}",
    earlier: "Mută în față",
    later: "Mută în spate",
    turnLeft: "Rotește la stânga",
    turnRight: "Rotește la dreapta",
    replace: "Scanează din nou pagina {{page}}",
    remove: "Elimină pagina {{page}}",
    keys: "← → alege · Ctrl + ← → mută · R rotește la dreapta · L rotește la stânga · Delete elimină",
  },
  problems: {
    blankPage: "goală",
    sideways: "culcată pe o parte",
    upsideDown: "cu susul în jos",
    tooDark: "prea întunecată",
    tooCoarse: "prea neclară",
  },
  checks: {
    nameMisleads: "Numele fișierului promite alt tip de fișier. Este păstrat drept ceea ce este.",
    hasScript: "PDF-ul conține un script. Aici nu este rulat, dar alte programe îl pot rula.",
    pictureDamaged: "Imaginea este deteriorată sau incompletă. Priviți-o și scanați-o sau salvați-o din nou.",
    referenceMissing: "Textul nu numește creditul {{loanRef}}: verificați să nu fie documentul altui credit.",
    referenceNoText: "Nu există text de comparat: verificați cu ochii că ține de creditul {{loanRef}}.",
    pagesMissing:
      "Contractul are {{expected}} pagini, aici sunt {{pages}}. Scanați-le pe cele lipsă și adăugați-le.",
    pagesTooMany: "Contractul are {{expected}} pagini, aici sunt {{pages}}. Eliminați ce nu ține de el.",
    otherLoanCode:
      "Codul de pe pagina {{pages}} spune creditul {{loanRef}}: este contractul altui credit. Scanați contractul acestui credit.",
    earlierAgreement:
      "Pagina {{pages}} provine dintr-un contract al acestui credit emis între timp din nou. Clientul trebuie să-l semneze pe cel valabil acum.",
    duplicatePages: "Pagina {{pages}} a contractului apare de mai multe ori. Eliminați ce este în plus.",
    missingPages: "Lipsește pagina {{pages}} a contractului. Scanați ce lipsește și adăugați.",
    wrongOrder: "Paginile sunt în ordinea {{pages}}. Puneți-le în ordine.",
    usedForOtherLoan:
      "Chiar acest fișier a fost folosit deja pentru creditul {{loanRef}}. Scanați paginile acestui credit.",
    samePaperCertain:
      "Aceste pagini sunt aproape sigur aceeași hârtie scanată pentru creditul {{loanRef}}. Comparați numele și semnăturile.",
    samePaperLikely:
      "Aceste pagini pot fi aceeași hârtie scanată pentru creditul {{loanRef}}. Comparați numele și semnăturile.",
    repeatedPage_one:
      "Pagina {{pages}} este aceeași hârtie ca altă pagină de aici. Eliminați-o sau scanați-o pe cea lipsă.",
    repeatedPage_few:
      "Paginile {{pages}} sunt aceeași hârtie ca alte pagini de aici. Eliminați-le sau scanați-le pe cele lipsă.",
    repeatedPage_other:
      "Paginile {{pages}} sunt aceeași hârtie ca alte pagini de aici. Eliminați-le sau scanați-le pe cele lipsă.",
    blankPage_one:
      "Pagina {{pages}}: nu este nimic pe ea. Eliminați-o sau întoarceți foaia și scanați din nou.",
    blankPage_few:
      "Paginile {{pages}}: nu este nimic pe ele. Eliminați-le sau întoarceți foile și scanați din nou.",
    blankPage_other:
      "Paginile {{pages}}: nu este nimic pe ele. Eliminați-le sau întoarceți foile și scanați din nou.",
    sideways_one: "Pagina {{pages}}: scrisul pare culcat pe o parte. Rotiți pagina.",
    sideways_few: "Paginile {{pages}}: scrisul pare culcat pe o parte. Rotiți paginile.",
    sideways_other: "Paginile {{pages}}: scrisul pare culcat pe o parte. Rotiți paginile.",
    upsideDown_one: "Pagina {{pages}}: scrisul pare cu susul în jos. Rotiți pagina.",
    upsideDown_few: "Paginile {{pages}}: scrisul pare cu susul în jos. Rotiți paginile.",
    upsideDown_other: "Paginile {{pages}}: scrisul pare cu susul în jos. Rotiți paginile.",
    tooDark_one:
      "Pagina {{pages}}: prea întunecată pentru citit. Închideți capacul, măriți luminozitatea și scanați din nou.",
    tooDark_few:
      "Paginile {{pages}}: prea întunecate pentru citit. Închideți capacul, măriți luminozitatea și scanați din nou.",
    tooDark_other:
      "Paginile {{pages}}: prea întunecate pentru citit. Închideți capacul, măriți luminozitatea și scanați din nou.",
    tooCoarse_one:
      "Pagina {{pages}}: prea neclară pentru citit bine. Scanați din nou cu cel puțin 200 de puncte pe țol.",
    tooCoarse_few:
      "Paginile {{pages}}: prea neclare pentru citit bine. Scanați din nou cu cel puțin 200 de puncte pe țol.",
    tooCoarse_other:
      "Paginile {{pages}}: prea neclare pentru citit bine. Scanați din nou cu cel puțin 200 de puncte pe țol.",
    tooLarge: "Fișierul are {{megabytes}} MB și se trimite greu. Apăsați „Micșorează-l”.",
    scanStopped_one: "{{why}} Prima pagină este păstrată: scanați-le pe celelalte și adăugați-le.",
    scanStopped_few:
      "{{why}} Primele {{count}} pagini sunt păstrate: scanați-le pe celelalte și adăugați-le.",
    scanStopped_other:
      "{{why}} Primele {{count}} de pagini sunt păstrate: scanați-le pe celelalte și adăugați-le.",
    leftOut_one:
      "Un fișier era deteriorat sau de alt tip și nu este printre pagini. Verificați-l, apoi scanați din nou.",
    leftOut_few:
      "{{count}} fișiere erau deteriorate sau de alt tip și nu sunt printre pagini. Verificați-le, apoi scanați din nou.",
    leftOut_other:
      "{{count}} de fișiere erau deteriorate sau de alt tip și nu sunt printre pagini. Verificați-le, apoi scanați din nou.",
  },
  failures: {
    jammed: "Hârtia s-a blocat în scaner. Scoateți-o, îndreptați-o și scanați din nou.",
    empty: "Nu este hârtie în alimentator. Puneți paginile și scanați din nou.",
    coverOpen: "Capacul scanerului este deschis. Închideți-l și scanați din nou.",
    busy: "Scanerul este ocupat. Așteptați să termine și scanați din nou.",
    gone: "Scanerul nu răspunde. Verificați că este pornit și conectat, apoi scanați din nou.",
    broke: "Scanerul s-a oprit la mijlocul unei pagini. Puneți pagina din nou și scanați.",
    denied: "Acest calculator nu poate folosi scanerul. Întrebați cine are grijă de calculator.",
    noMemory: "Scanerul nu mai are memorie pentru această pagină. Scanați cu mai puține puncte pe țol.",
    stopped: "Scanarea a fost oprită.",
    tooLarge: "Scanerul a trimis o pagină prea mare. Scanați cu mai puține puncte pe țol.",
    noSoftware:
      "Lipsește programul de scanare al acestui calculator (SANE). Întrebați cine are grijă de calculator.",
    notAScanner: "La această adresă răspunde ceva ce nu este scaner. Verificați adresa în setări.",
    settingsRefused: "Scanerul refuză aceste setări. Alegeți altele și scanați din nou.",
    folderGone:
      "Dosarul a dispărut sau nu poate fi deschis. Verificați discul din rețea, apoi scanați din nou.",
    fileIncomplete: "Fișierul din dosar este incomplet sau deteriorat. Trimiteți-l din nou de la aparat.",
    noFile: "În dosar nu a ajuns niciun fișier. Scanați la aparat și trimiteți acolo.",
    noPage: "Scanerul nu a trimis nicio pagină. Puneți hârtia și scanați din nou.",
    unknownScanner: "Acest scaner nu mai este aici. Alegeți altul.",
  },
  smaller: "Micșorează-l",
  mode: "Culoare",
  modes: { grey: "Tonuri de gri, pentru contract", colour: "Color, pentru un act" },
  addFiles: "Adăugați fișiere",
  camera: {
    open: "Cameră",
    title: "Cameră: {{what}}",
    which: "Camera",
    hint: "Așezați foaia întinsă sub cameră, pe ceva mai întunecat decât hârtia. Enter face fotografia.",
    take: "Faceți fotografia",
    takeAgain: "Fotografiați din nou pagina {{page}}",
    takeNext: "Fotografiați pagina următoare",
    taking: "Se preia pagina…",
    straighten: "Decupați hârtia și îndreptați-o",
    close: "Închideți camera",
    starting: "Pornește camera…",
    live: "Ce vede camera",
    size: "{{width}} × {{height}} puncte",
    none: "Nu există cameră. Conectați suportul de documente și încercați din nou.",
    refused: "Camera nu a fost deschisă. Apăsați din nou butonul.",
    busy: "Alt program folosește camera. Închideți acel program și încercați din nou.",
    again: "Încercați din nou",
  },
  files: {
    isLink: "Aceasta este o legătură către alt fișier. Alegeți fișierul însuși.",
    notPlain: "Se pot citi doar fișiere obișnuite.",
    changed: "Fișierul s-a schimbat în timpul citirii. Așteptați să fie complet și alegeți-l din nou.",
    noAccess: "Fișierul nu poate fi citit: lipsește, este deschis altundeva sau nu aveți drept la el.",
    damaged: "Fișierul este deteriorat sau incomplet. Scanați-l sau salvați-l din nou.",
  },
  settings: {
    text: "Scanerele cunoscute de acest calculator se găsesc singure. Scanerele din rețea și dosarele unui aparat multifuncțional se adaugă aici.",
    none: "Nu s-a găsit niciun scaner. Porniți-l și căutați din nou, sau adăugați un scaner din rețea ori un dosar.",
    lookAgain: "Căutați din nou",
    list: "Scanerele acestui ghișeu",
    kinds: { sane: "găsit aici", wia: "găsit aici", escl: "scaner din rețea", folder: "dosar" },
    remove: "Eliminați {{name}}",
    name: "Nume",
    nameHint: "Așa cum îi spun toți la ghișeu",
    address: "Adresă",
    addressHint: "De exemplu http://192.168.1.20",
    addScanner: "Adăugați un scaner din rețea",
    addFolder: "Alegeți un dosar de urmărit",
  },
};
