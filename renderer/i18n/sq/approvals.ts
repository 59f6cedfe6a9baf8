/** What a second person approves, here, from elsewhere or later, and what waits for a signature. */

import { entryWords } from "../../../shared/entryWords/sq.ts";
import type { approvals as english } from "../en/approvals.ts";
import type { AlbanianWords } from "../words.ts";

export const approvals: AlbanianWords<typeof english> = {
  acts: entryWords.acts,
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
    "Askush tjetër në këtë zyrë nuk mund të miratojë. Ajo që bëni mbetet me emrin tuaj si “për nënshkrim” derisa të nënshkruajë një mbikëqyrës. Sporteli vazhdon.",
  alone:
    "Askush tjetër në këtë zyrë nuk mund të miratojë dhe kjo nuk nënshkruhet më vonë. Mbetet e hapur siç është dhe sporteli vazhdon; administratori shton një mbikëqyrës te cilësimet.",
  noCodes: "Asnjë telefon mbikëqyrësi nuk është vendosur këtu për kode. Bëhet te cilësimet, te “Tuajat”.",
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
