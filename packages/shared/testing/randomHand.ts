// What a recipe picks from the present map: ids by number, and now and then any id.
import type { SingleEdit } from '../src/map/edit.ts';
import type { Id } from '../src/map/id.ts';
import type { ArgumentMap } from '../src/map/map.ts';
import { TABLES } from '../src/map/tables/tables.ts';
import type { MapBuilder } from './aMap.ts';

export interface Recipe {
  readonly kind: SingleEdit['kind'];
  /** What to pick; each is taken modulo the number of candidates. */
  readonly picks: readonly [number, number, number];
  readonly flag: boolean;
  readonly text: string;
  /** Now and then any id will do, also one of the wrong kind or of nothing. */
  readonly stray: boolean;
}

/** A recipe with the map it is played in. */
export interface Hand {
  readonly builder: MapBuilder;
  readonly map: ArgumentMap;
  readonly kind: SingleEdit['kind'];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly flag: boolean;
  readonly words: string;
  /** An id of nothing. */
  readonly nothing: Id;
  readonly pick: (ids: readonly Id[], n: number) => Id;
  readonly claim: Id;
  /** Also one that was merged into another. */
  readonly known: Id;
  readonly argument: Id;
  readonly node: Id;
}

export function handOf(
  builder: MapBuilder,
  { kind, picks: [a, b, c], flag, text: words, stray }: Recipe,
): Hand {
  const { map } = builder;
  const nothing = builder.newId();
  const strays = stray ? idsOf(map) : undefined;
  const pick = (ids: readonly Id[], n: number): Id => {
    const from = strays ?? ids;
    return from[n % Math.max(1, from.length)] ?? nothing;
  };
  const ids = {
    claim: pick([...map.claims.keys()], a),
    known: pick([...map.claims.keys(), ...map.mergers.keys()], a),
    argument: pick([...map.arguments.keys()], a),
    node: pick([...map.claims.keys(), ...map.arguments.keys()], a),
  };
  return { builder, map, kind, a, b, c, flag, words, nothing, pick, ...ids };
}

const idsOf = (map: ArgumentMap): Id[] => TABLES.flatMap((table) => [...map[table].keys()]);
