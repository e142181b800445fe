import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import '../i18n/i18n.ts';
import { Dialog } from './Dialog.tsx';
import { TextField } from './Field.tsx';
import { isComposing } from './isComposing.ts';

afterEach(cleanup);

test('a key belongs to the input method while it composes, and to us otherwise', () => {
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }))).toBe(true);
  expect(isComposing(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }))).toBe(false);
});

test.each([{ isComposing: true }, { keyCode: 229 }])(
  'the Enter that confirms pinyin reaches no handler and no form: %j',
  (how) => {
    const handle = jest.fn();
    render(<TextField label="标题" onKeyDown={handle} />);
    const field = screen.getByLabelText('标题');
    const confirm = createEvent.keyDown(field, { key: 'Enter', ...how });
    fireEvent(field, confirm);
    expect(handle).not.toHaveBeenCalled();
    expect(confirm.defaultPrevented).toBe(true);
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 13 });
    expect(handle).toHaveBeenCalledTimes(1);
  },
);

test('the Escape that drops a composition leaves a dialog open', () => {
  const change = jest.fn();
  render(
    <Dialog title="新建" open onOpenChange={change}>
      <TextField label="标题" />
    </Dialog>,
  );
  const field = screen.getByLabelText('标题');
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(change).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(change).toHaveBeenCalledWith(false);
});
