import { describe, expect, it } from '@jest/globals';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import { filled, isRight, listed, mostGroups, movedTo, usualGroups } from './drafted.ts';

const people = Array.from({ length: 13 }, (_, n) => ({ id: anId(n), name: `Student ${n}`, role: 'participant' as const, side: null, pseudonym: false, at: 0 })); // prettier-ignore
const nameOf = (n: number) => `Group ${n}`;

describe('a division before it is done', () => {
  it('[S-14] begins with about four to a group, and has room for groups of two', () => {
    expect([usualGroups(people), mostGroups(people)]).toEqual([3, 6]);
    expect([usualGroups(people.slice(0, 2)), mostGroups(people.slice(0, 1))]).toEqual([1, 0]);
  });

  it('[S-14] a list with numbers means the first and the second', () => {
    const { groups } = listed('Student 0,2\nStudent 1,Red', people, nameOf);
    expect(groups.map(({ name }) => name)).toEqual(['Group 2', 'Red']);
  });

  it('[S-14] people go by hand from group to group, and a group of one is not right', () => {
    const [a, b, c, d] = [anId(0), anId(1), anId(2), anId(3)];
    const two = [
      { name: 'One', people: [a, b] },
      { name: 'Two', people: [c, d] },
    ];
    const moved = movedTo(two, a, 'Two');
    expect(moved.map((group) => group.people)).toEqual([[b], [c, d, a]]);
    expect([isRight(two), isRight(moved)]).toEqual([true, false]);
    const emptied = movedTo(moved, b, null);
    expect([filled(emptied).length, isRight(emptied), isRight([])]).toEqual([1, true, false]);
  });
});
