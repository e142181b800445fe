import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { applyEdit, applyPatches, contentOf, contentPatches, rowsOf, viewerIn, type Edit, type Id, type Logged } from '@counterpoint/shared'; // prettier-ignore
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  OWNER,
  PARTICIPANT,
  SUGGESTER,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aScreen, SCREEN_MAP } from '../../testing/aScreen.tsx';
import { aServer } from '../../testing/aServer.tsx';
import { HOUSE } from '../MapRoute.tsx';
import { HouseContext } from '../open/house.ts';
import { Panes } from '../workspace/Panes.tsx';

afterEach(cleanup);

function open(map: MapBuilder, selected: Id | null, as = OWNER) {
  const queries = new QueryClient();
  const page = aScreen(map, as, () => (
    <QueryClientProvider client={queries}>
      <HouseContext value={HOUSE}>
        <Panes />
      </HouseContext>
    </QueryClientProvider>
  ));
  act(() => page.select(selected));
  return page;
}

const tab = (name: RegExp) => screen.getByRole('tab', { name });

describe('the claim', () => {
  it('[V9] A-05 says who speaks where in the text, once that was fetched', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const [source, edition] = [map.newId(), map.newId()];
    const marks = [
      { start: 0, speaker: 'The host', time: null },
      { start: 13, speaker: 'The guest', time: null },
    ];
    const named = { title: 'A talk', url: '', language: 'en' } as const;
    const text = 'Good evening!\nIt is 🌊 that rises.';
    map.edit({ kind: 'add-source', source, edition, ...named, text, marks });
    map.quote(thesis, edition, [22, 32]);
    aServer({ [`GET /api/maps/${SCREEN_MAP}/editions/${edition}`]: map.map.editions.get(edition) });
    open(map, thesis);
    expect(await screen.findByText('A talk · The guest · ¶ 2')).toBeDefined();
    expect(screen.getByText('that rises')).toBeDefined();
  });

  it('says what it answers, who wrote it, what answers it and where else it is used', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const a = map.rebut(thesis, 'Reason', { by: PARTICIPANT });
    map.joint(a.argument, 'Second premise');
    map.support(a.claim, 'Backing');
    const b = map.support(thesis, 'Other reason');
    map.refer(a.claim, b.argument);
    const page = open(map, a.claim);
    expect(screen.getByText('Rebuttal')).toBeDefined();
    expect(screen.getByText('Pia')).toBeDefined();
    const list = (name: RegExp) =>
      within(screen.getByRole('heading', { name }).parentElement!)
        .getAllByRole('button')
        .map((one) => one.textContent);
    expect(list(/Counts only together/)).toEqual(['Second premise']);
    expect(list(/Replies 1/)).toEqual(['Backing']);
    expect(list(/Also used under 1/)).toEqual(['Thesis']);
    await page.user.click(screen.getAllByRole('button', { name: 'Thesis' })[0]!);
    expect(page.selected).toBe(thesis);
  });

  it('is reworded in its place', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const { user } = open(map, thesis);
    await user.click(screen.getByRole('button', { name: 'Reword' }));
    await user.keyboard(', better{Enter}');
    expect(map.claim(thesis).text).toBe('Thesis, better');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('teaches the moves while nothing is selected', () => {
    open(aMap(), null);
    expect(screen.getByRole('heading', { name: 'Choose a claim' })).toBeDefined();
    expect(screen.getByText('Even if it holds, the conclusion does not follow')).toBeDefined();
  });
});

