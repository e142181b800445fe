import { expect, it } from '@jest/globals';
import { Snapshots } from './snapshots.ts';

const encoded = (version: number, length: number) => ({
  version,
  body: 'x'.repeat(length),
  zipped: undefined,
});

it('snapshots are found by map, audience and version, until their map is forgotten', () => {
  const kept = new Snapshots();
  kept.keep('a', 'everyone', encoded(1, 10));
  kept.keep('a', 'reviewers', encoded(1, 10));
  expect(kept.find('a', 'everyone', 1)).toEqual(encoded(1, 10));
  expect([kept.find('a', 'everyone', 2), kept.find('b', 'everyone', 1)]).toEqual([undefined, undefined]);
  kept.forget('a');
  expect(kept.find('a', 'reviewers', 1)).toBeUndefined();
});

it('beyond so many bytes the map goes that was asked for longest ago', () => {
  const kept = new Snapshots(300);
  const there = () => ['a', 'b', 'c'].filter((map) => kept.find(map, 'everyone', 1));
  for (const map of ['a', 'b']) kept.keep(map, 'everyone', encoded(1, 40));
  kept.find('a', 'everyone', 1);
  kept.keep('c', 'everyone', encoded(1, 20));
  expect(there()).toEqual(['a', 'b', 'c']);
  kept.find('a', 'everyone', 1);
  kept.keep('c', 'reviewers', encoded(1, 1));
  expect(there()).toEqual(['a', 'c']);
  // The same in other words takes its place; what alone is too much is not kept.
  for (let i = 0; i < 9; i += 1) kept.keep('c', 'everyone', encoded(1, 20));
  expect(there()).toEqual(['a', 'c']);
  kept.keep('c', 'everyone', encoded(1, 101));
  expect(there()).toEqual([]);
});
