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
    limit: "Sunteți conectat de o zi întreagă de lucru. Conectați-vă din nou; ce s-a scris este încă acolo.",
    switched: "Ghișeul este liber pentru altcineva. Ce s-a scris își așteaptă autorul.",
    system: "Calculatorul a fost blocat. Ce s-a scris este încă acolo.",
  },
  lockedFor: "Prea multe PIN-uri greșite: {{name}} poate încerca din nou peste {{left}}.",
  blocked: "Prea multe PIN-uri greșite: un supervizor deschide din nou numele {{name}}.",
  ask: "Cereți unui supervizor",
  unlock: "Deschide din nou {{name}}",
  unlocked: "{{name}} poate încerca din nou.",
  newPin: {
    title: "Alegeți întâi un PIN nou",
    text: "PIN-ul dumneavoastră este mai scurt decât permite regula de azi. Cel nou are șase cifre sau mai multe.",
    pin: "PIN nou",
    again: "PIN nou încă o dată",
    differs: "Cele două PIN-uri diferă.",
    tooShort: "Un PIN are 6 până la 12 cifre.",
    go: "Schimbă PIN-ul și conectează",
  },
  stillSending_one: "{{count}} plată este încă pe drum; continuă și fără nimeni conectat.",
  stillSending_few: "{{count}} plăți sunt încă pe drum; continuă și fără nimeni conectat.",
  stillSending_other: "{{count}} de plăți sunt încă pe drum; continuă și fără nimeni conectat.",
  trainingPins: "La instruire fiecare PIN este arătat: {{pins}}",
  leaveTraining: "Ieși din instruire",
  digit: "Cifra {{digit}}",
  erase: "Șterge",
};
