import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listIn } from './listIn.ts';

const drawn = (text: string) => listIn(text)?.map((item) => `${' '.repeat(item.depth)}${item.text}`);

it.each([
  ['marks and tabs', '- one\n\t* two\n\t\t• three\n- four', ['one', ' two', '  three', 'four']],
  ['numbers and blanks', '1. one\n  a) two\n10) three', ['one', ' two', 'three']],
  ['Chinese marks and blanks', '一、开源\n　　（1）便宜\n　　（2）可查\n二、闭源\n　1）安全', ['开源', ' 便宜', ' 可查', '闭源', ' 安全']], // prettier-ignore
  ['empty lines, empty items, items of several lines', '- one\n  goes on\n\n-\n- two\n\n  and on\n', ['one goes on', 'two\n\nand on']], // prettier-ignore
  ['the branches of a mind map', 'Open\r\n\tcheap\r\n\t\tproof\r\n\tfair', ['Open', ' cheap', '  proof', ' fair']], // prettier-ignore
  ['a level that is left out', '- one\n            - two\n    - three', ['one', ' two', ' three']],
])('reads %s', (_what, text, items) => {
  expect(drawn(text)).toEqual(items);
});

it.each([
  ['a sentence', 'Open models help.'],
  ['paragraphs', 'Open models help.\n\nThey do.'],
  ['an item alone', '- one'],
  ['words before a list', 'Why:\n- one\n- two'],
  ['words behind a list', '- one\n- two\n\nSo it is.'],
  ['cells of a table', 'a\tb\nc\td'],
  ['Chinese paragraphs', '　　第一段。\n　　第二段。'],
])('leaves alone %s', (_what, text) => {
  expect(listIn(text)).toBeUndefined();
});

const marks = ['- ', '* ', '• ', '1. ', '12) ', '1）', '（1）', '(3) ', '一、', 'a) '];
const blanks = ['\t', '    ', '　　'];

it('reads every list back, whatever its marks and blanks are', () => {
  const item = fc.record({ text: fc.constantFrom('Open models', '开源', 'x'), depth: fc.nat(5), mark: fc.constantFrom(...marks), empty: fc.nat(2) }); // prettier-ignore
  fc.assert(
    fc.property(fc.array(item, { minLength: 2, maxLength: 30 }), fc.constantFrom(...blanks), (raw, blank) => {
      let last = -1;
      const items = raw.map((one) => ({ ...one, depth: (last = Math.min(one.depth, last + 1)) }));
      const text = items.map((one) => '\n'.repeat(one.empty) + blank.repeat(one.depth) + one.mark + one.text);
      expect(listIn(text.join('\r\n'))).toEqual(items.map(({ text: words, depth }) => ({ text: words, depth })));
    }),
  );
}); // prettier-ignore

it('never fails, and each item is at most one deeper than the one before it', () => {
  const parts = fc.array(fc.constantFrom(...marks, ...blanks, '\n', '\n\n', 'x', '中', ' '), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(parts, (all) => {
      const items = listIn(all.join('')) ?? [];
      for (const [i, { text, depth }] of items.entries()) {
        expect(text.trim()).not.toBe('');
        expect(depth).toBeLessThanOrEqual(i === 0 ? 0 : (items[i - 1]?.depth ?? 0) + 1);
      }
    }),
  );
});
