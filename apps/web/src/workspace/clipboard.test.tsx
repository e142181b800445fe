import { afterEach, describe, expect, it } from '@jest/globals';
import { MOST_PARTS } from '@counterpoint/shared';
import { act, cleanup, createEvent, fireEvent, screen } from '@testing-library/react';
import { aMap, OBSERVER, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { OutlineView } from '../outline/OutlineView.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { useClipboard } from './useClipboard.ts';

afterEach(cleanup);

function Page() {
  useClipboard();
  return (
    <>
      <OutlineView />
      <Toaster />
    </>
  );
}

function aDebate(as = OWNER) {
  const map = aMap();
  const thesis = map.thesis('Thesis');
  const reason = map.support(thesis, 'Reason');
  map.rebut(reason.claim, 'But');
  const other = map.thesis('Other');
  const page = aScreen(map, as, () => <Page />);
  const on = async (text: string) => {
    await page.user.click(screen.getByRole('treeitem', { name: new RegExp(`^${text}\\.`) }));
  };
  return { ...page, map, thesis, reason, other, on };
}

/** What the browser asks for when its key is pressed; null where it keeps the key to itself. */
function taken(type: 'copy' | 'cut'): string | null {
  let text: string | null = null;
  const clipboardData = { setData: (_type: string, data: string) => (text = data) };
  const event = createEvent[type](document.activeElement ?? document.body, { clipboardData });
  fireEvent(document.activeElement ?? document.body, event);
  return event.defaultPrevented ? text : null;
}

const BEFORE = 'Thesis\n  + Reason\n    - But\nOther';

describe('the clipboard', () => {
  it('holds the branch as text, and gives it back as a branch elsewhere, in one step', async () => {
    const { user, on, map, session } = aDebate();
    await on('Reason');
    const copied = taken('copy');
    expect(copied).toBe('[+] Reason\n  [-] But');
    await on('Other');
    await user.paste(copied ?? '');
    expect(map.picture).toBe(`${BEFORE}\n  + Reason\n    - But`);
    act(() => void session.doc.getState().undo());
    expect(map.picture).toBe(BEFORE);
  });

  it('moves what was cut: it keeps its id and what hangs beneath, and stays until it is pasted', async () => {
    const { user, on, map, reason } = aDebate();
    await on('Reason');
    const cut = taken('cut') ?? '';
    expect(map.picture).toBe(BEFORE);
    await on('Other');
    await user.paste(cut);
    expect(map.picture).toBe('Thesis\nOther\n  + Reason\n    - But');
    expect(map.claim(reason.claim).text).toBe('Reason');
    await user.paste(cut);
    expect(map.picture.split('\n')).toHaveLength(6); // the second time it is a copy
  });

  it('takes lists and plain words from elsewhere', async () => {
    const { user, on, map } = aDebate();
    await on('Other');
    await user.paste('- one\n  - two');
    await on('Other');
    await user.paste('  Words of an article. ');
    expect(map.picture).toBe(`${BEFORE}\n  + one\n    + two\n  + Words of an article.`);
  });

  it('says why not, and changes nothing', async () => {
    const { user, on, map } = aDebate();
    await on('Other');
    await user.paste('- x\n'.repeat(MOST_PARTS + 1));
    expect(await screen.findByText(`Those are ${MOST_PARTS + 1} claims; at most ${MOST_PARTS} can be pasted at once.`)).toBeDefined(); // prettier-ignore
    expect(map.picture).toBe(BEFORE);
  });

  it('belongs to a field while one is written in, and lets an observer copy alone', async () => {
    const { user, on, map } = aDebate();
    await on('Other');
    await user.keyboard('p');
    await user.paste('in the field');
    expect(taken('copy')).toBeNull();
    expect([screen.getByRole<HTMLTextAreaElement>('textbox').value, map.picture]).toEqual(['in the field', BEFORE]); // prettier-ignore
    cleanup();
    const observer = aDebate(OBSERVER);
    await observer.on('Reason');
    expect([taken('cut'), taken('copy')]).toEqual([null, '[+] Reason\n  [-] But']);
    await observer.user.paste('mine');
    expect(observer.map.picture).toBe(BEFORE);
  });
});
