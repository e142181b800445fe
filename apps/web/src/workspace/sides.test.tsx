// Who is on which side, and what that shows, with the real rules (S-09, D9, D13).
import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { MODERATOR, OBSERVER, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { OutlineView } from '../outline/OutlineView.tsx';
import { SideCounts } from './SideCounts.tsx';
import { ChooseSide, OnlySide } from './SideLines.tsx';

afterEach(cleanup);

const Lines = () => (
  <>
    <SideCounts />
    <ChooseSide />
    <OnlySide />
    <OutlineView />
  </>
);

const counts = () => screen.getByRole('button', { name: /^Sides: / }).textContent;

describe('sides', () => {
  it('[S-09] [D9] are chosen once, by who is on none and may', async () => {
    const { map, against } = aDebate();
    const { user } = aScreen(map, PARTICIPANT, Lines);
    const line = screen.getByRole('region', { name: 'Choose a side' });
    await user.click(within(line).getByRole('button', { name: 'Against' }));
    expect(map.map.participants.get(PARTICIPANT)?.side).toBe(against);
    expect(screen.queryByRole('region', { name: 'Choose a side' })).toBeNull();
    expect(counts()).toContain('Against 1 person');
    await user.click(screen.getByRole('button', { name: /^Sides: / }));
    const dialog = await screen.findByRole('dialog', { name: 'Sides of the debate' });
    expect(within(dialog).queryByRole('combobox')).toBeNull();
  });

  it('[D9] are not offered where only a moderator puts people on them, nor to who decides', () => {
    aScreen(aDebate({ choose: false }).map, PARTICIPANT, Lines);
    expect(screen.queryByRole('region', { name: 'Choose a side' })).toBeNull();
    cleanup();
    aScreen(aDebate().map, MODERATOR, Lines);
    expect(screen.queryByRole('region', { name: 'Choose a side' })).toBeNull();
    cleanup();
    aScreen(aDebate().map, OBSERVER, Lines);
    expect(screen.queryByRole('region', { name: 'Choose a side' })).toBeNull();
  });

  it('[D9] a moderator puts everyone but those who decide on a side, and takes them off', async () => {
    const { map, forIt } = aDebate();
    const { user } = aScreen(map, MODERATOR, Lines);
    await user.click(screen.getByRole('button', { name: /^Sides: / }));
    const dialog = await screen.findByRole('dialog', { name: 'Sides of the debate' });
    expect(within(dialog).queryByRole('combobox', { name: 'Side of Mo' })).toBeNull();
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Side of Pia' }), 'For');
    expect(map.map.participants.get(PARTICIPANT)?.side).toBe(forIt);
    const team = within(dialog).getByRole('region', { name: 'For' });
    await user.selectOptions(within(team).getByRole('combobox', { name: 'Side of Pia' }), 'No side');
    expect(map.map.participants.get(PARTICIPANT)?.side).toBeNull();
  });

  it('[S-09] [D13] a claim shows the side that said it, after its author has changed sides, too', () => {
    const { map, thesis, forIt, against } = aDebate();
    map.edit({ kind: 'set-side', participant: PARTICIPANT, side: forIt });
    map.support(thesis, 'It is old', { by: PARTICIPANT });
    map.edit({ kind: 'set-side', participant: PARTICIPANT, side: against });
    aScreen(map, MODERATOR, Lines);
    const row = screen.getByRole('treeitem', { name: /^It is old\..*Support, For/ });
    expect(row.querySelector('.side-tag')?.textContent).toBe('For');
  });

  it('[S-09] what the other sides said steps back, until all is shown alike again', async () => {
    const { map, thesis, forIt, against } = aDebate();
    map.edit({ kind: 'set-side', participant: PARTICIPANT, side: forIt });
    map.support(thesis, 'It is old', { by: PARTICIPANT });
    const { session, user } = aScreen(map, MODERATOR, Lines);
    act(() => session.screen.getState().showSide(against));
    expect(screen.getByText('It is old').closest('[data-aside]')).not.toBeNull();
    act(() => session.screen.getState().showSide(forIt));
    expect(screen.getByText('It is old').closest('[data-aside]')).toBeNull();
    expect(screen.getByText('The river is kept').closest('[data-aside]')).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show all alike' }));
    expect(screen.getByText('The river is kept').closest('[data-aside]')).toBeNull();
  });
});
