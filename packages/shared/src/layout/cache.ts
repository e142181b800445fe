// What stays laid out between two calls. An edit makes new entities (they are immutable), so what differs between the
// last map and this one says which arguments are stale: those changed, and all on the way from them to their theses.
import { emptyMap, type ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import type { Table } from '../map/table.ts';
import { isLive, lineage } from '../map/tree.ts';
import type { MapLayout } from './boxes.ts';
import type { Lettering } from './card.ts';
import type { Unit } from './unit.ts';

const NONE_FOLDED: ReadonlySet<Id> = new Set();

/** What the size of every card depends on. */
type Manner = {
  readonly whole: boolean;
  readonly wide: boolean;
  readonly lettering: Lettering | undefined;
};

/** Made by whoever shows a map, kept between calls of `layoutMap`, thrown away with the view. */
export class LayoutCache {
  private map: ArgumentMap = emptyMap;
  private folded = NONE_FOLDED;
  private manner: Manner = { whole: false, wide: false, lettering: undefined };
  private units = new Map<Id, Unit>();
  private stale = new Set<Id>();
  private last: { focus: Id | undefined; layout: MapLayout } | undefined;

  /** The unit of an argument or a thesis, unless it has to be laid out again. */
  fresh(id: Id): Unit | undefined {
    return this.stale.has(id) ? undefined : this.units.get(id);
  }

  /** The unit as it was, fresh or stale: its cards may still serve. */
  former(id: Id): Unit | undefined {
    return this.units.get(id);
  }

  keep(unit: Unit): void {
    this.units.set(unit.id, unit);
    this.stale.delete(unit.id);
  }

  /** Moves on to a state of the map; the sets passed in must not be changed later. */
  turnTo(map: ArgumentMap, folded: ReadonlySet<Id>, manner: Manner): void {
    const { whole, wide, lettering } = this.manner;
    if (manner.whole !== whole || manner.wide !== wide || manner.lettering !== lettering) this.forget();
    this.manner = manner;
    if (map === this.map && folded === this.folded) return;
    for (const id of this.stale) this.units.delete(id); // no longer part of the map
    if (this.units.size > 0) this.stale = this.staleIn(map, folded);
    if (this.units.size === 0 || this.stale.size > 0) this.last = undefined;
    this.map = map;
    this.folded = folded;
  }

  remembered(focus: Id | undefined): MapLayout | undefined {
    return this.last?.focus === focus ? this.last?.layout : undefined;
  }

  remember(focus: Id | undefined, layout: MapLayout): MapLayout {
    this.last = { focus, layout };
    return layout;
  }

  /** As if just made: no card has its size any more. */
  private forget(): void {
    this.map = emptyMap;
    this.units.clear();
    this.stale.clear();
    this.last = undefined;
  }

  private staleIn(map: ArgumentMap, folded: ReadonlySet<Id>): Set<Id> {
    const stale = new Set<Id>();
    const [climbedBefore, climbedAfter] = [new Set<Id>(), new Set<Id>()];
    for (const id of [...changes(this.map, map), ...differing(this.folded, folded), ...this.regained(map)]) {
      markUp(this.map, id, stale, climbedBefore);
      markUp(map, id, stale, climbedAfter);
    }
    return stale;
  }

  /** Arguments with a reference whose claim came to life or ceased to, by a removal somewhere above the claim. */
  private *regained(map: ArgumentMap): Generator<Id> {
    if (map.claims === this.map.claims && map.arguments === this.map.arguments) return;
    for (const { id, argument, claim } of map.references.values()) {
      const shown = this.units.get(argument)?.cards.some((card) => card.id === id) ?? false;
      if (shown !== isLive(map, claim)) yield argument;
    }
  }
}

/** Ids of entities that the layout draws and that are not the same in both maps. */
function* changes(before: ArgumentMap, after: ArgumentMap): Generator<Id> {
  yield* changedKeys(before.arguments, after.arguments);
  for (const id of changedKeys(before.claims, after.claims)) {
    yield id;
    for (const use of after.index.uses.get(id) ?? []) yield after.references.get(use)?.argument ?? id;
  }
  for (const id of changedKeys(before.references, after.references)) {
    for (const map of [before, after]) yield map.references.get(id)?.argument ?? id;
  }
}

function* changedKeys<V extends { readonly id: Id }>(before: Table<V>, after: Table<V>): Generator<Id> {
  if (before === after) return;
  let added = 0;
  for (const value of after.values()) {
    const old = before.get(value.id);
    if (old === value) continue;
    if (!old) added++;
    yield value.id;
  }
  if (before.size + added === after.size) return;
  for (const id of before.keys()) if (!after.has(id)) yield id;
}

function* differing(before: ReadonlySet<Id>, after: ReadonlySet<Id>): Generator<Id> {
  if (before === after) return;
  for (const id of before) if (!after.has(id)) yield id;
  for (const id of after) if (!before.has(id)) yield id;
}

/** Marks the argument (or thesis) of a node and all above it; `climbed` holds what this map's climbs passed already. */
function markUp(map: ArgumentMap, id: Id, stale: Set<Id>, climbed: Set<Id>): void {
  for (const { value } of lineage(map, id)) {
    if (climbed.has(value.id)) return;
    climbed.add(value.id);
    stale.add(value.id);
  }
}
