import { afterEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { cleaned } from './cleaned.ts';
import { TextAreaField } from './Field.tsx';

afterEach(cleanup);

it('takes out what nobody sees, and nothing else', () => {
  expect(cleaned('one\r\ntwo\vthree\u2028four\ffive\u0085six')).toBe('one\ntwo\nthree\nfour\nfive\nsix');
  expect(cleaned('co\u00adopera\u0000tion\u0007 \ud83d')).toBe('cooperation ');
  const kept = '開源😀👨‍👩‍👧 نص\u200c a\tb\nc “q” —… é';
  expect(cleaned(kept)).toBe(kept);
});

it('leaves the caret of a field behind what was pasted', () => {
  function Page() {
    const [text, setText] = useState('');
    return <TextAreaField label="Words" value={text} onChange={(event) => setText(event.target.value)} />;
  }
  render(<Page />);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  fireEvent.change(field, { target: { value: 'soft\u00adly said, and more', selectionStart: 12, selectionEnd: 12 } }); // prettier-ignore
  expect(field.value).toBe('softly said, and more');
});
