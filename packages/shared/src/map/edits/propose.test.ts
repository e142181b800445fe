import { describe, expect, it } from '@jest/globals';
import { MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, aMap,
  EVERYBODY, anId, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import type { Id } from '../id.ts';
import type { Edit } from '../edit.ts';
import { Fold } from '../pending.ts';
import { contentOf } from '../patch.ts';
import { viewerIn } from '../circles.ts';
import { fileContent, isLookForAll, visibleLook, visibleMap } from '../visibility.ts';
import { MOST_DRAFTS } from './propose.ts';

/** A map with two sides: Pia and Su on the one, 潘 on the other. */
function twoSides() {
  const m = aMap();
  const thesis = m.thesis('T');
  const debate = m.newId();
  const sides = (['square', 'triangle'] as const).map((sign) => ({ id: m.newId(), name: sign, sign }));
  const plan = { name: 'D', sides, phases: [], queue: 'raised', pace: 'hand', injury: null, choose: true } as const; // prettier-ignore
  m.edit({ kind: 'begin-debate', debate, plan });
  for (const [who, i] of [
    [PARTICIPANT, 0],
    [SUGGESTER, 0],
    [OTHER_PARTICIPANT, 1],
  ] as const)
    // prettier-ignore
    m.edit({ kind: 'set-side', participant: who, side: sides[i]?.id ?? '' }, who);
  return { m, thesis, debate, sides };
}

const under = (m: MapBuilder, target: Id, text: string) =>
  ({
    kind: 'add-claim',
    claim: m.newId(),
    text,
    language: 'en',
    to: m.newArgument('support', target),
  }) as const;

function done(m: MapBuilder, edit: Edit, by: Id): string {
  const result = m.ask(edit, by);
  return result.ok ? 'ok' : result.refusal.code;
}

function draft(m: MapBuilder, edit: Edit, by: Id, to: 'side' | 'self' = 'side'): Id {
  const proposal = m.newId();
  m.edit({ kind: 'propose', proposal, to, edit: { ...edit } }, by);
  return proposal;
}

const SECRET = 'kept back';
const knows = (m: MapBuilder, who: Id): boolean =>
  JSON.stringify(contentOf(visibleMap(m.map, viewerIn(m.map, who)))).includes(SECRET);
const whoKnows = (m: MapBuilder) => EVERYBODY.filter((who) => knows(m, who));

describe('drafts', () => {
  it('[D14] of a side are seen by that side, by nobody else, and by no moderator (S-10)', () => {
    const { m, thesis } = twoSides();
    const proposal = draft(m, under(m, thesis, SECRET), PARTICIPANT);
    expect(whoKnows(m)).toEqual([PARTICIPANT, SUGGESTER]);
    for (const who of [OWNER, OTHER_PARTICIPANT])
      expect(JSON.stringify(fileContent(contentOf(m.map), viewerIn(m.map, who), m.map))).not.toContain(SECRET); // prettier-ignore
    m.edit({ kind: 'withdraw', proposal }, PARTICIPANT);
    expect(whoKnows(m)).toEqual([PARTICIPANT, SUGGESTER]);
  });

  it('[V1] [D14] are named to others by nobody who looks at one or rewords it (S-10, S-13)', () => {
    const { m, thesis } = twoSides();
    const edit = under(m, thesis, SECRET);
    const proposal = draft(m, edit, PARTICIPANT);
    const look = { selected: edit.claim, editing: edit.claim, reviewing: null };
    const told = (who: Id | null) => visibleLook(look, viewerIn(m.map, who), m.map);
    const whoIsTold = () => [...EVERYBODY, null].filter((who) => told(who).selected || told(who).editing);
    expect(whoIsTold()).toEqual([PARTICIPANT, SUGGESTER]);
    expect([look, { ...look, selected: thesis, editing: null }].map((one) => isLookForAll(one, m.map))).toEqual([false, true]); // prettier-ignore
    m.edit({ kind: 'publish', proposals: [proposal] }, PARTICIPANT);
    expect([whoIsTold().length, isLookForAll(look, m.map)]).toEqual([EVERYBODY.length + 1, true]);
  });

  it('[D14] of one’s own are seen by nobody else, before and after they are thrown away', () => {
    const { m, thesis } = twoSides();
    const proposal = draft(m, under(m, thesis, SECRET), PARTICIPANT, 'self');
    expect(whoKnows(m)).toEqual([PARTICIPANT]);
    m.edit({ kind: 'withdraw', proposal }, PARTICIPANT);
    expect(whoKnows(m)).toEqual([PARTICIPANT]);
  });

  it('[D14] close for who leaves the side, but for their own, and open for who comes', () => {
    const { m, thesis, sides } = twoSides();
    draft(m, under(m, thesis, SECRET), PARTICIPANT);
    m.edit({ kind: 'set-side', participant: SUGGESTER, side: sides[1]?.id ?? '' }, MODERATOR);
    m.edit({ kind: 'set-side', participant: PARTICIPANT, side: null }, MODERATOR);
    expect(whoKnows(m)).toEqual([PARTICIPANT]);
    m.edit({ kind: 'set-side', participant: OTHER_PARTICIPANT, side: sides[0]?.id ?? '' }, MODERATOR);
    expect(whoKnows(m)).toEqual([PARTICIPANT, OTHER_PARTICIPANT]);
    m.edit({ kind: 'set-role', participant: OTHER_PARTICIPANT, role: 'moderator' });
    expect(whoKnows(m)).toEqual([PARTICIPANT]);
  });

  it('[D14] [U4] thrown away by undo, come back as drafts and never as changes', () => {
    const { m, thesis } = twoSides();
    const edit = under(m, thesis, SECRET);
    const proposal = draft(m, edit, PARTICIPANT);
    m.edit({ kind: 'withdraw', proposal }, PARTICIPANT);
    const again: Edit = { kind: 'propose', proposal, to: 'side', edit: { ...edit } };
    expect(done(m, again, SUGGESTER)).toBe('id-taken');
    expect(done(m, again, PARTICIPANT)).toBe('ok');
    expect([m.map.proposals.get(proposal)?.state, whoKnows(m)]).toEqual(['draft', [PARTICIPANT, SUGGESTER]]);
  });

  it('[D14] stand on one another, folded on the map of who sees them', () => {
    const { m, thesis } = twoSides();
    const first = under(m, thesis, 'one');
    draft(m, first, PARTICIPANT);
    draft(m, under(m, first.claim, 'two'), SUGGESTER);
    draft(m, { kind: 'reword', claim: first.claim, was: 'one', text: 'uno' }, SUGGESTER);
    const view = new Fold().on(visibleMap(m.map, viewerIn(m.map, PARTICIPANT))).view;
    expect([...view.claims.values()].map(({ text }) => text).sort()).toEqual(['T', 'two', 'uno']);
    expect(new Fold().on(visibleMap(m.map, viewerIn(m.map, OWNER))).view.claims.size).toBe(1);
  });

  it('[D14] are about claims, passages and comments; nothing else can be kept back', () => {
    const { m, thesis } = twoSides();
    const asked = (edit: object, to: 'side' | 'self' | 'moderators' = 'self', by = PARTICIPANT) =>
      done(m, { kind: 'propose', proposal: m.newId(), to, edit: edit as Edit }, by);
    expect(asked({ kind: 'set-role', participant: OWNER, role: null })).toBe('invalid');
    expect(asked({ kind: 'batch', edits: [under(m, thesis, 'x'), { kind: 'decide' }] })).toBe('invalid');
    expect(asked({ kind: 'add-claim', text: '' })).toBe('invalid');
    expect(asked({ kind: 'propose', proposal: m.newId(), to: 'self', edit: under(m, thesis, 'x') })).toBe('invalid'); // prettier-ignore
    const own = draft(m, under(m, thesis, 'x'), PARTICIPANT, 'self');
    expect(asked({ kind: 'publish', proposals: [own] })).toBe('invalid');
    expect(asked(under(m, thesis, 'x'), 'side', MODERATOR)).toBe('no-side');
    expect(asked(under(m, thesis, 'x'), 'self', OBSERVER)).toBe('not-allowed');
    expect(asked({ kind: 'change-settings', set: { title: 'x' } }, 'moderators')).toBe('invalid');
  });

  it('[D14] can be offered to those who decide, whatever phase runs, and wait like any proposal (S-10)', () => {
    const { m, thesis } = twoSides();
    const edit = under(m, thesis, SECRET);
    expect(done(m, { kind: 'propose', proposal: m.newId(), to: 'moderators', edit: { ...edit } }, PARTICIPANT)).toBe('ok'); // prettier-ignore
    const [proposal] = [...m.map.proposals.values()];
    expect(proposal).toMatchObject({ state: 'pending', by: PARTICIPANT, edit });
    expect(whoKnows(m)).toEqual([OWNER, MODERATOR, PARTICIPANT]);
  });

  it('[D14] are at most so many of one person', () => {
    const { m, thesis } = twoSides();
    const edit = under(m, thesis, 'x');
    for (let i = 0; i < MOST_DRAFTS; i++) draft(m, edit, PARTICIPANT, 'self');
    expect(done(m, { kind: 'propose', proposal: m.newId(), to: 'self', edit }, PARTICIPANT)).toBe('too-many-proposals'); // prettier-ignore
  });

  it('[D15] are published in one act, in their authors’ names and with their side, oldest first', () => {
    const { m, thesis, sides } = twoSides();
    const first = under(m, thesis, 'one');
    const second = under(m, first.claim, 'two');
    const drafts = [draft(m, first, PARTICIPANT), draft(m, second, PARTICIPANT)];
    expect(done(m, { kind: 'publish', proposals: drafts.toReversed() }, OTHER_PARTICIPANT)).toBe(
      'not-allowed',
    );
    expect(done(m, { kind: 'publish', proposals: drafts.toReversed() }, SUGGESTER)).toBe('ok');
    expect(m.map.claims.get(second.claim)).toMatchObject({
      by: PARTICIPANT,
      side: sides[0]?.id,
      text: 'two',
    });
    expect(done(m, { kind: 'publish', proposals: drafts }, PARTICIPANT)).toBe('already-decided');
  });

  it('[D15] are published all or not at all', () => {
    const { m, thesis } = twoSides();
    const gone = m.thesis('gone');
    const drafts = [
      draft(m, under(m, thesis, 'one'), PARTICIPANT),
      draft(m, under(m, gone, 'two'), PARTICIPANT),
    ];
    m.remove(gone, OWNER);
    const before = m.map;
    expect(done(m, { kind: 'publish', proposals: drafts }, PARTICIPANT)).toBe('removed');
    expect(m.map).toBe(before);
    expect(done(m, { kind: 'publish', proposals: [drafts[0] ?? ''] }, PARTICIPANT)).toBe('ok');
    expect(done(m, { kind: 'publish', proposals: [anId(77, 77)] }, PARTICIPANT)).toBe('not-found');
  });

  it('[D15] wait for a moderator where their author’s would, and only then are seen by one', () => {
    const { m, thesis } = twoSides();
    const own = draft(m, under(m, thesis, SECRET), SUGGESTER);
    expect(knows(m, MODERATOR)).toBe(false);
    m.edit({ kind: 'publish', proposals: [own] }, PARTICIPANT);
    expect(m.map.proposals.get(own)?.state).toBe('pending');
    expect(knows(m, MODERATOR)).toBe(true);
    expect([...m.map.claims.values()].some(({ text }) => text === SECRET)).toBe(false);
  });

  it('[D15] [P25] are not published by others of their side while their author is muted', () => {
    const { m, thesis } = twoSides();
    const drafts = [draft(m, under(m, thesis, 'one'), PARTICIPANT)];
    const mute = m.newId();
    m.edit({ kind: 'mute', mute, participant: PARTICIPANT, reason: 'shouting', hide: false }, MODERATOR);
    expect(done(m, { kind: 'publish', proposals: drafts }, SUGGESTER)).toBe('not-allowed');
    m.edit({ kind: 'unmute', mute, show: false }, MODERATOR);
    expect(done(m, { kind: 'publish', proposals: drafts }, SUGGESTER)).toBe('ok');
  });

  it('[D15] is not allowed while the phase says nothing is published', () => {
    const { m, thesis, debate } = twoSides();
    const own = draft(m, under(m, thesis, 'x'), PARTICIPANT);
    const phase = m.newId();
    m.edit({ kind: 'plan-debate', debate, set: { phases: [{ id: phase, name: 'P', side: null, seconds: 60, may: ['prepare'], bells: [] }] } }); // prettier-ignore
    m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } });
    expect(done(m, { kind: 'publish', proposals: [own] }, PARTICIPANT)).toBe('not-now');
    const more: Edit = { kind: 'propose', proposal: m.newId(), to: 'side', edit: under(m, thesis, 'y') };
    expect(done(m, more, PARTICIPANT)).toBe('ok');
    m.edit({ kind: 'plan-debate', debate, set: { phases: [{ id: phase, name: 'P', side: null, seconds: 60, may: [], bells: [] }] } }); // prettier-ignore
    expect(done(m, { ...more, proposal: m.newId() }, PARTICIPANT)).toBe('not-now');
    expect(done(m, { ...more, proposal: m.newId(), to: 'self' }, PARTICIPANT)).toBe('ok');
  });

  it('[E16] lose their words with what is purged', () => {
    const { m, thesis } = twoSides();
    const gone = m.thesis('gone');
    const own = draft(m, { kind: 'reword', claim: gone, was: 'gone', text: SECRET }, PARTICIPANT);
    draft(m, under(m, thesis, 'stays'), PARTICIPANT);
    m.remove(gone, OWNER);
    m.edit({ kind: 'purge', id: gone }, OWNER);
    expect(JSON.stringify(contentOf(m.map))).not.toContain(SECRET);
    expect(m.map.proposals.get(own)?.state).toBe('dropped');
    expect(JSON.stringify(contentOf(m.map))).toContain('stays');
  });
});
