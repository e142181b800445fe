// One random edit from a recipe, by what it is about.
import type { SingleEdit } from '../src/map/edit.ts';
import { theses } from '../src/map/tree.ts';
import { anyEdit, type Below } from '../src/sync/simulator/anyEdit.ts';
import { debating, isDebating } from '../src/sync/simulator/debating.ts';
import { grading, isGrading } from '../src/sync/simulator/grading.ts';
import { Random } from '../src/sync/simulator/random.ts';
import { isStopping, stopping } from '../src/sync/simulator/stopping.ts';
import { PARTICIPANT, type MapBuilder } from './aMap.ts';
import { handOf, type Hand, type Recipe } from './randomHand.ts';
import { orderAmong, place } from './randomPlaces.ts';
import { reviewEdit } from './randomReviewEdits.ts';
import { sourceEdit } from './randomSourceEdits.ts';
import { treeEdit } from './randomTreeEdits.ts';

/** Whom edits of a debate are made for; who asks is another matter. */
const SOMEBODY = { participant: PARTICIPANT, role: 'owner' } as const;

export function singleEdit(builder: MapBuilder, recipe: Recipe): SingleEdit {
  const hand = handOf(builder, recipe);
  const { map, kind, a, b, c, flag, words } = hand;
  const added = (): SingleEdit => ({ kind: 'add-claim', claim: builder.newId(), text: words, language: 'en', to: place(builder, b, c, flag) }); // prettier-ignore
  if (isStopping(kind)) {
    const making = { newId: () => builder.newId(), text: () => words };
    return stopping(kind, map, SOMEBODY, new Random(a ^ b ^ c), making) ?? added();
  }
  if (isGrading(kind)) {
    const making = { newId: () => builder.newId(), text: () => words };
    return grading(kind, map, new Random(a ^ b ^ c), making) ?? added();
  }
  if (isDebating(kind)) {
    const making = { newId: () => builder.newId(), text: () => words, edit: added };
    return debating(kind, map, SOMEBODY, new Random(a ^ b ^ c), making) ?? added();
  }
  if (kind === 'add-claim') return added();
  return (
    treeEdit(hand) ??
    sourceEdit(hand) ??
    reviewEdit(hand) ??
    assessingEdit(hand) ??
    anyEdit(kind, map, numbersFrom(a ^ b ^ c), () => builder.newId())
  );
}

/** Of votes and polls, of what was read, and of what the map says twice or at once. */
function assessingEdit(hand: Hand): SingleEdit | undefined {
  const { builder, map, kind, a, b, c, flag, words, pick, claim } = hand;
  switch (kind) {
    case 'vote': {
      const ons = [...map.claims.keys(), ...map.arguments.keys(), ...map.polls.keys()];
      const known = flag ? pick([...map.votes.keys()], b) : builder.newId();
      return { kind, vote: known, on: pick(ons, a), ballot: builder.newId(), judged: null, value: c % 6 === 5 ? null : c % 5 }; // prettier-ignore
    }
    case 'begin-poll':
      return { kind, poll: builder.newId(), question: words, before: flag ? pick([...map.polls.keys()], a) : null, live: b % 2 === 0 }; // prettier-ignore
    case 'end-poll':
      return { kind, poll: pick([...map.polls.keys()], a), show: flag };
    case 'look': {
      const latest = 1_000 + (a % 2_000);
      return {
        kind,
        until: latest,
        told: b % 2_000,
        opened: [{ claim, words: latest, talk: c % 2_000 }],
        all: flag,
      };
    }
    case 'merge-claim':
      return { kind, claim, into: pick([...map.claims.keys()], b), reference: builder.newId() };
    case 'unmerge-claim':
      return { kind, claim: pick([...map.mergers.keys()], a) };
    case 'split-claim': {
      const was = map.claims.get(claim)?.text || words;
      const quoted = (map.index.quotations.get(claim) ?? []).filter((id) => !map.quotations.get(id)?.removed);
      const part = () => ({
        claim: builder.newId(),
        argument: builder.newId(),
        order: orderAmong(theses(map), c),
      });
      const parts = [{ ...part(), text: words, quotations: flag ? quoted : [] }, { ...part(), text: was, quotations: [] }]; // prettier-ignore
      return { kind, claim, was, text: words, as: b % 2 === 0 ? 'own' : 'joint', parts: parts.slice(c % 2) };
    }
    case 'change-settings':
      if (b % 4 === 1) return { kind, set: { votes: flag ? 'open' : a % 2 === 0 ? 'own' : 'hidden' } };
      if (b % 2 === 0) return { kind, set: { policy: words, quota: 1 + (c % 12), trust: a % 3 } };
      return { kind, set: flag ? { title: words } : { editing: a % 2 === 0 ? 'all' : 'own' } };
    default:
      return undefined;
  }
}

/** Always the same from the same number. */
function numbersFrom(seed: number): Below {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}
