import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMap, type ArgumentMap, type MapContent } from '../map/map.ts';
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Id } from '../map/id.ts';
import type { Reference } from '../map/tables/references.ts';
import { FIRST_ORDER, orderAt } from '../map/order.ts';
import { applyPatches, contentOf, drop, mapOf, put, type Patch } from '../map/patch.ts';
import { claimsBeneath, isLive, lineage, premisesOf, repliesTo, theses } from '../map/tree.ts';
import { anchorShift, type Box, type CardBox, type MapLayout } from './boxes.ts';
import { LayoutCache } from './cache.ts';
import { thumbnail } from './thumbnail.ts';
import { layoutMap } from './tree.ts';

const stamp = { by: null, at: 0 };
const removed = { by: null, at: 1 };
const ORDERS = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9'];
const TEXT =
  '开源降低了门槛，但 API 定价约为 OpenAI 的三十分之一；中小开发者得以低成本集成，这一点没有争议。';

/** mulberry32: a number in [0, 1) per call. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Grows maps at random: joint premises, undercuts of undercuts, references, removed claims, equal order keys. */
class Grower {
  private made = 0;
  constructor(private readonly random: () => number) {}

  below = (most: number): number => Math.floor(this.random() * most);
  one = <T>(list: readonly T[]): T | undefined => list[this.below(list.length)];
  newId = (): Id => `00000000-0000-7000-8000-${(++this.made).toString(16).padStart(12, '0')}`;
  order = (): string => this.one(ORDERS) ?? FIRST_ORDER;
  text = (): string => TEXT.slice(0, 1 + this.below(TEXT.length)).repeat(1 + this.below(4));

  content(size: number): MapContent {
    const claims: Claim[] = [];
    const args: Argument[] = [];
    const references: Reference[] = [];
    while (claims.length < size) {
      const home = this.home(claims, args);
      claims.push(this.claim(home));
      const [argument, claim] = [this.one(args), this.one(claims)];
      if (argument && claim && this.below(8) === 0) references.push(this.reference(argument.id, claim.id));
    }
    return content({ claims, arguments: args, references });
  }

  claim = (home: Id | null): Claim => ({
    ...aClaim(this.newId(), home, { text: this.text(), order: this.order() }),
    removed: this.below(25) === 0 ? removed : null,
  });

  reference = (argument: Id, claim: Id): Reference => ({
    id: this.newId(),
    argument,
    claim,
    order: this.order(),
    ...stamp,
  });

  argument(target: Argument['target']): Argument {
    const direction = target.kind === 'argument' || this.below(2) === 0 ? 'rebut' : 'support';
    return {
      ...anArgument(this.newId(), target, direction),
      order: this.order(),
      removed: this.below(30) === 0 ? removed : null,
    };
  }

  private home(claims: readonly Claim[], args: Argument[]): Id | null {
    const [claim, argument] = [this.one(claims), this.one(args)];
    if (!claim || this.below(40) === 0) return null;
    if (argument && this.below(4) === 0) return argument.id;
    const undercut = argument && this.below(4) === 0;
    args.push(
      this.argument(undercut ? { kind: 'argument', id: argument.id } : { kind: 'claim', id: claim.id }),
    );
    return args.at(-1)?.id ?? null;
  }

  /** Patches such as edits make them, without asking whether anyone may. */
  edit(map: ArgumentMap): Patch[] {
    const [claims, args, references] = [
      [...map.claims.values()],
      [...map.arguments.values()],
      [...map.references.values()],
    ];
    const [claim, argument, reference] = [this.one(claims), this.one(args), this.one(references)];
    if (!claim) return [put('claims', this.claim(null))];
    switch (this.below(10)) {
      case 0:
        return [put('claims', { ...claim, text: this.text() })];
      case 1:
        return [put('claims', { ...claim, removed: claim.removed ? null : removed })];
      case 2:
        return argument
          ? [put('arguments', { ...argument, removed: argument.removed ? null : removed })]
          : [];
      case 3:
        return [put('claims', { ...claim, order: this.order() })];
      case 4:
        return argument ? [put('arguments', { ...argument, order: this.order() })] : [];
      case 5:
        return argument ? this.moved(map, argument, this.one([...claims, ...args])) : [];
      case 6:
        return argument ? [put('references', this.reference(argument.id, claim.id))] : [];
      case 7:
        return reference ? [drop('references', reference.id)] : [];
      case 8:
        return argument ? [put('claims', this.claim(argument.id))] : [];
      default: {
        const reply = this.argument({ kind: 'claim', id: claim.id });
        return [put('arguments', reply), put('claims', this.claim(reply.id))];
      }
    }
  }

