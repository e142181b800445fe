// Strengths of 10,000 claims: from nothing, after one edit and after one vote; 500 claims in one circle and in many, and a
// map whose claims lean on its thesis, so that much of it is one circle.
import {
  applyPatches,
  explanationOf,
  mapOf,
  put,
  strengthsAfter,
  strengthsOf,
  type ArgumentMap,
  type Id,
  type MapContent,
  type Voted,
} from '@counterpoint/shared';
import { anId } from '../../packages/shared/testing/aMap.ts';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { barred, ms, quickest, ratio, table } from './figures.ts';

const CLAIMS = 10_000;
const CIRCLING = 500;
const ROUNDS = 15;
/** E-12, and a frame's share after an edit. */
const BARS = { cold: 100, warm: 5 };

const tally = (id: Id): Voted => {
  const n = Number.parseInt(id.slice(-4), 16);
  return { votes: n % 7, sum: (n % 7) * (n % 5) };
};
const votes = { truth: tally, relevance: tally };

const content = manyClaims(CLAIMS);
/** A claim that is used once more stands near it, never above. */
const references = content.references.map((reference, i) => ({
  ...reference,
  claim: anId(CLAIMS - 1 - i, 1),
}));
const large = mapOf({ ...content, references });
const leaning = mapOf(content);

/** Replies hang in their turn on the thesis, in the middle and at the end. */
async function after(map: ArgumentMap): Promise<number> {
  const before = strengthsOf(map, votes);
  let round = 0;
  return quickest(() => {
    const on = anId([0, CLAIMS / 2, CLAIMS - 1][round++ % 3] ?? 0, 1);
    const [claim, argument] = [anId(round, 11), anId(round, 12)];
    const [anyClaim, anyArgument] = [map.claims.get(on), map.arguments.get(anId(1, 2))];
    if (!anyClaim || !anyArgument) throw new Error('the map has changed');
    const target = { kind: 'claim', id: on } as const;
    const next = applyPatches(map, [
      put('arguments', { ...anyArgument, id: argument, target, direction: 'rebut' }),
      put('claims', { ...anyClaim, id: claim, home: argument }),
    ]);
    strengthsAfter(before, next, votes);
  }, ROUNDS);
}

function revoted(map: ArgumentMap): Promise<number> {
  const before = strengthsOf(map, votes);
  const opposite = { ...votes, truth: () => ({ votes: 9, sum: 0 }) };
  let round = 0;
  return quickest(() => strengthsAfter(before, map, opposite, [anId(CLAIMS - 1 - round++, 1)]), ROUNDS);
}

/** Theses, of which each leans on the next one and the last of each ring on its first. */
function ringsOf(count: number, size: number): ArgumentMap {
  const [one] = content.claims;
  const [, other] = content.arguments;
  const [use] = content.references;
  if (!one || !other || !use) throw new Error('the map is empty');
  const places = Array.from({ length: count }, (_, n) => n);
  const next = (n: number): number => (n % size === size - 1 ? n - size + 1 : n + 1);
  return mapOf({
    ...content,
    claims: places.map((n) => ({ ...one, id: anId(n, 1), home: null })),
    arguments: places.map((n) => ({ ...other, id: anId(n, 2), target: { kind: 'claim', id: anId(next(n), 1) }, direction: n % 3 === 0 ? 'rebut' : 'support' })), // prettier-ignore
    references: places.map((n) => ({ ...use, id: anId(n, 3), argument: anId(n, 2), claim: anId(n, 1) })),
    comments: [],
    quotations: [],
  } satisfies MapContent);
}

const oneRing = ringsOf(CIRCLING, CIRCLING);
const pairs = ringsOf(CIRCLING, 2);
const counted = strengthsOf(large, votes);
const fromNothing = (map: ArgumentMap) => quickest(() => strengthsOf(map, votes), ROUNDS);
const cold = await fromNothing(large);
const edit = await after(large);
const vote = await revoted(large);
const figures: readonly (readonly [what: string, cost: number, bar?: number])[] = [
  [`${CLAIMS} claims from nothing`, cold, BARS.cold],
  ['after one reply', edit, BARS.warm],
  ['after one vote', vote, BARS.warm],
  ['why the thesis is as strong as it is', await quickest(() => explanationOf(counted, anId(0, 1)), ROUNDS)],
  [`${CIRCLING} claims in one circle`, await fromNothing(oneRing)],
  [`${CIRCLING} claims in circles of two`, await fromNothing(pairs)],
  [`${CLAIMS} claims, a quarter in one circle`, await fromNothing(leaning)],
];
table([
  ['what', 'processor', 'to from nothing', 'bar'],
  ...figures.map(([what, cost, bar]) => {
    const [, figure = '', aim = ''] = bar === undefined ? [what, ms(cost)] : barred(what, cost, bar);
    return [what, figure, ratio(cost, cold), aim];
  }),
]);
