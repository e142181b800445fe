import { afterEach, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

afterEach(cleanup);

function Page({ onSend }: { onSend: () => void }) {
  const [text, setText] = useState('');
  return (
    <Dialog open title="Why?">
      <textarea aria-label="Reason" value={text} onChange={({ target }) => setText(target.value)} />
      <Button look="solid" disabled={text === ''} onClick={onSend}>
        Send
      </Button>
    </Dialog>
  );
}

it('Ctrl+Enter in a field sends what the button sends, once it may be pressed', () => {
  let sent = 0;
  render(<Page onSend={() => sent++} />);
  const field = screen.getByRole('textbox', { name: 'Reason' });
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(sent).toBe(0);
  fireEvent.change(field, { target: { value: 'It is twice there.' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(sent).toBe(0);
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  expect(sent).toBe(1);
});
