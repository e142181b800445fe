import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts'; // prettier-ignore
import { aLog, aRoom, newId, numbered, settle } from '../../../testing/aRoom.ts';
import { askAgain, hear, readersIn, type Reader } from '../../../testing/readers.ts';
import { jsonOf } from '../../formats/json.ts';
import { FORMATS } from '../../formats/formats.ts';
import { Edit, undoOf, type SingleEdit } from '../edit.ts';
import type { Id } from '../id.ts';
import { contentOf } from '../patch.ts';
import { standing } from '../permissions.ts';
import { viewerIn } from '../circles.ts';
import { fileContent, visibleContent } from '../visibility.ts';
import { marksOf } from './annotate.ts';

const EVERYBODY = [OWNER, MODERATOR, PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, OBSERVER];
const LABELS = ['claim', 'reason'];

function aRound() {
  const m = aMap({ access: 'anyone' });
  const { edition, source } = m.source('河水上涨。大桥不修。渡口保留。');
  const round = m.newId();
  const begin = { kind: 'begin-round', round, edition, question: 'Which claims?', labels: LABELS } as const;
  m.edit(begin);
  const mark = ([start, end]: readonly [number, number], label = 'claim', annotation = m.newId()) =>
    ({ kind: 'annotate', annotation, edition, start, end, text: '', open: false, round, label }) as const;
  const finish = (finished = true, id = m.newId()) =>
    ({ kind: 'finish', finish: id, round, finished }) as const;
  const open = { kind: 'open-round', round } as const;
  const sees = (participant: Id | null) =>
    visibleContent(contentOf(m.map), viewerIn(m.map, participant), m.map);
  const marksSeenBy = (participant: Id): (Id | null)[] => sees(participant).annotations.map(({ by }) => by);
  return { m, edition, source, round, begin, mark, finish, open, sees, marksSeenBy };
}

