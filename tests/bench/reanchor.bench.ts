// 2,000 passages of 200,000 characters in a later edition: a little edited, half rewritten, in another order, another text;
// and the sentence nearest to words that are gone.
import { nearest, reanchor } from '@counterpoint/shared';
import { barred, quickest, table } from './figures.ts';
import { randomFrom } from './random.ts';

const LENGTH = 200_000;
const PASSAGES = 2_000;
/** In ms of the processor. */
const BARS = { reanchor: 1_000, nearest: 100 };

const random = randomFrom(20250219);
const draw = (limit: number): number => Math.floor(random() * limit);
const vocabulary = Array.from({ length: 3_000 }, () =>
  Array.from({ length: 1 + draw(3) }, () => String.fromCharCode(0x4e00 + draw(1 + draw(1_500)))).join(''),
);
const sentence = (): string =>
  Array.from({ length: 6 + draw(14) }, () => vocabulary[draw(1 + draw(3_000))] ?? '').join('');
const paragraph = (): string =>
  Array.from({ length: 3 + draw(5) }, () => `${sentence()}，${sentence()}。`).join('');

function aText(): readonly string[] {
  const list: string[] = [];
  for (let left = LENGTH; left > 0; left -= (list.at(-1)?.length ?? 0) + 1) list.push(paragraph());
  return list;
}

const paragraphs = aText();
const before = paragraphs.join('\n');
const passages = Array.from({ length: PASSAGES }, () => {
  const start = draw(LENGTH - 60);
  return { start, end: start + 2 + draw(55) };
});
const later: Readonly<Record<string, string>> = {
  'not edited': before,
  'a word put into every sentence': before.replaceAll('，', '新，'),
  'every mark set in another width': before.replaceAll('，', ',').replaceAll('。', '.'),
  'every other paragraph rewritten': paragraphs
    .map((text, n) => (n % 2 === 0 ? text : paragraph()))
    .join('\n'),
  'every other sentence rewritten': before.replace(
    /([^。]*。)[^。]*。/gu,
    (_, kept: string) => `${kept}${sentence()}。`,
  ),
  'in another order': paragraphs.toSorted((a, b) => (a < b ? -1 : 1)).join('\n'),
  'another text': aText().join('\n'),
  'another text, without marks': aText()
    .join('')
    .replaceAll(/[，。]/gu, ''),
};

const rows: (readonly string[])[] = [[`${PASSAGES} passages, ${LENGTH} characters`, 'cost', 'bar']];
for (const [what, after] of Object.entries(later))
  rows.push(barred(what, await quickest(() => reanchor(before, after, passages)), BARS.reanchor));
const words = sentence();
rows.push(barred('the nearest sentence', await quickest(() => nearest(before, words)), BARS.nearest));
table(rows);
