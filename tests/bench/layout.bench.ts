// Layout of 10,000 claims: ours from nothing (lines broken, map read, paths made) and after one edit, against
// d3-flextree, which is given the finished sizes and only places boxes; in one run on the same tree.
import { createRequire } from 'node:module';
import {
  emptyContent,
  mapOf,
  orderAt,
  put,
  applyPatches,
  type Argument,
  type ArgumentMap,
  type Claim,
  type Id,
  NEW_SETTINGS,
} from '@counterpoint/shared';
import { LayoutCache } from '../../packages/shared/src/layout/cache.ts';
import { layoutMap } from '../../packages/shared/src/layout/tree.ts';
import { speech } from '../../packages/shared/src/samples/speech.ts';
import { median, ms, ratio, table } from './figures.ts';

const CLAIMS = 10_000;
const ROUNDS = 15;
/** Times of d3-flextree's time at most; from nothing we also break lines, read the map and make cards and edges. */
const BARS = { cold: 2.5, warm: 0.3 };

interface Tree {
  readonly size: readonly [number, number];
  readonly children: Tree[];
}
interface Flextree {
  hierarchy(tree: Tree): unknown;
  (root: unknown): unknown;
}
const { flextree } = createRequire(new URL('../../packages/shared/package.json', import.meta.url))(
  'd3-flextree',
) as {
  flextree: (options: object) => Flextree;
};

const texts: string[] = [];
JSON.stringify(speech.theses, (_key, value: unknown) => {
  if (typeof value === 'string') texts.push(value);
  return value;
});

const random = randomFrom(20250219);
let map = randomMap(CLAIMS);
const theses = layoutMap(map);
const sizes = treeOf(map);
const place = flextree({ nodeSize: (node: { data: Tree }) => node.data.size, spacing: 20 });
const cache = new LayoutCache();
layoutMap(map, { cache });

const [theirs, cold, text, reply]: number[][] = [[], [], [], []];
for (let round = 0; round < ROUNDS; round++) {
  theirs?.push(timed(() => place(place.hierarchy(sizes))));
  cold?.push(timed(() => layoutMap(map)));
  text?.push(edited((claim) => put('claims', { ...claim, text: `${claim.text} ${claim.text}` })));
  reply?.push(edited((claim) => put('claims', { ...claim, id: newId(), order: orderAt([claim], 1) })));
}
const [baseMs = NaN, coldMs = NaN, textMs = NaN, replyMs = NaN] = [theirs, cold, text, reply].map((figures) =>
  median(figures?.slice(3) ?? []),
);
table([
  [`${theses.cards.length} claims`, 'median', 'to d3-flextree'],
  ['d3-flextree, sizes given', ms(baseMs), '1.00 x'],
  ['ours, from nothing', ms(coldMs), ratio(coldMs, baseMs)],
  ['ours, one rewording', ms(textMs), ratio(textMs, baseMs)],
  ['ours, one more premise', ms(replyMs), ratio(replyMs, baseMs)],
]);
const worst = { cold: coldMs / baseMs, warm: Math.max(textMs, replyMs) / baseMs };
if (worst.cold > BARS.cold || worst.warm > BARS.warm) {
  console.log(`too slow: at most ${BARS.cold} x from nothing and ${BARS.warm} x after one edit`);
  process.exitCode = 1;
}

function timed(work: () => void): number {
  global.gc?.();
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** Time to lay out after an edit of some claim that is not a thesis. */
function edited(change: (claim: Claim) => ReturnType<typeof put>): number {
  const claims = [...map.claims.values()].filter((claim) => claim.home !== null);
  const claim = claims[Math.floor(random() * claims.length)];
  if (claim) map = applyPatches(map, [change(claim)]);
  return timed(() => layoutMap(map, { cache }));
}

/** A random recursive tree: every claim hangs on one made before it. One in ten is a joint premise or an undercut. */
function randomMap(size: number): ArgumentMap {
  const stamp = { by: null, at: 0 };
  const claims: Claim[] = [];
  const args: Argument[] = [];
  for (let n = 0; n < size; n++) {
    const order = orderAt([], 0);
    const home = n === 0 ? null : homeFor(claims, args);
    const text = texts[n % texts.length] ?? '';
    claims.push({
      id: newId(),
      text,
      language: 'zh',
      home,
      order,
      side: null,
      reworded: null,
      beside: [],
      removed: null,
      ...stamp,
    });
  }
  const info = {
    title: '',
    question: '',
    about: '',
    language: 'zh',
    ...NEW_SETTINGS,
  } as const;
  return mapOf({
    ...emptyContent,
    info,
    claims,
    arguments: args,
    participants: [],
  });
}

function homeFor(claims: readonly Claim[], args: Argument[]): Id {
  const draw = random();
  const some = args[Math.floor(random() * args.length)];
  if (some && draw < 0.07) return some.id;
  const undercut = some && draw < 0.1;
  const target = undercut ? some : claims[Math.floor(random() * claims.length)];
  if (!target) throw new Error('the first claim is a thesis');
  const direction = undercut || random() < 0.5 ? 'rebut' : 'support';
  const aim = { kind: undercut ? 'argument' : 'claim', id: target.id } as const;
  args.push({
    id: newId(),
    direction,
    target: aim,
    order: orderAt([], 0),
    scheme: null,
    removed: null,
    by: null,
    at: 0,
  });
  return args.at(-1)?.id ?? '';
}

/** The same tree for d3-flextree: a node for each claim, as wide as our column and as high as our card. */
function treeOf(whole: ArgumentMap): Tree {
  const nodes = new Map<Id, Tree>(
    theses.cards.map(({ id, width, height }) => [id, { size: [height, width + 64], children: [] }]),
  );
  const root: Tree = { size: [1, 1], children: [] };
  for (const [id, node] of nodes) {
    const home = whole.claims.get(id)?.home ?? undefined;
    let target = home === undefined ? undefined : whole.arguments.get(home)?.target;
    while (target?.kind === 'argument') target = whole.arguments.get(target.id)?.target;
    (nodes.get(target?.id ?? '') ?? root).children.push(node);
  }
  return root;
}

function newId(): Id {
  const hex = (length: number): string =>
    Math.floor(random() * 16 ** length)
      .toString(16)
      .padStart(length, '0');
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** mulberry32 */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