describe('two wordings at once [E9]', () => {
  const collided = () => {
    const map = aMap();
    const thesis = map.thesis('Models are cheap');
    map.edit(
      { kind: 'reword', claim: thesis, text: 'Models are affordable', was: 'Models are cheap' },
      PARTICIPANT,
    );
    map.edit(
      { kind: 'reword', claim: thesis, text: 'Models are free', was: 'Models are cheap' },
      OTHER_PARTICIPANT,
    );
    return { map, thesis };
  };

  it('shows what differs, and one press keeps the present wording', async () => {
    const { map, thesis } = collided();
    const { user } = open(map, thesis);
    const conflict = screen.getByRole('heading', { name: 'Two wordings' }).parentElement!;
    expect(conflict.querySelector('del')?.textContent).toBe('removed: free');
    expect(conflict.querySelector('ins')?.textContent).toBe('added: affordable');
    await user.click(screen.getByRole('button', { name: 'Keep the present one' }));
    expect(map.claim(thesis)).toMatchObject({ text: 'Models are free', beside: [] });
    expect(screen.queryByRole('heading', { name: 'Two wordings' })).toBeNull();
  });

  it('one press takes the other', async () => {
    const { map, thesis } = collided();
    const { user } = open(map, thesis);
    await user.click(screen.getByRole('button', { name: 'Take the other one' }));
    expect(map.claim(thesis)).toMatchObject({ text: 'Models are affordable', beside: [] });
  });

  it('combining starts from both', async () => {
    const { map, thesis } = collided();
    const { user } = open(map, thesis);
    await user.click(screen.getByRole('button', { name: 'Combine…' }));
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    expect(field.value).toContain('free');
    expect(field.value).toContain('affordable');
    await user.clear(field);
    await user.type(field, 'Models are free or affordable{Enter}');
    expect(map.claim(thesis)).toMatchObject({ text: 'Models are free or affordable', beside: [] });
  });
});

