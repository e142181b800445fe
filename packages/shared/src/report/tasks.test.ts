import { describe, expect, it } from '@jest/globals';
import { aMap, OWNER, PARTICIPANT } from '../../testing/aMap.ts';
import { MapInfo } from '../map/info.ts';
import { deedOnInfo } from '../record/deeds.ts';
import { NO_TASKS } from '../map/tasks.ts';
import { partsIn, type PersonPart } from './parts.ts';
import { doneOf, progressIn } from './tasks.ts';

const part = (counts: Partial<PersonPart>): PersonPart => ({ ...partsIn(aMap().map, 0)[0]!, ...counts });

describe('tasks', () => {
  const tasks = { ...NO_TASKS, claims: 3, replies: 3 };

  it('[S-16] [H6] each kind counts up to its target: six replies and no claim are half of three and three', () => {
    expect(doneOf(progressIn(tasks, part({ replies: 6, claims: 0 })))).toBe(0.5);
    expect(doneOf(progressIn(tasks, part({ replies: 3, claims: 3 })))).toBe(1);
    expect(progressIn(tasks, part({ replies: 6 })).map(({ task }) => task)).toEqual(['claims', 'replies']);
  });

  it('[H6] without a target there is none, and what one may not know leaves the whole untold', () => {
    expect(doneOf(progressIn(NO_TASKS, part({ claims: 9 })))).toBeNull();
    expect(doneOf(progressIn({ ...tasks, votes: 5 }, part({ voted: null })))).toBeNull();
    expect(doneOf(progressIn({ ...NO_TASKS, votes: 4 }, part({ voted: 1 })))).toBe(0.25);
  });

  it('[S-16] [H6] are set by who manages the map, as values: the same again is no change, and undo brings back what was', () => {
    const m = aMap();
    const set = (of: object) =>
      ({ kind: 'change-settings', set: { tasks: { ...NO_TASKS, ...of } } }) as const;
    expect(m.answer(set({ claims: 2 }), PARTICIPANT)).toBe('not-allowed');
    expect(m.answer(set({}))).toBe('no-change');
    m.edit(set({ claims: 2 }), OWNER);
    expect(m.answer(set({ claims: 2 }))).toBe('no-change');
    // As a database gives it back.
    const turned = { votes: 0, comments: 0, sources: 0, replies: 0, claims: 2 };
    expect(m.answer({ kind: 'change-settings', set: { tasks: turned } })).toBe('no-change');
    expect(deedOnInfo({ ...m.map.info, hold: 'frozen' }, { ...m.map.info, tasks: turned })).toMatchObject({
      kind: 'set-hold',
    });
    expect(deedOnInfo(aMap().map.info, m.map.info)).toMatchObject({
      after: 'claims 2, replies 0, sources 0, comments 0, votes 0',
    });
    expect(MapInfo.safeParse({ ...m.map.info, tasks: { ...NO_TASKS, claims: -1 } }).success).toBe(false);
  });
});
