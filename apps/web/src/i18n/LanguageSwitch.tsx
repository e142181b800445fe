import { useTranslation } from 'react-i18next';
import { chooseLanguage, interfaceLanguage } from './i18n.ts';
import { LANGUAGES } from './languages.ts';
import './LanguageSwitch.css';

/** 中文 · English: each language says its own name, so that anyone finds theirs. */
export function LanguageSwitch() {
  const { t } = useTranslation('common');
  const present = interfaceLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('language')}>
      {LANGUAGES.map(({ value, text, html }) => (
        <button
          type="button"
          key={value}
          lang={html}
          aria-pressed={value === present}
          onClick={() => chooseLanguage(value)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
