/** The languages of the interface, each by its own name. `html` is what the lang attribute says. */
export const LANGUAGES = [
  { value: 'zh', text: '中文', html: 'zh-CN' },
  { value: 'en', text: 'English', html: 'en' },
] as const;
export type InterfaceLanguage = (typeof LANGUAGES)[number]['value'];

const KEY = 'language';

export function firstLanguage(): InterfaceLanguage {
  const asked = saved() ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function keepLanguage(language: InterfaceLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // storage may be forbidden: the choice then holds until the page is left
  }
}

function saved(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
