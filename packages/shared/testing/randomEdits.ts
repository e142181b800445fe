// Random edits for property tests. A recipe knows no map: numbers pick among what the map holds when it is played, so
// a sequence of recipes shrinks well and still mostly makes sense.
import fc from 'fast-check';
import type { Batch, Edit, SingleEdit } from '../src/map/edit.ts';
import { everyKind } from '../src/sync/simulator/anyEdit.ts';
import type { Id } from '../src/map/id.ts';
import { isOver } from '../src/sync/simulator/stopping.ts';
import {
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  OWNER,
  PARTICIPANT,
  STRANGER,
  SUGGESTER,
  type MapBuilder,
} from './aMap.ts';
import { singleEdit } from './randomEdit.ts';
import type { Recipe } from './randomHand.ts';

const EVERYBODY: readonly Id[] = [
  OWNER,
  OWNER,
  MODERATOR,
  PARTICIPANT,
  PARTICIPANT,
  OTHER_PARTICIPANT,
  SUGGESTER,
  SUGGESTER,
];
const OUTSIDERS: readonly Id[] = [OBSERVER, STRANGER];

const WEIGHTS = everyKind({
  'add-claim': 12,
  reword: 6,
  'move-claim': 8,
  'move-argument': 4,
  turn: 2,
  reorder: 3,
  'add-reference': 5,
  'drop-reference': 3,
  remove: 5,
  restore: 4,
  purge: 2,
  comment: 2,
  'change-settings': 1,
  'set-hold': 1,
  mute: 1,
  unmute: 2,
  'set-role': 1,
  decide: 3,
  withdraw: 1,
  resubmit: 1,
  appeal: 1,
  reopen: 1,
  'hand-over': 1,
  'add-source': 1,
  'add-edition': 1,
  quote: 4,
  requote: 2,
  gloss: 2,
  annotate: 4,
  flag: 2,
  'close-flags': 1,
  'begin-round': 3,
  'open-round': 2,
  finish: 2,
  curate: 3,
  look: 1,
  'merge-claim': 4,
  'unmerge-claim': 2,
  'split-claim': 2,
  'move-quotation': 1,
  'set-rule': 1,
  'drop-rule': 1,
  'set-reason': 1,
  'drop-reason': 1,
  'set-trust': 1,
  'begin-debate': 1,
  'plan-debate': 1,
  clock: 1,
  spotlight: 1,
  'set-side': 1,
  'set-allowance': 1,
  'raise-hand': 2,
  'set-hand': 1,
  'arrange-hands': 2,
  propose: 2,
  publish: 1,
  vote: 5,
  'begin-poll': 1,
  'end-poll': 1,
  'set-rubric': 1,
  grade: 4,
  'release-grades': 1,
});

/** One step of a story: an edit, or several as a batch. */
export interface Step {
  readonly by: Id;
  readonly recipes: readonly Recipe[];
}

const WORDS = ['the', 'river', '河水', '上涨', 'rises', 'fast', '。', '很快', 'slowly', '👩‍👩‍👧', 'é', '𠮷'];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));

// Without bias: fast-check's preference for small numbers would always pick the same few claims.
const any = fc.noBias(fc.nat());

const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.oneof(
    ...Object.entries(WEIGHTS).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as SingleEdit['kind']),
    })),
  ),
  picks: fc.tuple(any, any, any),
  flag: fc.boolean(),
  text,
  stray: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
});

interface Story {
  readonly length: number;
  readonly actors?: readonly Id[];
  readonly kinds?: (kind: SingleEdit['kind']) => boolean;
}

/** Steps by anybody, or by the given actors: mostly single edits, some batches. */
export function steps({ length, actors, kinds = () => true }: Story): fc.Arbitrary<Step[]> {
  const allowed = recipe.filter(({ kind }) => kinds(kind));
  const recipes = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(allowed) },
    { weight: 1, arbitrary: fc.array(allowed, { minLength: 1, maxLength: 4 }) },
  );
  const by = actors
    ? fc.constantFrom(...actors)
    : fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...EVERYBODY) },
        { weight: 1, arbitrary: fc.constantFrom(...OUTSIDERS) },
      );
  return fc.array(fc.record({ by, recipes }), {
    minLength: Math.ceil(length / 2),
    maxLength: length,
    size: 'max',
  });
}

/** The edit that a step means in the present map. Parts of a batch see what earlier parts made, where that is allowed. */
export function editOf(builder: MapBuilder, { by, recipes }: Step): Edit {
  const [first, ...rest] = recipes;
  if (!first) throw new Error('a step has at least one recipe');
  // [P27] An owner soon lets the story go on.
  const role = builder.map.participants.get(by)?.role ?? null;
  if (isOver(builder.map, { participant: by, role })) return { kind: 'set-hold', hold: 'none', slow: 0 };
  if (rest.length === 0) return singleEdit(builder, first);
  const kept = builder.map;
  const edits: SingleEdit[] = [];
  for (const each of recipes) {
    const edit = singleEdit(builder, each);
    edits.push(edit);
    builder.ask(edit, by);
  }
  builder.map = kept;
  return { kind: 'batch', edits } satisfies Batch;
}

/** A small map that has one of everything. */
export function aSeedMap(builder: MapBuilder): MapBuilder {
  const thesis = builder.thesis('the river rises');
  const { claim, argument } = builder.support(thesis, '河水 上涨', { by: PARTICIPANT });
  const joint = builder.joint(argument, 'fast', { by: OTHER_PARTICIPANT });
  const undercut = builder.rebut(argument, '很快 。', { by: PARTICIPANT });
  const rebuttal = builder.rebut(claim, 'slowly', { by: MODERATOR });
  builder.refer(joint, rebuttal.argument, { by: PARTICIPANT });
  builder.refer(thesis, undercut.argument);
  builder.comment(claim, 'the', OTHER_PARTICIPANT);
  builder.quote(claim, builder.source().edition, [17, 21], PARTICIPANT);
  return builder;
}

/** Plays the steps; refused ones are passed over. */
export function play(builder: MapBuilder, story: readonly Step[]): void {
  for (const step of story) {
    builder.ask(editOf(builder, step), step.by);
  }
}