  private moved(map: ArgumentMap, argument: Argument, target: Claim | Argument | undefined): Patch[] {
    if (!target || [...lineage(map, target.id)].some(({ value }) => value.id === argument.id)) return [];
    const kind = map.claims.has(target.id) ? 'claim' : 'argument';
    return [put('arguments', { ...argument, target: { kind, id: target.id } })];
  }

  folded = (map: ArgumentMap): Set<Id> => new Set([...map.claims.keys()].filter(() => this.below(12) === 0));
}

function aClaim(id: Id, home: Id | null, more: Partial<Claim> = {}): Claim {
  const fixed = {
    language: 'zh',
    order: FIRST_ORDER,
    side: null,
    reworded: null,
    beside: [],
    removed: null,
    ...stamp,
  };
  return { id, home, text: TEXT, ...fixed, ...more };
}

const anArgument = (
  id: Id,
  target: Argument['target'],
  direction: Argument['direction'] = 'support',
): Argument => ({
  id,
  target,
  direction,
  order: FIRST_ORDER,
  scheme: null,
  removed: null,
  ...stamp,
});

function content(more: Partial<MapContent>): MapContent {
  return { ...contentOf(emptyMap), ...more };
}

const seeds = fc.record({ seed: fc.integer(), size: fc.integer({ min: 1, max: 300 }) });

function check(run: (grower: Grower, map: ArgumentMap) => void, numRuns = 40): void {
  fc.assert(
    fc.property(seeds, ({ seed, size }) => {
      const grower = new Grower(randomFrom(seed));
      run(grower, mapOf(grower.content(size)));
    }),
    { numRuns },
  );
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Pairs of boxes that share some area; a sweep from top to bottom. */
function overlaps(boxes: readonly Box[]): [Box, Box][] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y);
  return sorted.flatMap((box, i) => {
    const found: [Box, Box][] = [];
    for (const other of sorted.slice(i + 1)) {
      if (other.y >= box.y + box.height) break;
      if (meet(box, other)) found.push([box, other]);
    }
    return found;
  });
}

const byId = <T extends { id: Id }>(list: readonly T[]): Map<Id, T> =>
  new Map(list.map((one) => [one.id, one]));
/** As plain values: an edge computes its path when asked. */
const plain = (layout: MapLayout) => ({
  ...layout,
  edges: layout.edges.map((edge) => ({ ...edge, d: edge.d })),
});

/** Points along an SVG path of M, H, V and C. */
function* pointsOf(d: string): Generator<{ x: number; y: number }> {
  let [x, y] = [0, 0];
  for (const [, command, list = ''] of d.matchAll(/([MHVC])([^MHVC]+)/g)) {
    const [a = 0, b = 0, c = 0, e = 0, f = x, g = y] = list.trim().split(/\s+/).map(Number);
    const to =
      command === 'H'
        ? { x: a, y }
        : command === 'V'
          ? { x, y: a }
          : command === 'M'
            ? { x: a, y: b }
            : { x: f, y: g };
    for (let t = 0; t <= 1; t += 1 / 16) {
      const bend = (p: number, q: number, r: number, s: number): number =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s;
      yield command === 'C'
        ? { x: bend(x, a, c, to.x), y: bend(y, b, e, to.y) }
        : { x: command === 'M' ? a : x + (to.x - x) * t, y: command === 'M' ? b : y + (to.y - y) * t };
    }
    ({ x, y } = to);
  }
}

