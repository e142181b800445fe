import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, keepLanguage, LANGUAGES, type InterfaceLanguage } from './languages.ts';
import { resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['en'];
  }
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  supportedLngs: LANGUAGES.map((language) => language.value),
  ns: Object.keys(resources.en),
  defaultNS: 'common',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
});
tellPage(interfaceLanguage());
i18next.on('languageChanged', () => tellPage(interfaceLanguage()));

export function interfaceLanguage(): InterfaceLanguage {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

export function chooseLanguage(language: InterfaceLanguage): void {
  keepLanguage(language);
  void i18next.changeLanguage(language);
}

function tellPage(language: InterfaceLanguage): void {
  document.documentElement.lang = LANGUAGES.find(({ value }) => value === language)?.html ?? language;
}
