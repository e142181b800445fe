import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import { useState } from 'react';
import '../../testing/aScreen.tsx';
import { TextAreaField } from './Field.tsx';
import { Toaster } from './Toaster.tsx';
import { WritingField } from './WritingField.tsx';

beforeEach(() => i18next.changeLanguage('en'));
afterEach(cleanup);

const room = (text: string) => 10 - text.length;
const described = (field: HTMLElement) =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('');

it('cuts nothing, says how much is too much, and sends nothing until it fits', async () => {
  const saved: string[] = [];
  render(
    <>
      <WritingField label="Words" start="" room={room} save="Save" cancel="Cancel" onSave={(text) => saved.push(text)} onCancel={() => undefined} />
      <Toaster />
    </>,
  ); // prettier-ignore
  const user = userEvent.setup({ delay: null });
  const field = screen.getByRole<HTMLTextAreaElement>('textbox');
  expect(described(field)).toBe('');
  fireEvent.change(field, { target: { value: 'x'.repeat(22) } });
  expect([field.value.length, described(field), field.getAttribute('aria-invalid')]).toEqual([
    22,
    '12 characters too many',
    'true',
  ]);
  await user.click(field);
  await user.keyboard('{Enter}');
  expect(saved).toEqual([]);
  expect(await screen.findByText('Not sent: 12 characters too many')).toBeDefined();
  fireEvent.change(field, { target: { value: 'x'.repeat(9) } });
  expect([described(field), field.getAttribute('aria-invalid')]).toEqual(['1 character left', null]);
  await user.keyboard('{Enter}');
  expect(saved).toEqual(['x'.repeat(9)]);
});

it('says it beside the hint of a labelled field, in Chinese too', async () => {
  await i18next.changeLanguage('zh');
  function Page() {
    const [text, setText] = useState('一二三四五六七八九十十一');
    return <TextAreaField label="理由" hint="写清楚" value={text} room={room} onChange={({ target }) => setText(target.value)} />; // prettier-ignore
  }
  render(<Page />);
  expect(described(screen.getByRole('textbox'))).toBe('写清楚超出 2 个字');
});
