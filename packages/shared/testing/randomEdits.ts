// Random edits for property tests. A recipe knows no map: numbers pick among what the map holds when it is played, so
// a sequence of recipes shrinks well and still mostly makes sense.
import fc from 'fast-check';
import type { Batch, Edit, SingleEdit } from '../src/map/edit.ts';
import type { Place } from '../src/map/edits/place.ts';
import { anyEdit, everyKind, type Below } from '../src/sync/simulator/anyEdit.ts';
import { TABLES } from '../src/map/tables/tables.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import type { Id } from '../src/map/id.ts';
import type { Target } from '../src/map/tables/arguments.ts';
import { orderAt, type Ordered } from '../src/map/order.ts';
import { premisesOf, repliesTo, theses } from '../src/map/tree.ts';
import { debating, isDebating } from '../src/sync/simulator/debating.ts';
import { grading, isGrading } from '../src/sync/simulator/grading.ts';
import { isOver, isStopping, stopping } from '../src/sync/simulator/stopping.ts';
import { Random } from '../src/sync/simulator/random.ts';
import { pendingProposals } from '../src/map/pending.ts';
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
  annotate: 2,
  flag: 2,
  'close-flags': 1,
  'begin-round': 2,
  'open-round': 1,
  finish: 2,
  curate: 1,
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

export interface Recipe {
  readonly kind: SingleEdit['kind'];
  /** What to pick; each is taken modulo the number of candidates. */
  readonly picks: readonly [number, number, number];
  readonly flag: boolean;
  readonly text: string;
  /** Now and then any id will do, also one of the wrong kind or of nothing. */
  readonly stray: boolean;
}

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

/** Whom edits of a debate are made for; who asks is another matter. */
const SOMEBODY = { participant: PARTICIPANT, role: 'owner' } as const;

