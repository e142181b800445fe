import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passageAt } from './passage.ts';
import { blocks, sentences, type Span } from './sentences.ts';
import { toTheEnd } from '../../testing/toTheEnd.ts';

const cut = (text: string, spans: readonly Span[]): string[] => {
  const points = [...text];
  return spans.map(({ start, end }) => points.slice(start, end).join(''));
};
/** Marks every end of a sentence with a bar. */
const barred = (text: string): string => cut(text, sentences(text)).join('|');
/** A text is cut where its bars stand, and nowhere else. */
const holds = (marked: string): void => expect(barred(marked.replaceAll('|', ''))).toBe(marked);

describe('[P-01] sentences', () => {
  it('puts right what Intl.Segmenter does to Chinese', () => {
    holds('第二，来看数据。|“这很好。”他说。|GPT-4.5发布于2025年2月。');
    holds('但是，有人会问：安全怎么办？……|我认为，风险是可控的。|总之，开源是公共品\n|第二');
    holds(
      '首先，它不是免费午餐；其次，它降低了门槛（例如 3.5 亿参数的模型）。|因此，我们主张“开放优先”。|好。',
    );
    holds('苹果、梨……等等。|《怎么办？》是一本书。|开源（真的吗？）很好。|（他很好。）|我们走。');
  });

  it('keeps a quotation with who said it, and with the sentence it is a part of', () => {
    holds('“真的？”他又问道，“为什么？”|大家都笑了。|“行吗？”张教授问。|“好。”我说。');
    holds('“开放优先。”|我认为风险可控。|“好。”|说明它行得通。');
    holds('他提出“怎么办？”的问题。|他说：“很好。|我们支持。”|我们同意。');
    holds('他说:"好。"|她走了。|「走吧。」|他点头。|“好！”，大家喊。');
    holds('Then "Stop!" he cried. |"Is it?" John asked. |"Yes." |The end. |He said, “We agree.” |She left.');
  });

  it('ends no English sentence at an abbreviation, an initial, a number or an address', () => {
    holds('Dr. Smith said 3.5 percent. |However, e.g. costs rose. |It works!? |Yes.');
    holds(
      'See https://a.b/c?q=1.2 now. |The U.S. Senate met. |We live in the U.S. |The rest is No. 5 of p. 3.',
    );
    holds(
      'I said no. |Then J. K. Rowling of Books Inc. said etc. and so on. |Wait... what? |Plan B. |Then go.',
    );
    holds('1. First point. |2. Second? |Yes.\n|3. 开源。|4. 闭源。');
  });

  const texts = fc
    .array(
      fc.constantFrom(...'。！？!?…．."“”「」『』’（）()《》【】[]，；：,;: \n　'.split(''), '……', '他说', 'said', 'A', 'b', '3', '开源',
        'Dr', 'e.g', '𠮷', '😀', '👨‍👩‍👧', '\u0301', '\u200d', '\ufe0f', '🏻'), // prettier-ignore
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));

  it('loses nothing, and never cuts within a character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = sentences(text);
        expect(cut(text, found).join('')).toBe(text);
        for (const { start, end } of found) expect(passageAt(text, start, end).ok).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never cuts a straight quotation mark from what clings to it', () => {
    for (const text of ['『。"🏻', '"好。"\u0301好', '"Yes."\ufe0f No.'])
      for (const { start, end } of sentences(text)) expect([text, passageAt(text, start, end).ok]).toEqual([text, true]); // prettier-ignore
  });

  it('comes to an end in long texts of one sign', () => {
    for (const sign of ['（', '《', '。', '“', '”', '"', '…', '. ', 'a.', '开'])
      expect(toTheEnd(() => sentences(sign.repeat(100_000))).at(-1)?.end).toBe(100_000 * sign.length);
  });
});

describe('[P-01] blocks', () => {
  it('are the lines that hold something, without the space around them', () => {
    const text = '\n　　𠮷一。\n \n  Two. \n\n三';
    expect(cut(text, blocks(text))).toEqual(['𠮷一。', 'Two.', '三']);
    expect(blocks(' \n')).toEqual([]);
  });

  it('are passages, and each begins where a sentence does', () => {
    const lines = fc.array(fc.constantFrom('。', '好', 'A', ' ', '　', '\n', '\u0301', '”'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('');
        for (const { start, end } of blocks(text)) expect(passageAt(text, start, end).ok).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});
