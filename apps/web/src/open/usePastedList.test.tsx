import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { LONGEST, MOST_PARTS } from '@counterpoint/shared';
import { aMap, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { OutlineView } from '../outline/OutlineView.tsx';

afterEach(cleanup);

const LIST = '- cheap\n- open\n  1. proof\n- fair';

async function pasting(text: string, before = '') {
  const map = aMap();
  map.thesis('T');
  const { user, session } = aScreen(map, OWNER, () => <OutlineView />);
  await user.click(screen.getByRole('treeitem', { name: /^T\./ }));
  await user.keyboard('p');
  if (before) await user.keyboard(before);
  await user.paste(text);
  return { map, user, undo: session.doc.getState().undo };
}
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

describe('a list that is pasted for a new claim', () => {
  it('becomes several claims, by keyboard, and one undo takes them all', async () => {
    const { map, user, undo } = await pasting(LIST);
    expect(screen.getByRole('dialog', { name: 'This is a list' })).toBeDefined();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Paste as 4 claims');
    await user.keyboard('{Enter}');
    expect(map.picture).toBe('T\n  + cheap\n  + open\n    + proof\n  + fair');
    expect(screen.queryByRole('textbox')).toBeNull();
    act(() => void undo());
    expect(map.picture).toBe('T');
  });

  it('becomes one, also when the question is closed, and is not asked for again', async () => {
    const { map, user } = await pasting(LIST);
    await user.keyboard('{Escape}');
    expect([field().value, document.activeElement]).toEqual([LIST, field()]);
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect([...map.map.claims.values()].some(({ text }) => text === LIST)).toBe(true);
  });

  it('is a part of words that stand there already', async () => {
    await pasting(LIST, 'Because ');
    expect([screen.queryByRole('dialog'), field().value]).toEqual([null, `Because ${LIST}`]);
  });

  it.each([
    ['more items than go', '- x\n'.repeat(MOST_PARTS + 1), `The list has ${MOST_PARTS + 1} items`],
    ['an item that is too long', `- x\n- ${'y'.repeat(LONGEST.claim + 3)}`, 'Item 2, “yyy'],
  ])('says so when it has %s, and keeps it as one', async (_what, text, problem) => {
    const { map, user } = await pasting(text);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('alert').textContent).toContain(problem);
    expect(dialog.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Paste as one', '']);
    await user.click(dialog.getByRole('button', { name: 'Paste as one' }));
    expect([field().value.trim(), map.picture]).toEqual([text.trim(), 'T']);
  });
});