function singleEdit(
  builder: MapBuilder,
  { kind, picks: [a, b, c], flag, text: words, stray }: Recipe,
): SingleEdit {
  const { map } = builder;
  const nothing = builder.newId();
  const strays = stray ? idsOf(map) : undefined;
  const pick = (ids: readonly Id[], n: number): Id => {
    const from = strays ?? ids;
    return from[n % Math.max(1, from.length)] ?? nothing;
  };
  const claim = pick([...map.claims.keys()], a);
  /** Also one that was merged into another. */
  const known = pick([...map.claims.keys(), ...map.mergers.keys()], a);
  const argument = pick([...map.arguments.keys()], a);
  const node = pick([...map.claims.keys(), ...map.arguments.keys()], a);
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
  switch (kind) {
    case 'add-claim':
      return added();
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
    case 'change-settings':
      if (b % 4 === 1) return { kind, set: { votes: flag ? 'open' : a % 2 === 0 ? 'own' : 'hidden' } };
      if (b % 2 === 0) return { kind, set: { policy: words, quota: 1 + (c % 12), trust: a % 3 } };
      return { kind, set: flag ? { title: words } : { editing: a % 2 === 0 ? 'all' : 'own' } };
    case 'set-role':
      return {
        kind,
        participant: pick([...map.participants.keys()], a),
        role: ROLES[b % ROLES.length] ?? null,
      };
    case 'add-source': {
      const named = { title: words, url: flag ? 'https://example.org' : '', language: 'en' };
      const marks = b % 2 === 0 ? [{ start: 0, speaker: 'Ann', time: c % 3 === 0 ? c : null }] : [];
      return { kind, source: builder.newId(), edition: builder.newId(), ...named, text: words, marks };
    }
    case 'add-edition':
      return { kind, edition: builder.newId(), source: pick([...map.sources.keys()], a), text: words, reason: 'mended', marks: [] }; // prettier-ignore
    case 'quote': {
      const edition = pick([...map.editions.keys()], b);
      const bearing = flag ? 'inference' : 'paraphrase';
      const from = a % 2 === 0 ? { rule: flag ? 'zh.reason' : 'en.reason' } : {};
      return {
        kind,
        quotation: builder.newId(),
        claim: known,
        edition,
        start: c % 3,
        end: (c % 3) + 2,
        bearing,
        ...from,
      };
    }
    case 'requote': {
      const quotation = pick([...map.quotations.keys()], a);
      const own = map.quotations.get(quotation);
      const edition = flag && own ? own.edition : pick([...map.editions.keys()], b);
      const start = own && c % 2 === 0 ? own.start : c % 3;
      const end = own && c % 2 === 0 ? own.end : (c % 3) + 2;
      const bearing = b % 2 === 0 ? 'disputes' : 'paraphrase';
      return { kind, quotation, edition, start, end, bearing };
    }
    case 'gloss': {
      const quotation = pick([...map.quotations.keys()], a);
      return { kind, quotation, text: b % 4 === 0 ? '' : words, language: flag ? 'zh' : 'en' };
    }
    case 'annotate': {
      const known = flag ? undefined : pick([...map.annotations.keys()], a);
      const round = a % 3 === 0 ? [...map.rounds.values()][b % Math.max(1, map.rounds.size)] : undefined;
      const edition = round?.edition ?? pick([...map.editions.keys()], b);
      return {
        kind,
        annotation: known ?? builder.newId(),
        edition,
        start: c % 3,
        end: (c % 3) + 2,
        text: words,
        open: !round && c % 2 === 0,
        ...(round ? { round: round.id, label: round.labels[c % 2] ?? 'other' } : {}),
      };
    }
    case 'begin-round': {
      const edition = pick([...map.editions.keys()], a);
      return { kind, round: builder.newId(), edition, question: words, labels: flag ? ['claim'] : ['claim', 'reason'] }; // prettier-ignore
    }
    case 'open-round':
      return { kind, round: pick([...map.rounds.keys()], a) };
    case 'vote': {
      const ons = [...map.claims.keys(), ...map.arguments.keys(), ...map.polls.keys()];
      const known = flag ? pick([...map.votes.keys()], b) : builder.newId();
      return { kind, vote: known, on: pick(ons, a), ballot: builder.newId(), judged: null, value: c % 6 === 5 ? null : c % 5 }; // prettier-ignore
    }
    case 'begin-poll':
      return { kind, poll: builder.newId(), question: words, before: flag ? pick([...map.polls.keys()], a) : null, live: b % 2 === 0 }; // prettier-ignore
    case 'end-poll':
      return { kind, poll: pick([...map.polls.keys()], a), show: flag };
    case 'finish': {
      const known = flag ? pick([...map.finishes.keys()], b) : builder.newId();
      return { kind, finish: known, round: pick([...map.rounds.keys()], a), finished: c % 3 !== 0 };
    }
    case 'curate': {
      const marks = [...map.annotations.values()].filter(
        ({ round }) => round !== null && (b % 5 === 0 || map.rounds.get(round)?.opened),
      );
      const annotations = [pick(marks.map(({ id }) => id), a)]; // prettier-ignore
      return { kind, annotations, as: b % 3 === 0 ? null : flag ? 'accepted' : 'rejected' };
    }
    case 'flag': {
      const about = pick([...map.claims.keys(), ...map.comments.keys(), ...map.mergers.keys()], a);
      return {
        kind,
        flag: builder.newId(),
        about,
        code: c % 3 === 0 ? pick([...map.reasons.keys()], b) : b % 2 === 0 ? 'personal' : 'other',
        text: flag ? words : null,
      };
    }
    case 'close-flags':
      return {
        kind,
        about: pick(
          [...map.flags.values()].map(({ about }) => about),
          a,
        ),
      };
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
    case 'move-quotation':
      return {
        kind,
        quotation: pick([...map.quotations.keys()], a),
        claim: pick([...map.claims.keys()], b),
      };
    case 'set-rule': {
      const rule = flag ? builder.newId() : pick([...map.rules.keys()], a);
      return b % 2 === 0
        ? { kind, rule, own: null, off: `w${c}` }
        : { kind, rule, own: { ...AN_OWN_RULE, words: [`w${c}`] }, off: '' };
    }
    case 'drop-rule':
      return { kind, rule: pick([...map.rules.keys()], a) };
    case 'set-reason': {
      const reason = flag ? builder.newId() : pick([...map.reasons.keys()], a);
      return b % 3 === 0
        ? { kind, reason, code: c % 2 === 0 ? 'language' : 'several', zh: '', en: '', offered: false }
        : { kind, reason, code: null, zh: words, en: c % 2 === 0 ? '' : words, offered: b % 2 === 0 };
    }
    case 'drop-reason':
      return { kind, reason: pick([...map.reasons.keys()], a) };
    case 'set-trust': {
      const participant = pick([...map.participants.keys()], a);
      const known = [...map.trusts.values()].find((one) => one.participant === participant);
      return { kind, trust: known?.id ?? builder.newId(), participant, revoked: flag };
    }
    case 'decide':
      return {
        kind,
        proposal: proposal(map, a) ?? nothing,
        verdict:
          (['rejected', 'returned', 'spam', 'accepted', 'accepted', 'accepted'] as const)[b % 6] ??
          'accepted',
        reason: flag ? words : null,
      };
    case 'resubmit':
      return { kind, proposal: pick([...map.proposals.keys()], a), text: words };
    case 'appeal':
      return {
        kind,
        proposal: pick(b % 4 === 0 ? [...map.proposals.keys()] : sentBack(map), a),
        text: words,
      };
    case 'reopen':
      return { kind, proposal: pick(b % 4 === 0 ? [...map.proposals.keys()] : sentBack(map), a) };
    case 'hand-over': {
      const deciding = [...map.participants.values()].filter(({ role }) => c % 4 === 0 || role === 'owner' || role === 'moderator'); // prettier-ignore
      const to = c % 3 === 0 ? null : pick(deciding.map(({ id }) => id), b); // prettier-ignore
      return { kind, proposal: proposal(map, a) ?? nothing, to };
    }
    case 'withdraw':
      return { kind, proposal: proposal(map, a) ?? nothing };
    default:
      return anyEdit(kind, map, numbersFrom(a ^ b ^ c), () => builder.newId());
  }
}

