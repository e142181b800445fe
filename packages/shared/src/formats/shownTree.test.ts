import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomContents } from '../../testing/contents.ts';
import { mapOf } from '../map/patch.ts';
import { commentsOn, premisesOf, repliesTo, subtree, theses } from '../map/tree.ts';
import { shownTree } from './shownTree.ts';

it('the tree of a file is the tree that the look-ups of the map show', () => {
  fc.assert(
    fc.property(randomContents(60), (content) => {
      const map = mapOf(content);
      const tree = shownTree(content);
      expect(tree.theses).toEqual(theses(map));
      expect(tree.inOrder).toEqual(
        theses(map).flatMap(({ id }) => [...subtree(map, id)].map(({ value }) => value)),
      );
      for (const { id } of tree.inOrder) {
        expect(tree.has(id)).toBe(true);
        expect(tree.repliesTo(id)).toEqual(repliesTo(map, id));
        expect(tree.premisesOf(id)).toEqual(map.arguments.has(id) ? premisesOf(map, id) : []);
        expect(tree.commentsOn(id)).toEqual(commentsOn(map, id));
      }
    }),
  );
});
