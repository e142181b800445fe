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
  for (const { from, to, put } of joined(a, hunksOf(a, pieces(after)))) {
    parts.push({ kind: 'same', text: a.slice(done, from).join('') });
    parts.push({ kind: 'gone', text: a.slice(from, to).join('') }, { kind: 'new', text: put.join('') });
    done = to;
  }
  parts.push({ kind: 'same', text: a.slice(done).join('') });
  return parts.filter((part) => part.text !== '');
}

type Hunk = ReturnType<typeof hunksOf>[number];

/** Words that change one after the other change as one: the space between them is nothing that stayed. */
function joined(a: readonly string[], hunks: readonly Hunk[]): readonly Hunk[] {
  const wider: Hunk[] = [];
  for (const hunk of hunks) {
    const last = wider.at(-1);
    const between = last ? a.slice(last.to, hunk.from) : [];
    if (!last || between.join('').trim() !== '') wider.push(hunk);
    else wider[wider.length - 1] = { ...last, to: hunk.to, put: [...last.put, ...between, ...hunk.put] };
  }
  return wider;
}