const AN_OWN_RULE = {
  id: 'own.rule',
  language: 'en',
  role: 'point',
  where: 'anywhere',
  measured: null,
  as: 'outline',
} as const;

const sentBack = ({ proposals }: ArgumentMap): Id[] =>
  [...proposals.values()].flatMap(({ id, state }) =>
    ['rejected', 'returned', 'spam'].includes(state) ? id : [],
  );

/** Always the same from the same number. */
function numbersFrom(seed: number): Below {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const ROLES = ['owner', 'moderator', 'participant', 'participant', 'suggester', 'observer', null] as const;

function place(builder: MapBuilder, b: number, c: number, flag: boolean): Place {
  const { map } = builder;
  const all = [...map.arguments.keys()];
  if (b % 5 === 0) return { at: 'thesis', order: orderAmong(theses(map), c) };
  if (b % 5 === 1 && all.length > 0) {
    const argument = all[c % all.length] ?? builder.newId();
    return { at: 'premise', argument, order: orderAmong(premisesOf(map, argument), b) };
  }
  const target = targetOf(map, c);
  const direction = flag && target.kind === 'claim' ? 'support' : 'rebut';
  return {
    at: 'argument',
    argument: builder.newId(),
    direction,
    target,
    order: orderAmong(repliesTo(map, target.id), b),
  };
}

function targetOf(map: ArgumentMap, n: number): Target {
  const claims = [...map.claims.keys()];
  const all = [...claims, ...map.mergers.keys(), ...map.arguments.keys()];
  const id = all[n % Math.max(1, all.length)] ?? OWNER;
  return { kind: map.arguments.has(id) ? 'argument' : 'claim', id };
}

const orderAmong = (siblings: readonly Ordered[], n: number): string =>
  orderAt(siblings, n % (siblings.length + 1));

function proposal(map: ArgumentMap, n: number): Id | undefined {
  const pending = pendingProposals(map);
  return pending[n % Math.max(1, pending.length)]?.id;
}

const sayings = (map: ArgumentMap): Id[] => [
  ...map.comments.keys(),
  ...map.quotations.keys(),
  ...map.sources.keys(),
  ...map.flags.keys(),
  ...map.annotations.keys(),
  ...map.rounds.keys(),
  ...map.mergers.keys(),
];

const removed = (map: ArgumentMap): Id[] =>
  [
    map.claims,
    map.arguments,
    map.comments,
    map.sources,
    map.quotations,
    map.flags,
    map.annotations,
    map.rounds,
    map.mergers,
  ].flatMap((table) => [...table.values()].flatMap(({ id, removed }) => (removed ? [id] : [])));
const idsOf = (map: ArgumentMap): Id[] => TABLES.flatMap((table) => [...map[table].keys()]);

/** Plays the steps; refused ones are passed over. */
export function play(builder: MapBuilder, story: readonly Step[]): void {
  for (const step of story) {
    builder.ask(editOf(builder, step), step.by);
  }
}
