import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OTHER_SUGGESTER, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts'; // prettier-ignore
import { viewerIn } from '../map/circles.ts';
import type { Edit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import { contentOf, contentPatches } from '../map/patch.ts';
import { rowsOf, type Logged } from './record.ts';
import type { RecordRow } from './recordRow.ts';

/** The rows of one edit, as who asked for it sees them, or those of some of its patches. */
function rowsAfter(
  m: MapBuilder,
  edit: Edit,
  by: Id = OWNER,
  extent: Logged['extent'] = 'whole',
  from = 0,
): RecordRow[] {
  // prettier-ignore
  const before = contentPatches(contentOf(m.map));
  const parts = m.edit(edit, by).map((patch, i) => ({ place: i + 1, patch })).slice(from); // prettier-ignore
  return rowsOf({ version: 2, at: 2, by, kind: edit.kind, parts, extent, unsigned: [], before }, viewerIn(m.map, by), m.map); // prettier-ignore
}

const PLAN = { name: 'Seminar', sides: [], phases: [], queue: 'raised', pace: 'hand', choose: false, injury: { points: 1, seconds: 1 } } as const; // prettier-ignore

/** A debate in which these people raised their hands. */
function aDebate(...people: readonly Id[]) {
  const m = aMap();
  const debate = m.newId();
  m.edit({ kind: 'begin-debate', debate, plan: { ...PLAN, sides: [{ id: m.newId(), name: 'Yes', sign: 'square' }, { id: m.newId(), name: 'No', sign: 'triangle' }], phases: [{ id: m.newId(), name: 'Open', side: null, seconds: null, may: ['speak'], bells: [] }] } }); // prettier-ignore
  m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: m.map.debates.get(debate)!.phases[0]!.id } }); // prettier-ignore
  const raise = (by: Id): Id => {
    const hand = m.newId();
    m.edit({ kind: 'raise-hand', hand, debate, point: null }, by);
    return hand;
  };
  return { m, debate, hands: people.map(raise) };
}

const graded = (...people: readonly Id[]): MapBuilder => {
  const m = aMap();
  for (const participant of people) m.edit({ kind: 'grade', grade: m.newId(), participant, on: null, levels: [], feedback: `To ${m.map.participants.get(participant)?.name}` }); // prettier-ignore
  return m;
};

const level = (m: MapBuilder, points: number) => ({ id: m.newId(), name: `${points}`, points });
const criterion = (m: MapBuilder) => ({ id: m.newId(), name: 'Clear', levels: [level(m, 0), level(m, 1)] });