describe('layout of a map', () => {
  it('draws every live claim once, and every live reference, unless it is folded away', () => {
    check((grower, map) => {
      const open = layoutMap(map);
      const claims = open.cards.filter((card) => !card.reference).map((card) => card.claim);
      expect(new Set(claims).size).toBe(claims.length);
      expect(claims.sort()).toEqual(
        [...map.claims.keys()].filter((id) => isLive(map, id) && drawable(map, id)).sort(),
      );
      const folded = layoutMap(map, { folded: grower.folded(map) });
      const hidden = folded.cards.reduce((sum, card) => sum + card.hidden, 0);
      expect(folded.cards.filter((card) => !card.reference).length + hidden).toBe(claims.length);
    });
  });

  it('counts beneath a card what hangs beneath its claim, folded or in focus', () => {
    check((grower, map) => {
      for (const options of [{}, { folded: grower.folded(map) }, { focus: [...map.claims.keys()].at(-1)! }])
        for (const { id, beneath } of layoutMap(map, options).cards)
          expect([id, beneath]).toEqual([id, claimsBeneath(map, id).length]);
    });
  });

  it('lets no two cards overlap, and frames hold their premises and nothing else', () => {
    check((grower, map) => {
      const [whole, wide] = [grower.below(2) === 0, grower.below(2) === 0];
      const { cards, groups, bounds } = layoutMap(map, { folded: grower.folded(map), whole, wide });
      expect(overlaps(cards)).toEqual([]);
      expect(overlaps(groups)).toEqual([]);
      for (const group of groups) {
        const inside = cards.filter((card) => meet(card, group));
        expect(inside.map((card) => card.id)).toEqual(premisesOf(map, group.id).map((premise) => premise.id));
        for (const card of inside) expect(within(card, group)).toBe(true);
        expect(group.strips).toHaveLength(inside.length - 1);
        expect(overlaps([...group.strips, ...inside])).toEqual([]);
      }
      for (const box of [...cards, ...groups]) expect(within(box, bounds)).toBe(true);
      expect(bounds.y).toBe(0);
    });
  });

  it('keeps every line of a text where it is asked to, as paper needs them', () => {
    check((_, map) => {
      for (const { claim, lines, truncated } of layoutMap(map, { whole: true }).cards) {
        expect(truncated).toBe(false);
        expect(lines.join('').replaceAll(' ', '')).toBe(map.claims.get(claim)!.text.replaceAll(' ', ''));
      }
    }, 10);
  });

  it('puts what speaks to a claim to the right of it, in order, and undercuts beneath what they attack', () => {
    check((grower, map) => {
      const { cards, groups } = layoutMap(map, { folded: grower.folded(map) });
      const frames = byId(groups);
      const boxOf = (id: Id): Box | undefined => frames.get(id) ?? cards.find((card) => card.argument === id);
      const boxesOn = (id: Id): Box[] => repliesTo(map, id).flatMap((argument) => boxOf(argument.id) ?? []);
      for (const card of cards) {
        const replies = card.reference ? [] : boxesOn(card.claim);
        for (const reply of replies) expect(reply.x).toBeGreaterThan(card.x + card.width);
        expect(replies.map((box) => box.y)).toEqual(replies.map((box) => box.y).sort((a, b) => a - b));
      }
      for (const { id } of map.arguments.values()) {
        const box = boxOf(id);
        const column = [box, ...(box ? boxesOn(id) : [])].flatMap((one) => one ?? []);
        for (const [i, below] of column.entries()) {
          const above = column[i - 1];
          if (above) expect(below.y).toBeGreaterThanOrEqual(above.y + above.height);
        }
      }
      const tops = theses(map).map(({ id }) => cards.find((card) => card.id === id)?.y ?? 0);
      expect(tops).toEqual([...tops].sort((a, b) => a - b));
    });
  });

  it('draws edges from the premises to their target, past all other cards', () => {
    check((grower, map) => {
      const { cards, edges } = layoutMap(map, { folded: grower.folded(map) });
      const [cardOf, edgeOf] = [byId(cards), byId(edges)];
      expect(edges.length).toBe(new Set(cards.flatMap((card) => card.argument ?? [])).size);
      for (const edge of edges) {
        const target = map.arguments.get(edge.id)?.target;
        const card = cardOf.get(target?.id ?? '');
        const junction = edgeOf.get(target?.id ?? '')?.junction;
        expect(edge.to).toEqual(card ? { x: card.x + card.width, y: card.y + card.height / 2 } : junction);
        if (!card) expect(edgeOf.get(target?.id ?? '')?.attacked).toBe(true);
        const points = [...pointsOf(edge.d)];
        expect(points[0]).toEqual(edge.from);
        expect(points.at(-1)).toEqual(edge.to);
        for (const { x, y } of points) {
          const spot = { x: x - 0.1, y: y - 0.1, width: 0.2, height: 0.2 };
          const crossed = cards.find(
            (other) => meet(other, spot) && other.argument !== edge.id && other.id !== card?.id,
          );
          expect(crossed).toBeUndefined();
        }
      }
    }, 12);
  });

  it('after any edits is the same as from nothing', () => {
    check((grower, first) => {
      let map = first;
      const cache = new LayoutCache();
      let folded = grower.folded(map);
      layoutMap(map, { folded, cache });
      for (let step = 0; step < 12; step++) {
        for (let edits = grower.below(3); edits >= 0; edits--) map = applyPatches(map, grower.edit(map));
        if (grower.below(4) === 0) folded = grower.folded(map);
        const focus = grower.below(4) === 0 ? grower.one([...map.claims.keys()]) : undefined;
        const [whole, wide] = [grower.below(6) === 0, grower.below(6) === 0];
        const warm = layoutMap(map, { folded, focus, whole, wide, cache });
        expect(plain(warm)).toEqual(plain(layoutMap(map, { folded, focus, whole, wide })));
        expect(layoutMap(map, { folded, focus, whole, wide, cache })).toBe(warm);
      }
    });
  });

  it('keeps the boxes of what an edit did not move', () => {
    const map = mapOf(new Grower(randomFrom(7)).content(200));
    const cache = new LayoutCache();
    const before = layoutMap(map, { cache });
    const last = before.cards.at(-1)!;
    const longer = put('claims', { ...map.claims.get(last.claim)!, text: `${TEXT}${TEXT}${TEXT}${TEXT}` });
    const after = layoutMap(applyPatches(map, [longer]), { cache });
    const kept = after.cards.filter((card) => before.cards.includes(card));
    expect(kept.length).toBeGreaterThan(after.cards.length / 2);
  });

  it('lays out chains of 20,000 without recursion', () => {
    for (const kind of ['claim', 'argument'] as const) {
      const [claims, args] = [[aClaim('c0', null)], [] as Argument[]];
      for (let n = 1; n <= 20_000; n++) {
        const target =
          kind === 'claim' || n === 1
            ? { kind: 'claim' as const, id: `c${n - 1}` }
            : { kind, id: `a${n - 1}` };
        args.push(anArgument(`a${n}`, target, 'rebut'));
        claims.push(aClaim(`c${n}`, `a${n}`, { text: '论' }));
      }
      const map = mapOf(content({ claims, arguments: args }));
      expect(layoutMap(map).cards).toHaveLength(20_001);
      expect(layoutMap(map, { folded: new Set(['c0']) }).cards.map((card) => card.hidden)).toEqual([20_000]);
      expect(layoutMap(map, { focus: 'c10000' }).cards.length).toBeGreaterThan(
        kind === 'claim' ? 20_000 : 10_000,
      );
    }
  });

  it('of an empty map is empty', () => {
    expect(plain(layoutMap(mapOf(content({}))))).toEqual({
      cards: [],
      groups: [],
      edges: [],
      bounds: { x: 0, y: 0, width: 0, height: 0 },
    });
  });
});

