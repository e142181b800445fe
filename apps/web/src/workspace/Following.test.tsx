// [S-28] [D12] What the moderator shows, and who goes there.
import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { MODERATOR, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { at, run } from '../open/command.ts';
import { COMMANDS } from '../open/commands/list.ts';
import { OutlineView } from '../outline/OutlineView.tsx';
import { Following } from './Following.tsx';

afterEach(cleanup);

const Page = () => (
  <>
    <Following />
    <OutlineView />
  </>
);
const line = () => within(screen.getByRole('region', { name: 'Shown to everyone' }));

function open(as = PARTICIPANT) {
  const { map, thesis, debate } = aDebate();
  const [old, new_] = [map.support(thesis, 'It is old').claim, map.rebut(thesis, 'It is dear').claim];
  const page = aScreen(map, as, Page);
  const show = (claim: string | null) => page.others({ kind: 'spotlight', debate, claim }, MODERATOR);
  return { ...page, map, thesis, debate, old, new_, show, now: () => page.session.screen.getState() };
}

describe('what the moderator shows', () => {
  it('[D12] is gone to, with what hides it unfolded; each claim once', () => {
    const { now, thesis, old, new_, show } = open();
    act(() => now().fold(thesis, true));
    show(old);
    expect(now().selected).toBe(old);
    expect(now().folded.has(thesis)).toBe(false);
    act(() => now().select(new_));
    expect(now().selected).toBe(new_);
    expect(line().getByText('“It is old”')).toBeDefined();
    show(null);
    expect(screen.queryByRole('region', { name: 'Shown to everyone' })).toBeNull();
  });

  it('[D12] leaves alone who has stopped following, until they follow again', async () => {
    const { now, user, thesis, old, new_, show } = open();
    show(old);
    await user.click(line().getByRole('button', { name: 'Stop following' }));
    act(() => now().select(thesis));
    show(new_);
    expect(now().selected).toBe(thesis);
    await user.click(line().getByRole('button', { name: 'Follow again' }));
    expect(now().selected).toBe(new_);
  });

  it('[D12] takes nobody away from an open field; it is gone to when that is closed', () => {
    const { now, thesis, old, show } = open();
    act(() => now().startEditing(thesis, 'The river is kept'));
    show(old);
    expect(now().selected).toBe(thesis);
    act(() => now().stopEditing());
    expect(now().selected).toBe(old);
  });

  it('[D12] is chosen by who manages the map, by a command on a claim, and ended in the line', async () => {
    const { session, map, debate, old, user } = open(MODERATOR);
    const command = COMMANDS.find(({ id }) => id === 'spotlight')!;
    act(() => run(command, session, old));
    expect(map.map.debates.get(debate)?.spotlight).toBe(old);
    await user.click(line().getByRole('button', { name: 'Show no longer' }));
    expect(map.map.debates.get(debate)?.spotlight).toBeNull();
    cleanup();
    const other = open(PARTICIPANT);
    expect(command.offered(at(other.session, other.old))).toBe(false);
  });
});