describe('[L1] the record tells an edit that is done to several things as one', () => {
  it('[K5] grades that were released: to all people whom they were shown to, with the words of each', () => {
    const m = graded(PARTICIPANT, SUGGESTER);
    expect(rowsAfter(m, { kind: 'release-grades', participants: null })).toMatchObject([
      { kind: 'release-grades', did: { kind: 'release-grades', participants: [PARTICIPANT, SUGGESTER] }, about: null, after: 'To Pia\nTo Su' }, // prettier-ignore
    ]);
    const one = graded(PARTICIPANT, SUGGESTER);
    expect(rowsAfter(one, { kind: 'release-grades', participants: [SUGGESTER] })).toMatchObject([
      { did: { participants: [SUGGESTER] }, about: SUGGESTER, after: 'To Su' },
    ]);
  });

  it('what follows of a change that is told in pieces', () => {
    const m = graded(PARTICIPANT, SUGGESTER, OTHER_SUGGESTER);
    const rest = rowsAfter(m, { kind: 'release-grades', participants: null }, OWNER, 'rest', 1);
    expect(rest).toMatchObject([{ part: 2, did: { participants: [SUGGESTER, OTHER_SUGGESTER] } }]);
  });

  it('[D8] hands that were put in order, where the change says the whole order, in a batch too', () => {
    const { m, debate, hands } = aDebate(PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER);
    const [a, b, c] = hands as [Id, Id, Id];
    const arrange = (...hands: Id[]) => ({ kind: 'arrange-hands' as const, debate, hands });
    expect(rowsAfter(m, arrange(c, a, b))).toMatchObject([{ kind: 'arrange-hands', did: arrange(c, a, b), about: null }]); // prettier-ignore
    // That the first one stays where it stood, the change does not say.
    expect(rowsAfter(m, arrange(c, b, a))).toMatchObject([{ kind: 'arrange-hands', did: null }]);
    const both = rowsAfter(m, { kind: 'batch', edits: [arrange(b, a, c), arrange(a, c, b)] });
    expect(both.map(({ did }) => did)).toEqual([arrange(b, a, c), arrange(a, c, b)]);
  });

  it('[D8] who was called on, not whose speech that ended; and a hand that goes up again', () => {
    const { m, debate, hands } = aDebate(PARTICIPANT, OTHER_PARTICIPANT);
    const [a, b] = hands as [Id, Id];
    m.edit({ kind: 'set-hand', hand: a, state: 'speaking' });
    const call: Edit = { kind: 'set-hand', hand: b, state: 'speaking' };
    expect(rowsAfter(m, call)).toMatchObject([{ kind: 'set-hand', about: b, did: call }]);
    const mine = m.newId();
    const raise: Edit = { kind: 'raise-hand', hand: mine, debate, point: null };
    m.edit(raise, SUGGESTER);
    m.edit({ kind: 'set-hand', hand: mine, state: 'lowered' }, SUGGESTER);
    expect(rowsAfter(m, raise, SUGGESTER)).toMatchObject([{ kind: 'raise-hand', about: mine, did: raise }]);
  });

  it('[B5] marks that were settled, and [D15] drafts that were published', () => {
    const m = aMap();
    const { edition } = m.source();
    const [round, marks] = [m.newId(), [m.newId(), m.newId()]];
    m.edit({ kind: 'begin-round', round, edition, question: 'Where?', labels: ['claim'] });
    for (const [i, annotation] of marks.entries()) m.edit({ kind: 'annotate', annotation, edition, start: 5 * i, end: 5 * i + 3, text: '', open: false, round, label: 'claim' }, PARTICIPANT); // prettier-ignore
    m.edit({ kind: 'open-round', round });
    const curate: Edit = { kind: 'curate', annotations: marks, as: 'accepted' };
    expect(rowsAfter(m, curate)).toMatchObject([{ kind: 'curate', did: curate, after: 'claim\nclaim' }]);

    const proposals = [m.newId(), m.newId()];
    for (const [i, proposal] of proposals.entries()) m.edit({ kind: 'propose', proposal, to: 'self', edit: { kind: 'add-claim', claim: m.newId(), text: `Draft ${i}`, language: 'en', to: { at: 'thesis', order: `a${i + 1}` } } }, PARTICIPANT); // prettier-ignore
    const publish: Edit = { kind: 'publish', proposals };
    expect(rowsAfter(m, publish, PARTICIPANT)).toMatchObject([{ kind: 'publish', did: publish, about: null, proposal: null, after: 'Draft 0\nDraft 1' }]); // prettier-ignore
  });

  it('[F3] flags that were closed together, with the reason of each', () => {
    const m = aMap();
    const about = m.thesis('It rises');
    m.edit({ kind: 'flag', flag: m.newId(), about, code: 'personal', text: 'Rude' }, PARTICIPANT);
    m.edit({ kind: 'flag', flag: m.newId(), about, code: 'unclear', text: 'Where?' }, OTHER_PARTICIPANT);
    const close: Edit = { kind: 'close-flags', about };
    expect(rowsAfter(m, close, MODERATOR)).toMatchObject([{ did: close, about: null, claim: about, code: null, reason: 'Rude\nWhere?' }]); // prettier-ignore
  });
});

describe('[L1] the record tells an edit as it took effect', () => {
  it('[K1] [K3] under the id that a rubric or a grade of one’s own keeps, and [D1] with what it changed of a plan', () => {
    const m = aMap();
    const [rubric, grade] = [m.newId(), m.newId()];
    m.edit({ kind: 'set-rubric', rubric, name: 'R', criteria: [criterion(m)] });
    const renamed = { kind: 'set-rubric', name: 'Seminar', criteria: m.map.rubrics.get(rubric)!.criteria } as const; // prettier-ignore
    expect(rowsAfter(m, { ...renamed, rubric: m.newId() })[0]?.did).toEqual({ ...renamed, rubric });
    const marked = { kind: 'grade', participant: PARTICIPANT, on: null, levels: [] } as const;
    m.edit({ ...marked, grade, feedback: 'Good' });
    const better = { ...marked, feedback: 'Better' } as const;
    expect(rowsAfter(m, { ...better, grade: m.newId() })[0]?.did).toEqual({ ...better, grade });
    const { m: other, debate } = aDebate();
    const plan: Edit = { kind: 'plan-debate', debate, set: { pace: 'plan', queue: 'raised' } };
    expect(rowsAfter(other, plan)[0]?.did).toEqual({ kind: 'plan-debate', debate, set: { pace: 'plan' } });
  });
});
