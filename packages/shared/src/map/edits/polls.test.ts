import { describe, expect, it } from '@jest/globals';
import { aMap, anId, EVERYBODY, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../testing/aMap.ts'; // prettier-ignore
import { applyPatches, contentOf, put } from '../patch.ts';
import { viewerIn } from '../circles.ts';
import { undoOf, type Edit } from '../edit.ts';
import type { Id } from '../id.ts';
import { visibleContent } from '../visibility.ts';
import { ballotFor } from '../voting.ts';
import { pollsIn } from './polls.ts';

const begin = (m: MapBuilder, before: Id | null = null, live = false) => {
  const poll = m.newId();
  m.edit({ kind: 'begin-poll', poll, question: 'Is the bridge kept?', before, live });
  return poll;
};
const end = (poll: Id, show: boolean): Edit => ({ kind: 'end-poll', poll, show });
const [AGAINST, UNDECIDED, FOR] = [0, 1, 2];
const answer = (m: MapBuilder, on: Id, value: number | null, by: Id, judged: string | null = null) =>
  m.ask({ kind: 'vote', vote: m.newId(), on, ballot: m.newId(), judged, value }, by);
const shownTo = (m: MapBuilder, who: Id | null) => visibleContent(contentOf(m.map), viewerIn(m.map, who), m.map).tallies; // prettier-ignore

describe('a poll', () => {
  it('[C6] asks everyone, one at a time, whatever phase runs and whatever else is voted on', () => {
    const m = aMap();
    const poll = begin(m);
    for (const by of [PARTICIPANT, SUGGESTER, MODERATOR]) expect(answer(m, poll, FOR, by).ok).toBe(true);
    expect(answer(m, poll, FOR, OBSERVER)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(answer(m, poll, 3, PARTICIPANT)).toMatchObject({ refusal: { code: 'invalid' } });
    expect(m.answer({ kind: 'begin-poll', poll: m.newId(), question: 'Q', before: null, live: false })).toBe('poll-running'); // prettier-ignore
    expect(m.answer({ kind: 'begin-poll', poll: m.newId(), question: 'Q', before: null, live: false }, PARTICIPANT)).toBe('not-allowed'); // prettier-ignore
    m.edit(end(poll, true), MODERATOR);
    expect(answer(m, poll, AGAINST, PARTICIPANT)).toMatchObject({ refusal: { code: 'vote-closed' } });
    expect(m.answer(end(poll, true))).toBe('no-change');
    expect(m.answer(end(m.newId(), true))).toBe('not-found');
    expect(shownTo(m, null)).toMatchObject([{ on: poll, votes: 3, counts: [0, 0, 3] }]);
  });

  it('[C6] [S-17] [E-04] keeps back what came out until it is shown, with that of the poll it is compared with', () => {
    const m = aMap();
    const first = begin(m);
    answer(m, first, AGAINST, PARTICIPANT);
    answer(m, first, UNDECIDED, OTHER_PARTICIPANT);
    answer(m, first, FOR, SUGGESTER);
    m.edit(end(first, false));
    const second = begin(m, first);
    answer(m, second, FOR, PARTICIPANT);
    answer(m, second, FOR, OTHER_PARTICIPANT);
    answer(m, second, FOR, MODERATOR);
    for (const who of [...EVERYBODY, null]) expect(shownTo(m, who)).toEqual([]);
    m.edit(end(second, true));
    for (const who of [...EVERYBODY, null]) expect(shownTo(m, who)).toHaveLength(2);
    expect(m.map.polls.get(second)?.compared).toEqual({ paired: 2, unpaired: 2, flow: [[0, 0, 1], [0, 0, 1], [0, 0, 0]] }); // prettier-ignore
    expect(pollsIn(m.map).map(({ ended, shown }) => [ended !== null, shown !== null])).toEqual([[true, true], [true, true]]); // prettier-ignore
  });

  it('[C6] shows what comes out while it runs, where it was begun so', () => {
    const m = aMap();
    const poll = begin(m, null, true);
    answer(m, poll, FOR, PARTICIPANT);
    expect(shownTo(m, OBSERVER)).toMatchObject([{ votes: 1, counts: [0, 0, 1] }]);
  });

  it('[C7] [S-18] where nobody can be looked behind, tells nothing of four people, and is never live', () => {
    const m = aMap({ faces: 'anonymous' });
    const many = Array.from({ length: 6 }, (_, i) => anId(i + 1, 0xffd));
    m.map = applyPatches(m.map, many.map((id) => put('participants', { id, name: id, role: 'participant', side: null, pseudonym: true, at: 0 }))); // prettier-ignore
    expect(m.answer({ kind: 'begin-poll', poll: m.newId(), question: 'Q', before: null, live: true })).toBe('invalid'); // prettier-ignore
    const [first, second] = [begin(m), m.newId()];
    for (const by of many.slice(0, 4)) answer(m, first, FOR, by);
    m.edit(end(first, true));
    expect(shownTo(m, OWNER)).toEqual([]);
    m.edit({ kind: 'begin-poll', poll: second, question: 'Q', before: first, live: false });
    for (const by of many) answer(m, second, AGAINST, by);
    m.edit(end(second, true));
    expect(shownTo(m, OWNER)).toMatchObject([{ on: second, votes: 6, counts: [6, 0, 0] }]);
    expect(m.map.polls.get(second)?.compared).toEqual({ flow: null, paired: 4, unpaired: 2 });
  });

  it('[U1] [U3] is taken back by undo before anybody voted; its end is not', () => {
    const m = aMap();
    const poll = m.newId();
    const edit = { kind: 'begin-poll', poll, question: 'Q', before: null, live: false } as const;
    const before = m.map;
    m.edit(edit);
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'remove', id: poll });
    answer(m, poll, FOR, PARTICIPANT);
    expect(ballotFor(m.map, poll)?.voted).toBe(1);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
    expect(undoOf(end(poll, true) as never, before, m.map)).toBeUndefined();
    m.edit({ kind: 'remove', id: poll });
    expect(answer(m, poll, FOR, OTHER_PARTICIPANT)).toMatchObject({ refusal: { code: 'removed' } });
    expect(m.answer(end(poll, true))).toBe('removed');
  });
});