describe('a round of annotation', () => {
  it('[A-13] [B1] [B4] shows each annotator their own marks alone, those who decide too, until it is opened', () => {
    const { m, mark, open, marksSeenBy } = aRound();
    const annotators = [PARTICIPANT, OTHER_PARTICIPANT, MODERATOR];
    for (const by of annotators) m.edit(mark([0, 4]), by);
    for (const who of EVERYBODY) expect(marksSeenBy(who)).toEqual(annotators.includes(who) ? [who] : []);
    m.edit(open, MODERATOR);
    for (const who of EVERYBODY) expect(marksSeenBy(who).sort()).toEqual([...annotators].sort());
  });

  it('[B1] stays blind when it is removed, and when its marks or its text are', () => {
    const { m, round, mark, source, marksSeenBy } = aRound();
    m.edit(mark([0, 4]), PARTICIPANT);
    m.remove(round, MODERATOR);
    expect(marksSeenBy(MODERATOR)).toEqual([]);
    m.edit({ kind: 'restore', id: round }, MODERATOR);
    m.remove(source, MODERATOR);
    for (const who of [MODERATOR, OWNER, OTHER_PARTICIPANT]) expect(marksSeenBy(who)).toEqual([]);
    expect(marksSeenBy(PARTICIPANT)).toEqual([PARTICIPANT]);
  });

  it('[B1] is begun, opened and taken away by whoever manages the map, one at a time on a text', () => {
    const { m, begin, round, open } = aRound();
    const other = { ...begin, round: m.newId() };
    for (const edit of [other, open, { kind: 'remove', id: round }] as const)
      for (const who of EVERYBODY)
        expect([edit.kind, standing(m.map, edit, who, 1)]).toEqual([edit.kind, [OWNER, MODERATOR].includes(who) ? 'change' : 'refused']); // prettier-ignore
    expect(m.answer(other)).toBe('round-running');
    m.edit(open);
    m.edit(other);
    expect(undoOf(other, m.map, m.map)).toBeUndefined();
  });

  it('[B1] is not begun on a text that was removed, or without labels that can be told apart', () => {
    const { m, begin, source, round } = aRound();
    m.remove(round);
    m.remove(source);
    expect(m.answer({ ...begin, round: m.newId() })).toBe('removed');
    const parses = (labels: readonly string[]): boolean => Edit.safeParse({ ...begin, labels }).success;
    expect(parses(['a'])).toBe(true);
    for (const labels of [
      [],
      [''],
      ['a', 'a'],
      ['a\nb'],
      Array.from({ length: 13 }, (_, i) => `${i}`),
      ['x'.repeat(41)],
    ])
      // prettier-ignore
      expect([labels, parses(labels)]).toEqual([labels, false]);
  });

  it('[B2] refuses a mark with its reason, and nothing changes', () => {
    const { m, mark, open, round } = aRound();
    m.edit(mark([0, 4]), PARTICIPANT);
    const before = m.map;
    const refusals = (list: readonly (readonly [SingleEdit, string])[]): void => {
      for (const [edit, code] of list) expect(m.answer(edit, PARTICIPANT)).toBe(code);
    };
    refusals([
      [mark([2, 6]), 'marks-overlap'],
      [mark([5, 9], 'verdict'), 'no-such-label'],
      [mark([5, 99]), 'not-a-passage'],
      [{ ...mark([5, 9]), open: true }, 'invalid'],
      [{ ...mark([5, 9]), round: m.newId() }, 'not-found'],
      [{ kind: 'curate', annotations: [...m.map.annotations.keys()], as: 'accepted' }, 'not-allowed'],
    ]);
    expect(m.map).toBe(before);
    // Another label, another person, and a mark beside it are no overlap.
    m.edit(mark([2, 6], 'reason'), PARTICIPANT);
    m.edit(mark([2, 6]), OTHER_PARTICIPANT);
    m.edit(mark([4, 6]), PARTICIPANT);
    m.edit(open);
    const opened = m.map;
    const [own] = marksOf(m.map, round);
    refusals([
      [mark([10, 12]), 'round-opened'],
      [{ ...mark([0, 4], 'reason', own?.id) }, 'round-opened'],
      [open, 'not-allowed'],
      [{ kind: 'finish', finish: m.newId(), round, finished: true }, 'round-opened'],
    ]);
    expect(m.answer(open)).toBe('round-opened');
    expect(m.map).toBe(opened);
  });

  it('[B2] a mark about another text, or of a round that was removed, is refused', () => {
    const { m, mark, round } = aRound();
    const { edition } = m.source('Another text.');
    expect(m.answer({ ...mark([0, 4]), edition }, PARTICIPANT)).toBe('not-a-passage');
    m.remove(round);
    expect(m.answer(mark([0, 4]), PARTICIPANT)).toBe('removed');
  });

  it('[B2] [U1] a mark gets another label and loses it again, and is taken back', () => {
    const { m, mark, open } = aRound();
    const made = mark([0, 4]);
    const none = m.map;
    m.edit(made, PARTICIPANT);
    const before = m.map;
    const other = { ...made, label: 'reason' };
    m.edit(other, PARTICIPANT);
    expect(m.map.annotations.get(made.annotation)?.label).toBe('reason');
    expect(m.answer(other, PARTICIPANT)).toBe('no-change');
    const back = undoOf(other, before, m.map);
    expect(back).toMatchObject({ label: 'claim' });
    if (back) m.edit(back, PARTICIPANT);
    expect(undoOf(made, none, m.map)).toEqual({ kind: 'remove', id: made.annotation });
    m.edit(open);
    expect(undoOf(other, before, m.map)).toBeUndefined();
  });

  it('[B3] tells everyone how many have finished, and nobody who, until it is opened', () => {
    const { m, round, finish, open, sees } = aRound();
    const first = finish();
    m.edit(first, PARTICIPANT);
    m.edit(finish(), OTHER_PARTICIPANT);
    expect(m.answer(finish(), PARTICIPANT)).toBe('no-change');
    for (const who of [...EVERYBODY, null]) {
      expect(sees(who).rounds.map(({ finished }) => finished)).toEqual([2]);
      const own = who === PARTICIPANT || who === OTHER_PARTICIPANT;
      expect(sees(who).finishes.map(({ by }) => by)).toEqual(own ? [who] : []);
    }
    m.edit(finish(false), PARTICIPANT);
    expect(m.map.rounds.get(round)?.finished).toBe(1);
    expect(standing(m.map, { ...first, finished: true }, OTHER_PARTICIPANT, 1)).toBe('refused');
    const again = { ...first, finished: true };
    const before = m.map;
    m.edit(again, PARTICIPANT);
    expect(undoOf(again, before, m.map)).toEqual({ ...first, finished: false });
    m.edit(open);
    expect(sees(OBSERVER).finishes).toHaveLength(2);
  });

  it('[B3] counts those who have finished, whatever they do', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom(...EVERYBODY), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(asked, (list) => {
        const { m, round, finish } = aRound();
        for (const [by, finished] of list) m.ask(finish(finished), by);
        const have = [...m.map.finishes.values()].filter(({ finished }) => finished);
        expect(m.map.rounds.get(round)?.finished).toBe(have.length);
        expect(new Set(have.map(({ by }) => by)).size).toBe(have.length);
      }),
    );
  });

  it('[B4] [V7] [S12] is told as it is seen, by frame, catch-up and snapshot; who finished is in no change', async () => {
    const { m, round, mark, finish, open } = aRound();
    m.edit(mark([5, 9]), OTHER_PARTICIPANT);
    const faults: string[] = [];
    const readers: Reader[] = [];
    const { room } = await aRoom(aLog(m.map), {
      onFrame: (frame) => faults.push(...hear(room, frame, readers)),
    });
    readers.push(...readersIn(room, [...EVERYBODY, null]));
    const ask = async (by: Id, edit: SingleEdit): Promise<void> => {
      expect(await room.push(newId(), by, numbered([edit]))).toMatchObject({ ok: true });
      await settle();
      for (const reader of readers) if (reader.lags) faults.push(...askAgain(room, reader));
    };
    const whoHeard = (word: string): unknown[] => [
      ...new Set(readers.flatMap(({ heard, participant }) => (heard.includes(word) ? [participant] : []))),
    ];
    const made = { ...mark([0, 4]), text: 'heimlich' };
    await ask(PARTICIPANT, made);
    const first = finish();
    await ask(PARTICIPANT, first);
    expect(whoHeard('heimlich')).toEqual([PARTICIPANT]);
    expect(whoHeard(first.finish)).toEqual([PARTICIPANT]);
    expect(whoHeard('"finished":1')).toEqual([...EVERYBODY, null]);
    expect(whoHeard('"kind":"finish"')).toEqual([PARTICIPANT]);
    await ask(OWNER, open);
    expect(whoHeard('heimlich')).toEqual([...EVERYBODY, null]);
    expect(faults).toEqual([]);
    expect(room.current.map.rounds.get(round)?.opened).toMatchObject({ by: OWNER });
  });

  it('[V8] [X-03] is in no file of who does not see it, and in ours as it is', () => {
    const { m, mark, finish, open } = aRound();
    m.edit({ ...mark([0, 4]), text: 'heimlich' }, PARTICIPANT);
    const done = finish();
    m.edit(done, PARTICIPANT);
    const file = (who: Id) => fileContent(contentOf(m.map), viewerIn(m.map, who), m.map);
    for (const who of EVERYBODY) {
      for (const { write } of FORMATS)
        if (who !== PARTICIPANT) expect(write?.(file(who), { at: 0, version: 1, permalink: null }).value ?? '').not.toContain('heimlich'); // prettier-ignore
      expect([who, jsonOf(file(who)).includes('heimlich')]).toEqual([who, who === PARTICIPANT]);
      expect([who, jsonOf(file(who)).includes(done.finish)]).toEqual([who, who === PARTICIPANT]);
    }
    m.edit(open);
    expect(jsonOf(file(OBSERVER))).toContain('heimlich');
    const markdown = FORMATS.find(({ id }) => id === 'markdown')?.write?.(file(OBSERVER), { at: 0, version: 1, permalink: null }); // prettier-ignore
    expect(markdown?.losses.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['annotations', 'rounds', 'finishes'])); // prettier-ignore
  });

  it('[E16] goes with the words of its text, and its marks with its own', () => {
    const { m, mark, source, round, sees } = aRound();
    m.edit({ ...mark([0, 4]), text: 'heimlich' }, PARTICIPANT);
    m.remove(source);
    m.edit({ kind: 'purge', id: source });
    expect(m.map.rounds.get(round)).toMatchObject({ question: '', labels: [] });
    expect(JSON.stringify(sees(PARTICIPANT))).not.toContain('heimlich');
  });
});

