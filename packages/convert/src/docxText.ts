// People's text as runs: each with its language and the fonts of its script, so that Word neither guesses nor spells it
// in another.
import { Tab, TextRun, type IRunOptions, type ParagraphChild } from 'docx';

type Look = Omit<IRunOptions, 'text' | 'children' | 'break' | 'language'>;

// They turn what follows, to the end of the paragraph, unless they are shut in.
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ISOLATE = '\u2068';
const END = '\u2069';

/** Line breaks and tabs stay what they are. */
export function textRuns(text: string, language: string, look: Look = {}): ParagraphChild[] {
  const lines = (turning.test(text) ? `${ISOLATE}${text}${END}` : text).split('\n');
  return lines.map(
    (line, i) =>
      new TextRun({
        ...look,
        ...(i > 0 && { break: 1 }),
        children: tabbed(line),
        language: languageOf(language),
      }),
  );
}

const tabbed = (line: string): (string | Tab)[] =>
  line
    .split('\t')
    .flatMap((part, i) => (i > 0 ? [new Tab(), part] : [part]))
    .filter((part) => part !== '');

/** As Word wants it: one language for East Asian script, another for the rest. */
export function languageOf(language: string): { readonly value: string; readonly eastAsia: string } {
  const full = FULL[language] ?? language;
  return /^(zh|ja|ko)\b/.test(language)
    ? { value: 'en-US', eastAsia: full }
    : { value: full, eastAsia: 'zh-CN' };
}

/** Word knows languages with their region only. */
const FULL: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  en: 'en-US',
  ja: 'ja-JP',
  ko: 'ko-KR',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
};
