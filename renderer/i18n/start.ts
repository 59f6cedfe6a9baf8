/** Starts the translations; the words lie in the bundle, so the first picture is already in the right language. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, languages } from "../../shared/api/values.ts";
import { en } from "./en.ts";
import { mk } from "./mk.ts";
import { ro } from "./ro.ts";
import { ru } from "./ru.ts";
import { sq } from "./sq.ts";

/** Languages whose words are complete; the others show English until theirs are. */
export const translatedLanguages = ["en", "sq", "ro", "ru", "mk"] as const satisfies readonly Language[];

function fromSystem(): Language {
  const wanted = navigator.language.slice(0, 2);
  return languages.find((language) => language === wanted) ?? "en";
}

export function startTranslations(): void {
  void i18next.use(initReactI18next).init({
    lng: fromSystem(),
    fallbackLng: "en",
    supportedLngs: [...languages],
    resources: { en, sq, ro, ru, mk },
    defaultNS: "common",
    initAsync: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  document.documentElement.lang = i18next.language;
}
