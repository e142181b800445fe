// How strong claims are, on the screens: in the pane of a claim, on cards and in rows, and where it is set.
import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { Edit, Id, MapInfo } from '@counterpoint/shared';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts'; // prettier-ignore
import { aScreen, aSessionOf } from '../../testing/aScreen.tsx';
import { HOUSE } from '../MapRoute.tsx';
import { at } from '../open/command.ts';
import { HouseContext } from '../open/house.ts';
import { OutlineView } from '../outline/OutlineView.tsx';
import { Panes } from '../workspace/Panes.tsx';
import { Counting } from './Counting.tsx';
import { countStrengths } from './counting.ts';

afterEach(cleanup);

const debated = (info: Partial<MapInfo> = {}) => {
  const m = aMap({ strength: 'quadratic-energy', votes: 'own', ...info });
  const thesis = m.thesis('The bridge is kept');
  const support = m.support(thesis, 'It is strong');
  const rebuttal = m.rebut(thesis, 'It is dear');
  return { m, thesis, support, rebuttal };
};
const aVote = (m: MapBuilder, on: Id, value: number): Edit => ({ kind: 'vote', vote: m.newId(), on, ballot: m.newId(), judged: null, value }); // prettier-ignore

function open(m: MapBuilder, selected: Id | null, as: Id = OWNER) {
  const page = aScreen(m, as, () => (
    <QueryClientProvider client={new QueryClient()}>
      <HouseContext value={HOUSE}>
        <Counting />
        <Panes />
        <OutlineView />
      </HouseContext>
    </QueryClientProvider>
  ));
  act(() => page.select(selected));
  return page;
}
const rowOf = (text: string) => screen.getByRole('treeitem', { name: new RegExp(`^${text}\\.`) });
const figureIn = (text: string) => rowOf(text).querySelector('[title^="Strength"]')?.textContent;

describe('in the pane of a claim', () => {
  it('[E-07] [E-02] tells why it is as strong as it is, from votes and links, and counts anew with every vote', () => {
    const { m, thesis, support } = debated();
    const { others } = open(m, thesis);
    expect(screen.getByRole('heading', { name: 'Why 0.50' })).toBeDefined();
    expect(screen.getByText('From votes and links, not truth')).toBeDefined();
    others(aVote(m, thesis, 4), OWNER);
    expect(screen.getByText('It starts at 0.67 from 1 vote.')).toBeDefined();
    others({ kind: 'remove', id: support.argument }, MODERATOR);
    expect(screen.getByRole('heading', { name: 'Why 0.53' })).toBeDefined();
  });

  it('[E-02] nothing of it stands in the page of a map that shows no strengths', () => {
    const { m, thesis } = debated({ strength: 'off' });
    const { others } = open(m, thesis);
    expect(screen.queryByText('From votes and links, not truth')).toBeNull();
    expect(figureIn('The bridge is kept')).toBeUndefined();
    others({ kind: 'change-settings', set: { strength: 'df-quad' } }, OWNER);
    expect(screen.getByText('From votes and links, not truth')).toBeDefined();
    expect(figureIn('The bridge is kept')).toBe('0.50');
    others({ kind: 'change-settings', set: { strength: 'off' } }, OWNER);
    expect(figureIn('The bridge is kept')).toBeUndefined();
  });

  it('[E-08] says how much was counted, and what of the branch was not; what waits does not count', () => {
    const { m, thesis, support } = debated();
    const gone = m.rebut(support.claim, 'Rust');
    m.remove(gone.argument);
    m.edit(aVote(m, thesis, 4), OWNER);
    m.edit(aVote(m, support.claim, 0), PARTICIPANT);
    const added = m.newId();
    m.ask({ kind: 'add-claim', claim: added, text: 'No', language: 'en', to: m.newArgument('rebut', thesis) }, SUGGESTER, m.newId()); // prettier-ignore
    const { select } = open(m, thesis);
    expect(document.querySelector('.why-counts')?.textContent).toBe(
      'Made from 1 vote, 3 claims and 2 links.Not counted here: 1 vote that you cannot see, 1 proposal or draft, and 1 removed branch.',
    );
    select(added);
    expect(screen.getByText(/is not in the map for everyone yet/)).toBeDefined();
  });

  it('[E-04] shows no figure where what came out is hidden, says why, and shows it to who has voted', () => {
    const { m, support } = debated();
    m.edit(aVote(m, support.claim, 4), OTHER_PARTICIPANT);
    const { session } = open(m, support.claim, PARTICIPANT);
    expect(screen.getByText(/Rate it yourself, and you see/)).toBeDefined();
    expect(figureIn('It is strong')).toBeUndefined();
    expect(figureIn('The bridge is kept')).toBe('0.50');
    act(() => void session.doc.getState().edit(aVote(m, support.claim, 4)));
    expect(screen.getByRole('heading', { name: 'Why 0.75' })).toBeDefined();
    expect(figureIn('It is strong')).toBe('0.75');
  });

  it('[E-05] shows no figure of an unsettled claim, and says why', () => {
    const m = aMap({ strength: 'df-quad' });
    const [one, two] = [m.thesis('One'), m.thesis('Two')];
    for (const [from, to] of [[one, two], [two, one]] as const) // prettier-ignore
      for (let i = 0; i < 4; i++) m.edit({ kind: 'add-reference', reference: m.newId(), claim: from, to: m.newArgument('rebut', to) }); // prettier-ignore
    open(m, one);
    expect(screen.getByRole('heading', { name: 'Why there is no figure' })).toBeDefined();
    expect(screen.getByText(/^Unsettled\./)).toBeDefined();
    expect(document.querySelector('.outline-row [title^="Strength"]')).toBeNull();
  });

  it('[E-06] tells a circle of supports, each claim of it a way to go', async () => {
    const m = aMap({ strength: 'quadratic-energy' });
    const one = m.thesis('One');
    const two = m.support(one, 'Two');
    const three = m.support(two.claim, 'Three');
    const to = m.newArgument('support', three.claim);
    m.edit({ kind: 'add-reference', reference: m.newId(), claim: one, to });
    m.rebut(one, 'Beside it');
    const page = open(m, two.claim);
    const circle = () => screen.getByRole('heading', { name: 'Circular support' }).parentElement!;
    const way = () => within(circle()).getAllByRole('button').map((button) => button.textContent); // prettier-ignore
    expect(way()).toEqual(['Two', 'One', 'Three', 'Two']);
    expect(within(rowOf('Three')).getByText('circular support')).toBeDefined();
    expect(within(rowOf('Beside it')).queryByText('circular support')).toBeNull();
    await page.user.click(within(circle()).getByRole('button', { name: 'Three' }));
    expect(page.selected).toBe(three.claim);
    expect(way()).toEqual(['Three', 'Two', 'One', 'Three']);
    page.others({ kind: 'remove', id: to.argument }, OWNER);
    expect(screen.queryByRole('heading', { name: 'Circular support' })).toBeNull();
  });

  it('[E-11] puts another method beside that of the map, for these eyes only', async () => {
    const { m, thesis } = debated();
    m.edit(aVote(m, thesis, 4), OWNER);
    m.support(thesis, 'It is fine');
    const before = m.map;
    const { user } = open(m, thesis);
    await user.click(screen.getByText('Count it another way'));
    const cells = () => within(screen.getByRole('table')).getAllByRole('row').slice(1).map((row) => row.textContent); // prettier-ignore
    await waitFor(() => expect(cells().at(-1)).toMatch(/^Strength0\.73/));
    expect(cells()[0]).toBe('Votes on the claim0.670.67');
    const usual = cells().at(-1);
    await user.selectOptions(screen.getByLabelText('Method'), 'Euler-based');
    expect(cells().at(-1)).not.toBe(usual);
    await user.selectOptions(screen.getByLabelText('That start weighs as much as'), '10 votes');
    expect(cells()[0]).toBe('Votes on the claim0.670.55');
    expect(m.map).toBe(before);
  });

  it('[E-10] says whether it stands, falls or is open by the links alone, and by which reading', async () => {
    const { m, thesis, support, rebuttal } = debated();
    const answer = m.rebut(rebuttal.claim, 'Not so dear');
    m.rebut(support.claim, 'It rusts');
    const { user, others } = open(m, thesis);
    await user.click(screen.getByText('By the links alone'));
    const verdict = () => document.querySelector('.by-links [role=status]')?.textContent;
    await waitFor(() => expect(verdict()).toMatch(/^Stands/));
    await user.click(screen.getByRole('radio', { name: 'Is needed' }));
    expect(verdict()).toMatch(/^Falls/);
    expect(screen.getByText(/it falls with any of them/)).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Nothing' }));
    others({ kind: 'remove', id: answer.argument }, OWNER);
    expect(verdict()).toMatch(/^Falls/);
    others({ kind: 'add-reference', reference: m.newId(), claim: thesis, to: m.newArgument('rebut', rebuttal.claim) }, OWNER); // prettier-ignore
    expect(verdict()).toMatch(/^Open/);
  });
});

