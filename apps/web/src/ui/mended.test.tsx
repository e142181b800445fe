import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { useState } from 'react';
import { cleaned } from './cleaned.ts';
import { TextAreaField } from './Field.tsx';
import { mended } from './mended.ts';

afterEach(cleanup);

it.each([
  ['a word that the end of a line broke', 'The argu-\nment holds', 'The argument holds'],
  ['a soft hyphen at the end of a line', 'The argu\u00ad\nment', 'The argument'],
  ['hyphens of their own', 'well-\nKnown, 2019-\n20, 3-\nfold', 'well-Known, 2019-20, 3-fold'],
  ['lines of Latin text', 'Open models help\r\nsmall countries.  \r\nThey', 'Open models help small countries. They'],
  ['lines of Han text', '开源有利于\n“后来者”，\n也有\v风险', '开源有利于“后来者”，也有风险'],
  ['Han beside Latin', '他们用 GPT\n模型，\nOpenAI 不', '他们用 GPT 模型，OpenAI 不'],
  ['Korean, which has blanks', '공개\n모델', '공개 모델'],
  ['blank lines', 'one\ntwo\n\nthree\nfour', 'one two\n\nthree four'],
  ['paragraphs by full-width blanks', '　　第一段的\n文字。\n　　第二段', '　　第一段的文字。\n　　第二段'],
  ['lists', 'Why:\n- it is\ncheap\n2) open\n（3）可查\n四、快\na) x', 'Why:\n- it is cheap\n2) open\n（3）可查\n四、快\na) x'],
  ['a mark alone on its line', '理由\n1.\n（开源）便宜', '理由\n1. （开源）便宜'],
  ['numbers that are no marks', 'about\n3.5 of 10\n(2019) or\nA. Smith', 'about 3.5 of 10 (2019) or A. Smith'],
  ['a web address', 'see https://a.org/b-\nc and\nhttps://x.org/y\nfor more', 'see https://a.org/b-c and https://x.org/y for more'],
])('mends %s', (_what, pasted, text) => {
  expect(mended(pasted)).toBe(text);
}); // prettier-ignore

const LETTERS = ['a', 'Z', '7', '中', '文', 'の', '，', '“', '-', '\u00ad', '.', '1.', '- ', '（1）', '一、', 'https://a.b/c', '😀', ' ', '\t', '　', '\n', '\r\n', '\v', '\n\n']; // prettier-ignore
const texts = fc.array(fc.constantFrom(...LETTERS), { maxLength: 40 }).map((parts) => parts.join(''));

it('changes line ends, the blanks around them and hyphens there, and nothing the second time', () => {
  const bare = (text: string) => cleaned(text).replace(/[\s-]/g, '');
  fc.assert(
    fc.property(texts, (text) => {
      expect(bare(mended(text))).toBe(bare(text));
      expect(mended(mended(text))).toBe(mended(text));
    }),
  );
});

it('leaves what has no line end as it was, and keeps every blank line', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const line = text.replace(/[\r\n\v]/g, '');
      expect(mended(line)).toBe(cleaned(line));
      const blanks = (all: string) => all.split('\n').filter((one) => one.trim() === '').length;
      expect(blanks(mended(text))).toBe(blanks(cleaned(text.replace(/\u00ad\r?\n[ \t]*/g, ''))));
    }),
  );
});

it('mends what is pasted and never what is typed', async () => {
  function Page() {
    const [text, setText] = useState('');
    return <TextAreaField label="Words" value={text} onChange={({ target }) => setText(target.value)} />;
  }
  render(<Page />);
  const user = userEvent.setup({ delay: null });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  await user.type(field, 'argu-{Enter}ment ');
  await user.paste('argu-\nment');
  expect(field.value).toBe('argu-\nment argument');
});