describe('the discussion', () => {
  it('takes a comment and gives back one of my own', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    map.comment(thesis, 'What about this?', PARTICIPANT);
    const { user } = open(map, thesis, OTHER_PARTICIPANT);
    await user.click(tab(/^Discussion ?1/));
    const list = screen.getByRole('list', { name: 'Discussion' });
    expect(within(list).queryByRole('button', { name: 'Remove this comment' })).toBeNull();
    await user.type(
      screen.getByRole('textbox', { name: 'Join the discussion' }),
      'Split it{Control>}{Enter}{/Control}',
    );
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    await user.click(within(list).getByRole('button', { name: 'Remove this comment' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  });

  it('an observer reads only', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const { user } = open(map, thesis, OBSERVER);
    await user.click(tab(/^Discussion/));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the history', () => {
  it('tells what was done in sentences, and brings an earlier wording back', async () => {
    const map = aMap();
    const log: Logged[] = [];
    const logged = (edit: Edit, by: Id) => {
      const before = contentPatches(contentOf(map.map));
      const result = applyEdit(map.map, edit, { id: map.newId(), by, at: 1_700_000_000_000 + log.length });
      if (!result.ok) throw new Error(result.refusal.message);
      map.map = applyPatches(map.map, result.value);
      const parts = result.value.map((patch, place) => ({ place, patch }));
      const version = log.length + 1;
      log.unshift({
        version,
        at: 1_700_000_000_000,
        by,
        kind: edit.kind,
        parts,
        before,
        extent: 'whole',
        unsigned: [],
      });
    };
    const thesis = map.thesis('Thesis');
    const other = map.thesis('Other');
    const [claim, argument] = [map.newId(), map.newId()];
    const target = { kind: 'claim', id: thesis } as const;
    logged(
      {
        kind: 'add-claim',
        claim,
        text: 'First words',
        language: 'en',
        to: { at: 'argument', argument, direction: 'support', target, order: 'a0' },
      },
      PARTICIPANT,
    );
    logged({ kind: 'reword', claim, text: 'Second words', was: 'First words' }, PARTICIPANT);
    logged({ kind: 'turn', argument, direction: 'rebut' }, MODERATOR);
    logged({ kind: 'move-argument', argument, target: { kind: 'claim', id: other }, order: 'a0' }, MODERATOR);
    logged({ kind: 'flag', flag: map.newId(), about: claim, code: 'unclear', text: 'Which one?' }, MODERATOR);
    const rows = log.flatMap((change) => rowsOf(change, viewerIn(map.map, OWNER), map.map));
    aServer({ [`GET /api/maps/${SCREEN_MAP}/record?claim=${claim}&limit=200`]: { rows } });
    const { user } = open(map, claim);
    await user.click(tab(/^History/));
    const steps = within(await screen.findByRole('list', { name: 'History' })).getAllByRole('listitem');
    expect(steps.map((step) => step.querySelector(':scope > p')?.textContent.trim())).toEqual([
      'Flag',
      'Move Rebuttal → Other',
      'Change of side Rebuttal → Thesis',
      'New wording',
      'New claim Support → Thesis',
    ]);
    expect(within(steps[0]!).getByText('Unclear wording: Which one?')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Restore this wording: First words' }));
    expect(map.claim(claim).text).toBe('First words');
  });
});

describe('the review', () => {
  const proposed = () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const text = 'Perhaps';
    map.propose({
      kind: 'add-claim',
      claim: map.newId(),
      text,
      language: 'en',
      to: map.newArgument('rebut', thesis),
    });
    return { map, thesis };
  };

  it('shows a moderator who proposed what and where it would stand; accepting puts it there', async () => {
    const { map, thesis } = proposed();
    const { user } = open(map, thesis, MODERATOR);
    await user.click(tab(/^Review ?1/));
    const [item] = within(screen.getByRole('list', { name: 'Review' })).getAllByRole('listitem');
    expect(within(item!).getByText('Su')).toBeDefined();
    expect(within(item!).getByRole('group', { name: 'Where it would stand' }).textContent).toBe(
      'ThesisRebuttal Perhaps',
    );
    await user.click(within(item!).getByRole('button', { name: 'Accept' }));
    expect(map.picture).toBe('Thesis\n  - Perhaps');
    expect(screen.getByText('Nothing waits for review.')).toBeDefined();
  });

  it('its author reads the reason of a rejection', async () => {
    const { map, thesis } = proposed();
    const [proposal] = [...map.map.proposals.keys()];
    map.edit(
      { kind: 'decide', proposal: proposal!, verdict: 'rejected', reason: 'Please give a source' },
      MODERATOR,
    );
    const { user } = open(map, thesis, SUGGESTER);
    await user.click(tab(/^Review/));
    expect(screen.getByText('Not accepted')).toBeDefined();
    expect(screen.getByText('Please give a source')).toBeDefined();
  });

  it('a rewording shows what goes and what comes; its author can take it back', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis of ours');
    map.propose({ kind: 'reword', claim: thesis, text: 'Thesis of mine', was: 'Thesis of ours' });
    const { user } = open(map, thesis, SUGGESTER);
    await user.click(tab(/^Review ?1/));
    expect(screen.getByText('removed:').parentElement?.textContent).toBe('removed: ours');
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect([...map.map.proposals.values()][0]?.state).toBe('withdrawn');
  });

  it('who has nothing to do with proposals has no such tab', () => {
    const map = aMap();
    open(map, map.thesis('Thesis'), PARTICIPANT);
    expect(screen.queryByRole('tab', { name: /^Review/ })).toBeNull();
  });
});

describe('words that were not sent', () => {
  it('U-12 wait in their fields while another tab or another claim is looked at', async () => {
    const map = aMap();
    const [one, other] = [map.thesis('One claim'), map.thesis('Another claim')];
    const page = open(map, one);
    await page.user.click(screen.getByRole('button', { name: /Reword/ }));
    await page.user.type(screen.getByRole('textbox'), ', worded anew');
    await page.user.click(tab(/Discussion/));
    await page.user.type(screen.getByRole('textbox'), 'A question of');
    act(() => page.select(other));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
    act(() => page.select(one));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A question of');
    await page.user.click(tab(/^Claim/));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('One claim, worded anew');
    await page.user.click(screen.getByRole('button', { name: 'Save' }));
    expect(map.map.claims.get(one)?.text).toBe('One claim, worded anew');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('are thrown away only on purpose: a closed field shows them, and takes them up again', async () => {
    const map = aMap();
    const thesis = map.thesis('One claim');
    const page = open(map, thesis);
    await page.user.click(screen.getByRole('button', { name: /Reword/ }));
    await page.user.type(screen.getByRole('textbox'), ' of two{Escape}');
    const group = within(screen.getByRole('group', { name: 'Not sent yet' }));
    expect(group.getByText('One claim of two')).toBeDefined();
    await page.user.click(group.getByRole('button', { name: 'Go on writing' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('One claim of two');
    await page.user.keyboard('{Escape}');
    await page.user.click(screen.getByRole('button', { name: 'Throw away' }));
    expect(screen.queryByText('One claim of two')).toBeNull();
    expect(screen.getByRole('button', { name: /Reword/ })).toBeDefined();
  });
});