describe('where it is set', () => {
  const command = HOUSE.commands.find(({ id }) => id === 'strength')!;

  it('[E-02] is off until whoever manages the map chooses a method', async () => {
    const { m } = debated({ strength: 'off', votes: 'off' });
    const { session, user } = open(m, null);
    expect(command.offered(at(session, null))).toBe(true);
    act(() => command.run(at(session, null)));
    const dialog = await screen.findByRole('dialog', { name: 'Strength of claims' });
    expect(within(dialog).getByRole('radio', { name: /^Off/ })).toHaveProperty('checked', true);
    await user.click(within(dialog).getByRole('radio', { name: /^Quadratic energy/ }));
    expect(within(dialog).getByText(/only the links count/)).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'Set' }));
    expect(m.map.info.strength).toBe('quadratic-energy');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('nobody else is offered it', () => {
    const { m } = debated();
    const { session } = aSessionOf(m, PARTICIPANT);
    expect(command.offered(at(session, null))).toBe(false);
  });
});

describe('while the map changes', () => {
  it('[G9] [G14] counts the confirmed map, and from nothing for another role', () => {
    const { m, thesis, support } = debated({ votes: 'own' });
    const { session } = aSessionOf(m, PARTICIPANT);
    const stop = countStrengths(session.doc, session.strength);
    const counted = () => session.strength.getState().counted;
    const first = counted();
    session.doc.setState({ version: 2 });
    expect(counted()).toBe(first);
    session.doc.getState().edit(aVote(m, thesis, 4));
    expect(counted()?.strengths.byId.get(support.claim)).toBe(first?.strengths.byId.get(support.claim));
    expect(counted()?.strengths.byId.get(thesis)).not.toEqual(first?.strengths.byId.get(thesis));
    session.doc.setState({ participant: OTHER_PARTICIPANT });
    expect(counted()?.shown(thesis)).toEqual({ kind: 'hidden' });
    stop();
    expect(counted()).toBeNull();
  });
});
