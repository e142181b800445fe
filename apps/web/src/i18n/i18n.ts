import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { toast } from '../ui/toast.ts';
import { keepLanguage, firstLanguage, LANGUAGES, type InterfaceLanguage } from './languages.ts';
import { LATER_WORDS, WORDS, type InterfaceWords } from './words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: InterfaceWords;
  }
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  supportedLngs: LANGUAGES.map((language) => language.value),
  defaultNS: 'common',
  resources: {}, // fetchWords brings them
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
});
tellPage(interfaceLanguage());
i18next.on('languageChanged', () => tellPage(interfaceLanguage()));

export function interfaceLanguage(): InterfaceLanguage {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

export const hasWords = (language: InterfaceLanguage): boolean =>
  i18next.hasResourceBundle(language, 'common');

/** Nothing can be said in a language before. */
export async function fetchWords(language: InterfaceLanguage): Promise<void> {
  if (!hasWords(language)) add(language, await WORDS[language]());
  if (needsLater && !hasLater(language)) add(language, await LATER_WORDS[language]());
}

/** Whether anything is here that has words of its own, in whatever language is chosen next. */
let needsLater = false;
const hasLater = (language: InterfaceLanguage): boolean => i18next.hasResourceBundle(language, 'strength');

/** What a feature that is not there when a page begins has to wait for, beside its script. */
export async function fetchLaterWords(): Promise<void> {
  needsLater = true;
  await fetchWords(interfaceLanguage());
}

function add(language: InterfaceLanguage, words: Readonly<Record<string, object>>): void {
  for (const [feature, its] of Object.entries(words)) i18next.addResourceBundle(language, feature, its);
}

/** Every language; one that cannot be had is left out. */
export async function fetchAllWords(): Promise<void> {
  needsLater = true;
  await Promise.allSettled(LANGUAGES.map(({ value }) => fetchWords(value)));
}

/** The last that was asked for: its words may come after those of another. */
let wanted: InterfaceLanguage | undefined;

/** At once where its words are here, as they are soon after a page has begun. */
export function chooseLanguage(language: InterfaceLanguage): void {
  wanted = language;
  const turn = (): void => {
    if (wanted !== language) return;
    keepLanguage(language);
    void i18next.changeLanguage(language);
  };
  if (hasWords(language) && (!needsLater || hasLater(language))) turn();
  else
    void fetchWords(language).then(turn, () =>
      toast(i18next.t('missing', { ns: 'common' }), { problem: true }),
    );
}

function tellPage(language: InterfaceLanguage): void {
  document.documentElement.lang = LANGUAGES.find(({ value }) => value === language)?.html ?? language;
}
