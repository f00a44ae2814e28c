/** The words on screen in the person's language. English is the source; every other language has every key. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/model';
import { LANGUAGES } from '../../shared/model';
import { de } from './de';
import { en } from './en';

/** Their own names for themselves: who cannot read the present language finds his own. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const STORED_KEY = 'hearback.language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** The language chosen on this computer before, else the first of the system's that is spoken here, else English. */
export function findLanguage(stored: string | null, preferred: readonly string[]): Language {
  const wanted = [stored ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0]);
  for (const tag of wanted) {
    const language = LANGUAGES.find((one) => one === tag);
    if (language) return language;
  }
  return 'en';
}

/** Call once, before the first paint; ready when it returns, for the words are in the bundle. */
export function startLanguage(): void {
  const language = findLanguage(localStorage.getItem(STORED_KEY), navigator.languages);
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, de: { translation: de } },
    // React escapes; escaping twice would show &amp; in names.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  markDocument(language);
}

/** Shows the language now, and from the start on this computer. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED_KEY, language);
  showLanguage(language);
}

/** Shows a person's language, or with null the computer's own, and keeps nothing. */
export function showLanguage(language: Language | null): void {
  const shown = language ?? findLanguage(localStorage.getItem(STORED_KEY), navigator.languages);
  if (shown !== i18next.language) void i18next.changeLanguage(shown);
  markDocument(shown);
}

function markDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/**
 * The locale for dates and numbers: the system's own variant of the chosen language where there is one (en-GB writes the
 * day first, en-US the month), else the language itself.
 */
export function toLocale(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag === language || tag.startsWith(`${language}-`)) ?? language;
}
