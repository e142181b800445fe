// What a map opens with: the whole top level where it has room, and of what is beneath it as much as can be read beside it.
import {
  layoutMap,
  LayoutCache,
  theses,
  type ArgumentMap,
  type Box,
  type CardBox,
  type Id,
  type LayoutOptions,
  type MapLayout,
} from '@counterpoint/shared';
import type { Viewport } from '@xyflow/react';
import { foldsBelow, SMALL_MAP } from '../open/branches.ts';
import { fitted, READABLE, type Size } from './fitted.ts';

/** So many branches are tried at most, the upper levels first. */
const MOST_TRIES = 24;
const EDGE = 28;

/** The folds that leave as much of the tree as can be read at once; the rest waits behind its counts. */
export function firstFolds(
  map: ArgumentMap,
  size: Size,
  manner: Pick<LayoutOptions, 'wide' | 'lettering'> = {},
): ReadonlySet<Id> {
  const none = new Set<Id>();
  if (map.claims.size <= SMALL_MAP) return none;
  const cache = new LayoutCache();
  const laid = (folded: ReadonlySet<Id>): Box => layoutMap(map, { ...manner, folded, cache }).bounds;
  const roots = theses(map).map((thesis) => thesis.id);
  let folded: ReadonlySet<Id> = foldsBelow(map, roots, 1);
  const least = laid(folded);
  const room = {
    width: (size.width - 2 * EDGE) / READABLE,
    height: Math.max(least.height, (size.height - 2 * EDGE) / READABLE),
  };
  const waiting = fromTheMiddle([...folded]);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const claim = waiting.shift();
    if (claim === undefined) break;
    const beneath = foldsBelow(map, [claim], 1);
    const open = new Set([...folded].filter((one) => one !== claim).concat([...beneath]));
    const { width, height } = laid(open);
    if (width > room.width || height > room.height) continue;
    folded = open;
    waiting.push(...fromTheMiddle([...beneath]));
  }
  return folded;
}

function fromTheMiddle<T>(all: readonly T[]): T[] {
  const middle = (all.length - 1) / 2;
  return all
    .map((one, at) => ({ one, from: Math.abs(at - middle) }))
    .sort((a, b) => a.from - b.from)
    .map(({ one }) => one);
}

/** The whole where it can be read so; else the first thesis at the left, with what speaks for and against it in sight. */
export function firstSight({ cards, bounds }: Pick<MapLayout, 'cards' | 'bounds'>, size: Size): Viewport {
  const whole = fitted(bounds, size, EDGE);
  const [thesis] = cards;
  if (whole.zoom >= READABLE || !thesis) return whole;
  const height = size.height / READABLE;
  const sides = bothSides(cards, thesis, height - 2 * EDGE);
  const wanted = sides.y + sides.height / 2 - height / 2;
  const [least, most] = [bounds.y - EDGE, bounds.y + bounds.height + EDGE - height];
  const top = most < least ? (least + most) / 2 : Math.max(least, Math.min(wanted, most));
  return { x: EDGE - thesis.x * READABLE, y: -top * READABLE, zoom: READABLE };
}

/** The thesis with the nearest reply for it and the nearest against it, as far as they fit. */
function bothSides(cards: readonly CardBox[], thesis: CardBox, room: number): Box {
  const next = cards.findIndex(({ depth }, at) => at > 0 && depth === 0);
  const replies = cards
    .slice(1, next < 0 ? undefined : next)
    .filter(({ depth, kind }) => depth === 1 && kind !== 'undercut');
  let box: Box = thesis;
  for (const kind of ['rebut', 'support']) {
    const [nearest] = replies
      .filter((card) => card.kind === kind)
      .sort((a, b) => distance(a, thesis) - distance(b, thesis));
    const both = nearest && union(box, nearest);
    if (both && both.height <= room) box = both;
  }
  return box;
}

const distance = (a: Box, b: Box): number => Math.abs(a.y + a.height / 2 - b.y - b.height / 2);

function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
