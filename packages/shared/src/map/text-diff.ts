import { hunksOf, pieces } from './text-merge.ts';

export interface TextPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What became of `before` in `after`, grapheme by grapheme in Chinese, word by word in scripts with spaces. */
export function diffTexts(before: string, after: string): readonly TextPart[] {
  const a = pieces(before);
  const parts: TextPart[] = [];
  let done = 0;
  for (const { from, to, put } of hunksOf(a, pieces(after))) {
    parts.push({ kind: 'same', text: a.slice(done, from).join('') });
    parts.push({ kind: 'gone', text: a.slice(from, to).join('') }, { kind: 'new', text: put.join('') });
    done = to;
  }
  parts.push({ kind: 'same', text: a.slice(done).join('') });
  return parts.filter((part) => part.text !== '');
}
