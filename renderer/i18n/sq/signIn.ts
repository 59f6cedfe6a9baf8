/** The sign-in screen. */
import type { signIn as english } from "../en/signIn.ts";
import type { AlbanianWords } from "../words.ts";

export const signIn: AlbanianWords<typeof english> = {
  title: "Kush është te sporteli?",
  training: "TRAJNIM",
  staff: "Personeli",
  noStaff: "Askush nuk është vendosur ende në këtë arkë.",
  chosen: "{{name}}, {{role}}",
  pin: "PIN",
  pinOf: "PIN-i i {{name}}",
  go: "Hyr",
  keys: "Shkruani një emër ose përdorni ↑ ↓, pastaj PIN-in dhe Enter",
  locked: {
    idle: "Sporteli u bllokua vetë pasi nuk kishte njeri. Ajo që u shkrua është ende aty.",
    signedOut: "Dolët.",
    system: "Kompjuteri u bllokua. Ajo që u shkrua është ende aty.",
  },
  stillSending_one: "{{count}} pagesë është ende rrugës; vazhdon edhe kur askush nuk ka hyrë.",
  stillSending_other: "{{count}} pagesa janë ende rrugës; vazhdojnë edhe kur askush nuk ka hyrë.",
  trainingPins: "Në trajnim çdo PIN tregohet: {{pins}}",
  leaveTraining: "Lër trajnimin",
  digit: "Shifra {{digit}}",
  erase: "Fshi",
};
