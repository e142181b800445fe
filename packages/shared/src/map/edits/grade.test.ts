import { describe, expect, it } from '@jest/globals';
import { aMap, EVERYBODY, FORMER, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, STRANGER, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { differences, gradeBy, gradesOf, mostOf, rubricOf, sumOf } from '../../grading/grades.ts';
import { visibleChange } from '../../sync/Door.ts';
import { viewerIn } from '../circles.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import { noticesFor } from '../notices.ts';
import { applyPatches, contentOf, mapOf } from '../patch.ts';
import type { Rubric } from '../tables/rubrics.ts';
import { fileContent, sightOf, visibleContent, visibleMap } from '../visibility.ts';
import { GradeEdit } from './grade.ts';
import { SetRubric } from './rubric.ts';

type Criteria = Rubric['criteria'];

const level = (m: MapBuilder, name: string, points: number) => ({ id: m.newId(), name, points });

function graded() {
  const m = aMap();
  const criteria: Criteria = ['Evidence', 'Replies'].map((name) => ({ id: m.newId(), name, levels: [level(m, 'none', 0), level(m, 'some', 5), level(m, 'much', 10)] })); // prettier-ignore
  m.edit({ kind: 'set-rubric', rubric: m.newId(), name: 'Seminar', criteria });
  const claim = m.thesis('Mine', { by: PARTICIPANT });
  const met = (...at: number[]) => at.map((one, i) => ({ criterion: criteria[i]?.id ?? '', level: criteria[i]?.levels[one]?.id ?? '' })); // prettier-ignore
  const grade = (more: Partial<GradeEdit> = {}): GradeEdit => ({ kind: 'grade', grade: m.newId(), participant: PARTICIPANT, on: null, levels: met(1, 2), feedback: 'Well done', ...more }); // prettier-ignore
  return { m, claim, criteria, met, grade };
}

const release: Edit = { kind: 'release-grades', participants: null };
const seenBy = ({ map }: MapBuilder, who: Id | null) => visibleContent(contentOf(map), viewerIn(map, who), map).grades; // prettier-ignore
const seers = (m: MapBuilder) => [...EVERYBODY, null].filter((who) => seenBy(m, who).length > 0);

describe('a rubric', () => {
  it('[K1] [S-22] needs criteria, and each of them levels: the schema names what is wrong', () => {
    const { m, criteria } = graded();
    const named = { kind: 'set-rubric', rubric: m.newId(), name: 'R' };
    const [first] = criteria;
    const wrong = [
      [],
      [{ ...first, levels: first?.levels.slice(0, 1) }],
      [first, first],
      [{ ...first, levels: [level(m, 'a', -1), level(m, 'b', 1)] }],
      [{ ...first, levels: [level(m, 'a', 101), level(m, 'b', 1)] }],
      [{ ...first, name: ' ' }],
      Array.from({ length: 13 }, () => ({ id: m.newId(), name: 'C', levels: [level(m, 'a', 0), level(m, 'b', 1)] })),
    ]; // prettier-ignore
    for (const one of wrong) expect([one, SetRubric.safeParse({ ...named, criteria: one }).success]).toEqual([one, false]); // prettier-ignore
    expect(SetRubric.safeParse({ ...named, criteria }).success).toBe(true);
  });

  it('[K1] is one in a map, set by who manages it, read by everyone, and taken along by a copy', () => {
    const { m, criteria } = graded();
    for (const by of [PARTICIPANT, SUGGESTER, OBSERVER, STRANGER, null])
      expect([by, m.answer({ kind: 'set-rubric', rubric: m.newId(), name: 'R', criteria }, by)]).toEqual([by, by === null ? 'ok' : 'not-allowed']); // prettier-ignore
    const before = m.map;
    const next: Edit = { kind: 'set-rubric', rubric: m.newId(), name: 'Another', criteria: criteria.slice(0, 1) }; // prettier-ignore
    m.edit(next, MODERATOR);
    expect([...m.map.rubrics.values()]).toMatchObject([{ id: rubricOf(before)?.id, name: 'Another', by: MODERATOR }]); // prettier-ignore
    expect(m.answer(next)).toBe('no-change');
    m.edit(undoOf(next, before, m.map)!);
    expect(rubricOf(m.map)?.name).toBe('Seminar');
    for (const who of [...EVERYBODY, null])
      expect(visibleContent(contentOf(m.map), viewerIn(m.map, who), m.map).rubrics).toHaveLength(1);
  });

  it('[K6] keeps what a grade rests on: it is renamed, does not go, and keeps points that were shown', () => {
    const { m, criteria, grade } = graded();
    m.edit(grade());
    const [one, two] = criteria as [Criteria[number], Criteria[number]];
    const set = (...next: Criteria): Edit => ({ kind: 'set-rubric', rubric: m.newId(), name: 'Seminar', criteria: next }); // prettier-ignore
    const with1 = (change: object): Edit =>
      set({ ...one, levels: one.levels.map((level, i) => (i === 1 ? { ...level, ...change } : level)) }, two);
    expect(m.answer(set(one))).toBe('rubric-used');
    expect(m.answer(set({ ...one, levels: one.levels.filter((_, i) => i !== 1) }, two))).toBe('rubric-used');
    expect(m.answer(set({ ...one, levels: one.levels.slice(0, 2) }, two))).toBe('ok');
    expect(m.answer(with1({ name: 'a little' }))).toBe('ok');
    m.edit(with1({ points: 6 }));
    m.edit(release);
    expect(m.answer(with1({ points: 7 }))).toBe('rubric-used');
    expect(m.answer(with1({ points: 6, name: 'a little' }))).toBe('ok');
    // Turned around, nothing of it goes.
    expect(m.answer(set(two, { ...one, levels: one.levels.map((level, i) => (i === 1 ? { ...level, points: 6 } : level)) }))).toBe('ok'); // prettier-ignore
  });
});

describe('a grade', () => {
  it('[K2] [K3] is given by who decides, to who writes, once by each about the same, and taken back with nothing in it', () => {
    const { m, claim, met, grade } = graded();
    const first = grade();
    m.edit(first);
    m.edit(grade({ levels: met(2), feedback: '' }));
    expect([...m.map.grades.values()]).toMatchObject([
      { id: first.grade, levels: met(2), feedback: '', by: OWNER },
    ]);
    m.edit(grade({ on: claim, levels: [] }));
    m.edit(grade({ feedback: 'Good' }), MODERATOR);
    expect(gradesOf(m.map, PARTICIPANT).map(({ on, by }) => [on, by])).toEqual([[null, OWNER], [null, MODERATOR], [claim, OWNER]]); // prettier-ignore
    m.edit(grade({ levels: [], feedback: '' }));
    expect(gradesOf(m.map, PARTICIPANT)).toHaveLength(2);
    expect(m.answer(grade({ levels: [], feedback: '' }))).toBe('no-change');
  });

  it('[K2] [K3] is refused by a student, for oneself, an observer, a moderator, on what another wrote, and on a level that is none', () => {
    const { m, claim, criteria, met, grade } = graded();
    for (const by of [PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, OBSERVER, STRANGER])
      for (const edit of [grade(), release]) expect([by, m.answer(edit, by)]).toEqual([by, 'not-allowed']);
    for (const participant of [OWNER, MODERATOR, OBSERVER, FORMER])
      expect([participant, m.answer(grade({ participant }))]).toEqual([participant, 'not-gradable']);
    expect(m.answer(grade({ participant: STRANGER }))).toBe('not-found');
    expect(m.answer(grade({ participant: OTHER_PARTICIPANT, on: claim }))).toBe('not-gradable');
    expect(m.answer(grade({ on: m.newId() }))).toBe('not-found');
    expect(m.answer(grade({ on: criteria[0]?.id ?? '' }))).toBe('not-found');
    const [a, b] = met(0, 1) as [GradeEdit['levels'][number], GradeEdit['levels'][number]];
    expect(m.answer(grade({ levels: [{ ...a, level: b.level }] }))).toBe('no-such-level');
    expect(m.answer(grade({ levels: [{ ...a, criterion: m.newId() }] }))).toBe('no-such-level');
    expect(GradeEdit.safeParse(grade({ levels: [a, a] })).success).toBe(false);
    expect(m.answer(grade({ grade: claim }))).toBe('id-taken');
    const mine = grade();
    m.edit(mine);
    expect(m.answer({ ...mine, feedback: 'Mine now' }, MODERATOR)).toBe('not-allowed');
    expect(m.answer({ ...mine, participant: SUGGESTER })).toBe('id-taken');
    for (const participants of [[STRANGER], [PARTICIPANT, m.newId()]])
      expect(m.answer({ kind: 'release-grades', participants })).toBe('not-found');
    expect(m.answer({ kind: 'release-grades', participants: [SUGGESTER] })).toBe('no-change');
    expect(m.map.grades.size).toBe(1);
  });

  it('[K2] is given of what was removed, not of what was purged, and in a frozen map', () => {
    const { m, claim, grade } = graded();
    m.edit({ kind: 'remove', id: claim });
    m.edit({ kind: 'set-hold', hold: 'frozen', slow: 0 });
    m.edit(grade({ on: claim }));
    expect(m.answer(grade({ on: claim }), PARTICIPANT)).toBe('frozen');
    m.edit({ kind: 'purge', id: claim });
    expect(m.answer(grade({ on: claim, feedback: 'More' }))).toBe('purged');
    m.edit(release, MODERATOR);
  });

  it('[K3] stays with words that were merged into others', () => {
    const { m, claim, grade } = graded();
    m.edit(grade({ on: claim }));
    m.edit({ kind: 'merge-claim', claim, into: m.thesis('The same'), reference: m.newId() });
    m.edit(grade({ on: claim, feedback: 'Still good' }));
    expect([...m.map.grades.values()]).toMatchObject([{ on: claim, feedback: 'Still good' }]);
    expect(fileContent(contentOf(m.map), viewerIn(m.map, OWNER), m.map).grades).toHaveLength(1);
  });

  it('[U1] [K5] is taken back by undo, unless it was changed or released since', () => {
    const { m, grade } = graded();
    const [before, edit] = [m.map, grade()];
    m.edit(edit);
    m.edit(undoOf(edit, before, m.map)!);
    expect(gradesOf(m.map, PARTICIPANT)).toEqual([]);
    m.edit(edit);
    m.edit({ ...edit, feedback: 'Other' });
    expect(undoOf(edit, before, m.map)).toBeUndefined();
    m.edit(edit);
    m.edit(release);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
    expect(undoOf(release, before, m.map)).toBeUndefined();
  });

  it('[S-22] [S-23] has the sum of the points that were chosen; of two markers it is told where they differ', () => {
    const { m, met } = graded();
    const rubric = rubricOf(m.map)!;
    expect([sumOf(rubric, met(1, 2)), sumOf(rubric, met(0)), sumOf(rubric, []), mostOf(rubric)]).toEqual([15, 0, undefined, 20]); // prettier-ignore
    expect(differences(rubric, met(1, 2), met(1, 0)).map(({ criterion, one, other }) => [criterion.name, one?.name, other?.name])).toEqual([['Replies', 'much', 'none']]); // prettier-ignore
  });
});

describe('who sees a grade', () => {
  it('[K4] [S-21] nobody but its author before it is released: not who it is about, nor those who decide', () => {
    const { m, claim, grade } = graded();
    m.edit(grade(), MODERATOR);
    m.edit(grade({ on: claim }), MODERATOR);
    expect(seers(m)).toEqual([MODERATOR]);
    for (const who of EVERYBODY)
      expect(fileContent(contentOf(m.map), viewerIn(m.map, who), m.map).grades).toHaveLength(who === MODERATOR ? 2 : 0); // prettier-ignore
    const before = mapOf(contentOf(m.map));
    const patches = m.edit(release);
    expect(seers(m)).toEqual([OWNER, MODERATOR, PARTICIPANT]);
    // [V7] Who was told piece by piece has what a fresh snapshot has.
    for (const who of EVERYBODY) {
      const viewer = viewerIn(m.map, who);
      const change = visibleChange({ version: 9, at: 9, by: OWNER, id: m.newId(), client: m.newId(), seq: 1, kind: 'release-grades', patches }, viewer, m.map); // prettier-ignore
      const told = applyPatches(visibleMap(before, viewer), [...change.patches, ...sightOf(patches, [], m.map).opened(viewer)]); // prettier-ignore
      expect([...told.grades.keys()].sort()).toEqual(seenBy(m, who).map(({ id }) => id).sort()); // prettier-ignore
    }
  });

  it('[K4] [S-23] a second marker sees the first grade with their own, and not before', () => {
    const { m, claim, grade } = graded();
    m.edit(grade({ feedback: 'first' }), MODERATOR);
    m.edit(grade({ on: claim, feedback: 'on a claim' }), MODERATOR);
    // Another piece of work opens nothing.
    m.edit(grade({ participant: OTHER_PARTICIPANT }));
    expect(seenBy(m, OWNER).map(({ by }) => by)).toEqual([OWNER]);
    const second = grade({ feedback: 'second' });
    const patches = m.edit(second);
    const opened = sightOf(patches, [], m.map).opened(viewerIn(m.map, OWNER));
    expect(opened).toMatchObject([{ table: 'grades', put: { feedback: 'first' } }]);
    for (const who of [OWNER, MODERATOR])
      expect(seenBy(m, who).filter(({ on, participant }) => on === null && participant === PARTICIPANT).map(({ feedback }) => feedback).sort()).toEqual(['first', 'second']); // prettier-ignore
    expect(seenBy(m, OWNER).map(({ feedback }) => feedback)).not.toContain('on a claim');
    expect(seers(m)).toEqual([OWNER, MODERATOR]);
    // What is taken back is told to who had seen it, who takes their own back judges blind again.
    const first = gradeBy(m.map, MODERATOR, PARTICIPANT, null);
    m.edit(grade({ levels: [], feedback: '' }), MODERATOR);
    expect(seenBy(m, OWNER).find(({ id }) => id === first?.id)).toMatchObject({ levels: [], feedback: '' });
    m.edit(grade({ feedback: 'first' }), MODERATOR);
    m.edit({ ...second, levels: [], feedback: '' });
    expect(seenBy(m, OWNER).map(({ feedback }) => feedback)).not.toContain('first');
  });

  it('[K4] [V2] its change passes without a name, a client or a kind for everyone else', () => {
    const { m, grade } = graded();
    const edit = grade();
    const patches = m.edit(edit);
    const change = { version: 9, at: 9, by: OWNER, id: m.newId(), client: m.newId(), seq: 3, kind: 'grade' as const, patches }; // prettier-ignore
    for (const who of [MODERATOR, PARTICIPANT, OBSERVER, null]) {
      const told = visibleChange(change, viewerIn(m.map, who), m.map);
      expect(told).toMatchObject({ by: null, kind: 'hidden', seq: 0, patches: [] });
      expect(JSON.stringify(told)).not.toMatch(
        new RegExp([OWNER, edit.grade, change.id, change.client].join('|')),
      );
    }
    expect(visibleChange(change, viewerIn(m.map, OWNER), m.map)).toMatchObject({ by: OWNER, kind: 'grade' });
  });

  it('[K5] [V6] what was written before a release is nobody else’s, in the past either; a change since is seen', () => {
    const { m, grade } = graded();
    const edit = grade({ feedback: 'harsh' });
    const harsh = m.edit(edit);
    m.edit({ ...edit, feedback: 'kind' });
    m.edit(release);
    const change = { version: 9, at: 9, by: OWNER, id: m.newId(), client: m.newId(), seq: 3, kind: 'grade' as const, patches: harsh }; // prettier-ignore
    for (const who of [PARTICIPANT, MODERATOR])
      expect(visibleChange(change, viewerIn(m.map, who), m.map).patches).toEqual([]);
    expect(m.answer({ ...edit, levels: [], feedback: '' })).toBe('invalid');
    m.edit({ ...edit, feedback: 'kinder' });
    expect(seenBy(m, PARTICIPANT)).toMatchObject([{ feedback: 'kinder', released: { by: OWNER } }]);
    expect(m.answer(release)).toBe('no-change');
  });

  it('[K5] is shown to those whose grades are released, and each of them sees their own', () => {
    const { m, grade } = graded();
    m.edit(grade());
    m.edit(grade({ participant: SUGGESTER }), MODERATOR);
    m.edit({ kind: 'release-grades', participants: [SUGGESTER] });
    expect(seers(m)).toEqual([OWNER, MODERATOR, SUGGESTER]);
    m.edit(release);
    expect(seers(m)).toEqual([OWNER, MODERATOR, PARTICIPANT, SUGGESTER]);
    for (const who of [PARTICIPANT, SUGGESTER]) expect(seenBy(m, who).map(({ participant }) => participant)).toEqual([who]); // prettier-ignore
  });

  it('[K7] [S-21] [M-09] a person is told once of what was released together, and of each change since', () => {
    const { m, claim, grade } = graded();
    const told = (who: Id) => noticesFor(visibleMap(m.map, viewerIn(m.map, who)), viewerIn(m.map, who), 0).map(({ kind, by, about }) => [kind, by, about]); // prettier-ignore
    m.edit(grade());
    m.edit(grade({ on: claim }), MODERATOR);
    expect(told(PARTICIPANT)).toEqual([]);
    m.edit(release);
    expect(told(PARTICIPANT)).toEqual([['graded', OWNER, null]]);
    for (const who of [OWNER, MODERATOR, OTHER_PARTICIPANT]) expect(told(who)).toEqual([]);
    m.edit(grade({ on: claim, feedback: 'Better' }), MODERATOR);
    expect(told(PARTICIPANT)).toEqual([
      ['regraded', MODERATOR, claim],
      ['graded', OWNER, null],
    ]);
    expect(gradeBy(m.map, MODERATOR, PARTICIPANT, claim)?.feedback).toBe('Better');
  });
});
