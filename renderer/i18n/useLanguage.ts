/** The language on the screen: the clerk's own, else the till's; changeable before sign-in too. */
import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../../shared/api/values.ts";

export function asLanguage(text: string): Language {
  return languages.find((language) => language === text) ?? "en";
}

export function showLanguage(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

/** For `Intl` and `formatMinor`. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return asLanguage(i18n.language);
}