/** Whether all arguments above a claim are drawn: one that is attacked but lost its premises is not. */
const drawable = (map: ArgumentMap, id: Id): boolean =>
  [...lineage(map, id)].every((node) => node.kind === 'claim' || premisesOf(map, node.value.id).length > 0);

describe('a small map', () => {
  const claims = [
    aClaim('thesis', null),
    aClaim('joint-1', 'pair', { order: orderAt([], 0) }),
    aClaim('joint-2', 'pair', { order: 'a1' }),
    aClaim('reply-1', 'on-joint-1'),
    aClaim('reply-2', 'on-joint-2'),
    aClaim('undercut', 'against'),
    aClaim('other', 'second'),
    aClaim('deep', 'on-other'),
  ];
  const args = [
    anArgument('pair', { kind: 'claim', id: 'thesis' }),
    { ...anArgument('second', { kind: 'claim', id: 'thesis' }, 'rebut'), order: 'a1' },
    anArgument('on-joint-1', { kind: 'claim', id: 'joint-1' }),
    anArgument('on-joint-2', { kind: 'claim', id: 'joint-2' }),
    anArgument('against', { kind: 'argument', id: 'pair' }, 'rebut'),
    anArgument('on-other', { kind: 'claim', id: 'other' }),
  ];
  const references = [{ id: 'again', argument: 'on-other', claim: 'joint-1', order: 'a5', ...stamp }];
  const map = mapOf(content({ claims, arguments: args, references }));
  const card = (layout: MapLayout, id: Id): CardBox => byId(layout.cards).get(id)!;
  const shown = (layout: MapLayout): Record<Id, number> =>
    Object.fromEntries(layout.cards.map(({ id, hidden }) => [id, hidden]));

  it('reads from the thesis to the right and down', () => {
    expect(
      layoutMap(map).cards.map(({ id, kind, depth, reference }) => [id, kind, depth, reference]),
    ).toEqual([
      ['thesis', 'thesis', 0, false],
      ['joint-1', 'support', 1, false],
      ['joint-2', 'support', 1, false],
      ['reply-1', 'support', 2, false],
      ['reply-2', 'support', 2, false],
      ['undercut', 'undercut', 1, false],
      ['other', 'rebut', 1, false],
      ['deep', 'support', 2, false],
      ['again', 'support', 2, true],
    ]);
  });

  it('centres a lone reply on what it speaks to, so that its edge is straight', () => {
    const layout = layoutMap(mapOf(content({ claims: claims.slice(0, 2), arguments: args.slice(0, 1) })));
    const [edge] = layout.edges;
    expect(edge?.from.y).toBe(edge?.to.y);
  });

  it('hides what hangs beneath a folded claim and counts it, but not undercuts beside it', () => {
    expect(shown(layoutMap(map, { folded: new Set(['joint-1', 'other']) }))).toEqual({
      thesis: 0, 'joint-1': 1, 'joint-2': 0, 'reply-2': 0, undercut: 0, other: 1,
    }); // prettier-ignore
  });

  it('in focus keeps the way to the thesis, joint premises closed', () => {
    expect(shown(layoutMap(map, { focus: 'joint-1', folded: new Set(['joint-1']) }))).toEqual({
      thesis: 2, 'joint-1': 0, 'joint-2': 1, 'reply-1': 0,
    }); // prettier-ignore
    expect(shown(layoutMap(map, { focus: 'undercut' }))).toEqual({
      thesis: 2, 'joint-1': 1, 'joint-2': 1, undercut: 0,
    }); // prettier-ignore
    expect(layoutMap(map, { focus: 'nowhere' }).cards).toHaveLength(9);
  });

  it('says how far a card moved when others came', () => {
    const before = layoutMap(map);
    const more = [
      put('arguments', { ...anArgument('new', { kind: 'claim', id: 'thesis' }), order: 'Zz' }),
      put('claims', aClaim('newer', 'new')),
    ];
    const after = layoutMap(applyPatches(map, more));
    const { dx, dy } = anchorShift(before, after, 'other');
    expect([dx, dy]).toEqual([0, card(after, 'other').y - card(before, 'other').y]);
    expect(dy).toBeGreaterThan(0);
    expect(anchorShift(before, after, 'newer')).toEqual({ dx: 0, dy: 0 });
  });

  it('moves nothing above a claim that comes at the end but what stands before it', () => {
    const more = [
      put('arguments', { ...anArgument('new', { kind: 'claim', id: 'thesis' }), order: 'a9' }),
      put('claims', aClaim('newer', 'new')),
    ];
    const [before, after] = [layoutMap(map), layoutMap(applyPatches(map, more))];
    const moved = before.cards.filter((box) => anchorShift(before, after, box.id).dy !== 0);
    expect(moved.map(({ id }) => id)).toEqual(['thesis']);
  });

  it('a small subtree between two big ones stands in the middle of its room', () => {
    const trees = ['a', 'b', 'c'].map((name, i) => ({
      ...anArgument(name, { kind: 'claim', id: 'thesis' }),
      order: `a${i}`,
    }));
    const leaves = ['a', 'c'].flatMap((name) =>
      Array.from({ length: 5 }, (_, i) => [`${name}${i}`, name] as const),
    );
    const big = mapOf(
      content({
        claims: [
          aClaim('thesis', null),
          ...['a', 'b', 'c'].map((name) => aClaim(`${name}!`, name)),
          ...leaves.map(([id]) => aClaim(`${id}!`, id)),
        ],
        arguments: [
          ...trees,
          ...leaves.map(([id, name]) => anArgument(id, { kind: 'claim', id: `${name}!` })),
        ],
      }),
    );
    const layout = layoutMap(big);
    expect(card(layout, 'b!').y * 2).toBe(card(layout, 'a!').y + card(layout, 'c!').y);
  });
});

describe('thumbnail', () => {
  it('shows at most so many boxes, the upper levels, within its frame', () => {
    check((grower, map) => {
      const most = 1 + grower.below(60);
      const { boxes, edges } = thumbnail(map, { width: 240, height: 140, most });
      expect(boxes.length).toBeLessThanOrEqual(most);
      expect(boxes.length > 0).toBe(theses(map).length > 0);
      expect(edges.length).toBeLessThan(Math.max(1, boxes.length));
      for (const { x, y, width, height } of boxes) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.1);
        expect(x + width).toBeLessThanOrEqual(240.2);
        expect(y + height).toBeLessThanOrEqual(140.2);
      }
    });
  });

  it('of one thesis is a small card in the middle', () => {
    const { boxes } = thumbnail(mapOf(content({ claims: [aClaim('thesis', null)] })), {
      width: 240,
      height: 140,
    });
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.x).toBeCloseTo((240 - 236 / 4) / 2, 0);
  });
});
