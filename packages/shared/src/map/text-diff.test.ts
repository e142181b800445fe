import { expect, it } from '@jest/globals';
import { diffTexts } from './text-diff.ts';

const shown = (before: string, after: string): string =>
  diffTexts(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}]`, new: `[+${text}]` })[kind])
    .join('');

it('Chinese is compared character by character, English word by word', () => {
  expect(shown('开源生态会分裂为中美两大阵营', '开源生态可能分裂为两大阵营')).toBe(
    '开源生态[-会][+可能]分裂为[-中美]两大阵营',
  );
  expect(shown('Open models are cheap', 'Open models were cheap')).toBe('Open models [-are][+were] cheap');
});

it('words that change one after the other are shown as one change', () => {
  expect(shown('makes advanced AI cheap', 'lets ordinary people in, cheap')).toBe(
    '[-makes advanced AI][+lets ordinary people in,] cheap',
  );
});

it('the parts that stay and go are the old text, those that stay and come the new one', () => {
  const [before, after] = ['🇨🇳 and 👨‍👩‍👧 agree', '👨‍👩‍👧 disagree, it seems'];
  const text = (...kinds: string[]) =>
    diffTexts(before, after)
      .filter(({ kind }) => kinds.includes(kind))
      .map((part) => part.text)
      .join('');
  expect(text('same', 'gone')).toBe(before);
  expect(text('same', 'new')).toBe(after);
});

it('equal texts have no difference, and in long ones only the part between the first and the last is exchanged', () => {
  expect(diffTexts('a', 'a')).toEqual([{ kind: 'same', text: 'a' }]);
  const long = '长'.repeat(3000);
  expect(shown(long, `甲${'是'.repeat(3000)}了`)).toBe(`[-${long}][+甲${'是'.repeat(3000)}了]`);
  expect(shown(long, `甲${long}`)).toBe(`[+甲]${long}`);
});
