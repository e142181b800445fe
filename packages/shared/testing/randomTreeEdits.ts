// Random edits of the tree: claims, arguments and references, where they stand and what they say.
import type { SingleEdit } from '../src/map/edit.ts';
import { repliesTo, theses } from '../src/map/tree.ts';
import type { Hand } from './randomHand.ts';
import { orderAmong, place, removed, sayings, targetOf } from './randomPlaces.ts';

/** Undefined where the recipe is for another kind. */
export function treeEdit(hand: Hand): SingleEdit | undefined {
  const { builder, map, kind, a, b, c, flag, words, pick, claim, known, argument, node } = hand;
  switch (kind) {
    case 'reword': {
      // Of what was purged no words are left to start from.
      const present = map.claims.get(claim)?.text || words;
      const was = b % 3 === 0 ? words : present;
      return { kind, claim, text: c % 2 === 0 ? words : `${present} ${words}`, was };
    }
    case 'move-claim':
      return { kind, claim, to: place(builder, b, c, flag) };
    case 'move-argument': {
      const target = targetOf(map, b);
      return { kind, argument, target, order: orderAmong(repliesTo(map, target.id), c) };
    }
    case 'turn':
      return { kind, argument, direction: flag ? 'support' : 'rebut' };
    case 'reorder':
      return {
        kind,
        id: b % 4 === 0 ? pick([...map.references.keys()], a) : node,
        order: orderAmong(theses(map), c),
      };
    case 'add-reference': {
      const to = place(builder, b, c, flag);
      return {
        kind,
        reference: builder.newId(),
        claim: known,
        to: to.at === 'thesis' ? builder.newArgument('support', claim) : to,
      };
    }
    case 'drop-reference':
      return { kind, reference: pick([...map.references.keys()], a) };
    case 'remove':
      return { kind, id: b % 5 === 0 ? pick(sayings(map), a) : node };
    case 'restore':
    case 'purge':
      return { kind, id: pick(removed(map), a) };
    case 'comment':
      return { kind, comment: builder.newId(), claim: known, text: words };
    default:
      return undefined;
  }
}
