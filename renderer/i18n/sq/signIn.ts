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
    limit: "Keni qenë brenda një ditë të tërë pune. Hyni përsëri; ajo që u shkrua është ende aty.",
    switched: "Sporteli është i lirë për dikë tjetër. Ajo që u shkrua pret të zotin.",
    system: "Kompjuteri u bllokua. Ajo që u shkrua është ende aty.",
  },
  lockedFor: "Tepër shumë PIN-e të gabuara: {{name}} mund të provojë pas {{left}}.",
  blocked: "Tepër shumë PIN-e të gabuara: {{name}} hapet nga një mbikëqyrës.",
  ask: "Kërkojini një mbikëqyrësi",
  unlock: "Hap përsëri {{name}}",
  unlocked: "{{name}} mund të provojë përsëri.",
  newPin: {
    title: "Zgjidhni më parë një PIN të ri",
    text: "PIN-i juaj është më i shkurtër se rregulli i sotëm. I riu ka gjashtë shifra a më shumë.",
    pin: "PIN i ri",
    again: "PIN i ri edhe një herë",
    differs: "Dy PIN-et ndryshojnë.",
    tooShort: "PIN-i ka 6 deri 12 shifra.",
    go: "Ndrysho PIN-in dhe hyr",
  },
  stillSending_one: "{{count}} pagesë është ende rrugës; vazhdon edhe kur askush nuk ka hyrë.",
  stillSending_other: "{{count}} pagesa janë ende rrugës; vazhdojnë edhe kur askush nuk ka hyrë.",
  trainingPins: "Në trajnim çdo PIN tregohet: {{pins}}",
  leaveTraining: "Lër trajnimin",
  digit: "Shifra {{digit}}",
  erase: "Fshi",
};
