/** The sign-in screen. */
import type { signIn as english } from "../en/signIn.ts";
import type { RomanianWords } from "../words.ts";

export const signIn: RomanianWords<typeof english> = {
  title: "Cine este la ghișeu?",
  training: "INSTRUIRE",
  staff: "Personal",
  noStaff: "Nimeni nu este încă adăugat la această casă.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN-ul pentru {{name}}",
  go: "Conectare",
  keys: "Scrieți un nume sau folosiți ↑ ↓, apoi PIN-ul și Enter",
  locked: {
    idle: "Ghișeul s-a blocat singur după un timp fără nimeni. Ce s-a scris este încă acolo.",
    signedOut: "Deconectat.",
    system: "Calculatorul a fost blocat. Ce s-a scris este încă acolo.",
  },
  stillSending_one: "{{count}} plată este încă pe drum; continuă și fără nimeni conectat.",
  stillSending_few: "{{count}} plăți sunt încă pe drum; continuă și fără nimeni conectat.",
  stillSending_other: "{{count}} de plăți sunt încă pe drum; continuă și fără nimeni conectat.",
  trainingPins: "La instruire fiecare PIN este arătat: {{pins}}",
  leaveTraining: "Ieși din instruire",
  digit: "Cifra {{digit}}",
  erase: "Șterge",
};