describe('curate', () => {
  it('[A-13] [B5] says what became of marks, by whoever decides, once they were opened', () => {
    const { m, mark, open } = aRound();
    const made = mark([0, 4]);
    m.edit(made, PARTICIPANT);
    const settled = { kind: 'curate', annotations: [made.annotation], as: 'accepted' } as const;
    expect(m.answer(settled)).toBe('round-running');
    expect(m.answer({ ...settled, annotations: [m.newId()] })).toBe('not-found');
    m.edit(open);
    expect(standing(m.map, settled, PARTICIPANT, 1)).toBe('refused');
    const before = m.map;
    m.edit(settled, MODERATOR);
    expect(m.map.annotations.get(made.annotation)?.curated).toMatchObject({ as: 'accepted', by: MODERATOR });
    expect(m.answer(settled, MODERATOR)).toBe('no-change');
    expect(undoOf(settled, before, m.map)).toEqual({ ...settled, as: null });
    m.edit({ ...settled, as: 'rejected' });
    expect(undoOf(settled, before, m.map)).toBeUndefined();
    m.edit({ kind: 'remove', id: made.annotation }, PARTICIPANT);
    expect(m.answer(settled)).toBe('removed');
  });

  it('[B5] is about marks of a round alone', () => {
    const { m, edition } = aRound();
    const annotation = m.newId();
    m.edit(
      { kind: 'annotate', annotation, edition, start: 0, end: 4, text: 'Note', open: true },
      PARTICIPANT,
    );
    expect(m.answer({ kind: 'curate', annotations: [annotation], as: 'rejected' })).toBe('not-found');
    expect(m.answer({ kind: 'annotate', annotation: m.newId(), edition, start: 0, end: 4, text: ' ', open: true }, PARTICIPANT)).toBe('invalid'); // prettier-ignore
  });
});
