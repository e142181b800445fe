// The map as a left-to-right tidy tree: one column per step from the thesis, cards as high as their text, subtrees as
// close as their outlines allow (Reingold & Tilford 1981; van der Ploeg 2014). Nothing here recurses: chains are deep.
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import { theses } from '../map/tree.ts';
import type { MapLayout } from './boxes.ts';
import { focusUnit, thesisUnit } from './build.ts';
import { LayoutCache } from './cache.ts';
import { cardMeasures, type CardMeasures, type Lettering } from './card.ts';
import { highest } from './contour.ts';
import { drawn } from './draw.ts';
import { GAP } from './grid.ts';
import { packed } from './stack.ts';
import type { Unit } from './unit.ts';

export interface LayoutOptions {
  /** Claims whose replies are not drawn; must not be changed afterwards. */
  readonly folded?: ReadonlySet<Id>;
  /** Draw only this claim, what it hangs on up to the thesis, and what hangs on it. */
  readonly focus?: Id | undefined;
  /** Texts keep all their lines, as on paper; the canvas shows the beginning of long ones. */
  readonly whole?: boolean;
  /** Wide cards, for wide screens. */
  readonly wide?: boolean;
  /** Where letters are not drawn as they were measured for all. */
  readonly lettering?: Lettering | undefined;
  /** Kept from call to call it saves laying out again what did not change. */
  readonly cache?: LayoutCache;
}

const NONE: ReadonlySet<Id> = new Set();

/** Where everything stands. What did not move or change is the same object as in the layout before. */
export function layoutMap(map: ArgumentMap, options: LayoutOptions = {}): MapLayout {
  const { folded = NONE, focus, whole = false, wide = false, lettering, cache = new LayoutCache() } = options;
  cache.turnTo(map, folded, { whole, wide, lettering });
  const remembered = cache.remembered(focus);
  if (remembered) return remembered;
  const measures = cardMeasures(wide, lettering);
  const scope = { map, cache, folded, whole, manner: { measures, ruler: lettering?.ruler } };
  const all = theses(map).map((thesis) => thesisUnit(scope, thesis));
  const focused = focus === undefined ? undefined : focusUnit(scope, focus);
  return cache.remember(focus, stackedTheses(focused ? [focused] : all, measures));
}

/** Theses below each other; the topmost edge is at y = 0. */
export function stackedTheses(units: readonly Unit[], measures: CardMeasures): MapLayout {
  const { at, top } = packed(units, GAP.theses);
  const begin = -highest(top);
  return drawn(
    units.map((unit, i) => ({ unit, y: begin + (at[i] ?? 0) })),
    measures,
  );
}
