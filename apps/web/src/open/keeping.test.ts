import { describe, expect, test } from '@jest/globals';
import { OWNER, PARTICIPANT, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import type { Edit, Id, Phase } from '@counterpoint/shared';
import { asKept, draftOf, goesTo, withGround, type Keeping } from './keeping.ts';
import { foldProposals } from './proposals.ts';

const phased = (may: Phase['may']): MapBuilder => {
  const { map, debate, forIt } = aDebate();
  const phase: Phase = { id: map.newId(), name: 'P', side: null, seconds: null, may, bells: [] };
  map.edit({ kind: 'plan-debate', debate, set: { phases: [phase] } }, OWNER);
  map.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase.id } }, OWNER);
  map.edit({ kind: 'set-side', participant: PARTICIPANT, side: forIt }, OWNER);
  return map;
};
const claim = (m: MapBuilder): Edit & { claim: Id } => ({ kind: 'add-claim', claim: m.newId(), text: 'x', language: 'en', to: { at: 'thesis', order: 'a5' } }); // prettier-ignore
const to = (m: MapBuilder, keeping: Keeping | null, edit: Edit, participant: Id | null = PARTICIPANT) =>
  goesTo({ view: m.map, participant, keeping }, edit, 0);

describe('[S-10] what one writes', () => {
  test('goes to one’s side while the phase keeps it from the map and lets one prepare, and to all otherwise', () => {
    const prepares = phased(['prepare', 'comment']);
    expect(to(prepares, null, claim(prepares))).toBe('side');
    expect(to(prepares, null, { kind: 'comment', comment: 'c', claim: 'x', text: 'x' })).toBe('all');
    expect(to(prepares, null, claim(prepares), OWNER)).toBe('all');
    const closed = phased(['comment']);
    expect(to(closed, null, claim(closed))).toBe('all');
    const open = phased(['claim', 'prepare']);
    expect(to(open, null, claim(open))).toBe('all');
  });

  test('goes where one chose, and never to more people: with no side it is one’s own', () => {
    const m = phased(['claim', 'prepare']);
    expect((['side', 'self', 'all'] as const).map((one) => to(m, one, claim(m)))).toEqual([
      'side',
      'self',
      'all',
    ]);
    expect(to(m, 'side', claim(m), OWNER)).toBe('self');
    expect(to(m, 'self', claim(m), null)).toBe('all');
  });

  test('is sent as it is where it is about nothing that can be kept back, and never kept twice', () => {
    const m = phased(['claim', 'prepare', 'publish']);
    const keeper = { view: m.map, participant: PARTICIPANT, keeping: 'self' } as const;
    const draft = draftOf(claim(m), 'side');
    const others: Edit[] = [
      draft,
      { kind: 'publish', proposals: ['x'] },
      { kind: 'withdraw', proposal: 'x' },
    ];
    for (const edit of others) expect(asKept(keeper, edit, 0)).toBe(edit);
    expect(asKept(keeper, claim(m), 0)).toMatchObject({ kind: 'propose', to: 'self' });
  });
});

test('[D15] a draft goes with those that it cannot be without, oldest first, and with no other', () => {
  const m = phased(['claim', 'prepare', 'publish']);
  const keep = (edit: Edit): Id => {
    const proposal = m.newId();
    m.edit({ kind: 'propose', proposal, to: 'side', edit: { ...edit } }, PARTICIPANT);
    return proposal;
  };
  const first = claim(m);
  const ids = [keep(first)];
  keep(claim(m));
  const to = m.newArgument('support', first.claim);
  const second = { ...claim(m), to } as Edit & { claim: Id };
  ids.push(keep(second));
  ids.push(keep({ kind: 'reword', claim: second.claim, text: 'y', was: 'x' }));
  const shown = { unfolded: m.map, ...foldProposals(m.map) };
  const last = m.map.proposals.get(ids.at(-1) ?? '');
  expect(last && withGround(shown, last).map(({ id }) => id)).toEqual(ids);
});
