// Which parts of a map a rule looked at, and which parts differ between two maps: what was not looked at does not matter.
import { eachIndex, eachTable, INDEXES, type ArgumentMap } from './map.ts';
import { drop, put, type Patch } from './patch.ts';
import type { Table } from './table.ts';
import { TABLES } from './tables/tables.ts';

/** Fields of entities, entries of indexes, and whole tables. */
export class Parts {
  private readonly byTable = new Map<string, Map<string, Set<string>>>();

  /** `key` is of an entity or an entry; `part` a field, or BEING. */
  add(table: string, key: string, part: string): void {
    let keys = this.byTable.get(table);
    if (!keys) this.byTable.set(table, (keys = new Map<string, Set<string>>()));
    const parts = keys.get(key);
    if (parts) parts.add(part);
    else keys.set(key, new Set([part]));
  }

  meets(others: Parts): boolean {
    for (const [table, keys] of this.byTable) {
      const theirs = others.byTable.get(table);
      if (theirs && (keys.size < theirs.size ? haveCommon(keys, theirs) : haveCommon(theirs, keys)))
        return true;
    }
    return false;
  }
}

type Keys = ReadonlyMap<string, ReadonlySet<string>>;

function haveCommon(fewer: Keys, more: Keys): boolean {
  for (const [key, parts] of fewer) {
    const others = more.get(key);
    if (others) for (const part of parts) if (others.has(part)) return true;
  }
  return false;
}

/** That there is such an entity, or that an entry or a whole table is as it is. */
const BEING = '';
const WHOLE = '';

/** The same map; what a rule reads through it is noted, but for what the rule put there itself. */
export function watched(map: ArgumentMap, reads: Parts): ArgumentMap {
  return {
    ...eachTable((table) => watchedTable(map[table] as Table<object>, table, reads)),
    index: eachIndex((index) => watchedTable(map.index[index], index, reads)),
    get info() {
      reads.add('info', WHOLE, BEING);
      return map.info;
    },
  } as unknown as ArgumentMap;
}

const watchedTable = <V extends object>(table: Table<V>, name: string, reads: Parts): Table<V> =>
  new Watched(table, name, reads, new Set()) as unknown as Table<V>;

class Watched<V extends object> implements Pick<
  Table<V>,
  'get' | 'has' | 'updated' | 'keys' | 'values' | 'size'
> {
  constructor(
    private readonly table: Table<V>,
    private readonly name: string,
    private readonly reads: Parts,
    /** What the rule put or took away itself. */
    private readonly own: Set<string>,
  ) {}

  get size(): number {
    this.reads.add(this.name, WHOLE, BEING);
    return this.table.size;
  }

  get(key: string): V | undefined {
    const value = this.table.get(key);
    if (this.own.has(key)) return value;
    this.reads.add(this.name, key, BEING);
    return value && (Array.isArray(value) ? value : watchedEntity(value, this.name, key, this.reads));
  }

  has(key: string): boolean {
    if (!this.own.has(key)) this.reads.add(this.name, key, BEING);
    return this.table.has(key);
  }

  with(key: string, value: V): Watched<V> {
    this.own.add(key);
    return this.again(this.table.with(key, unwatched(value)));
  }

  /** What is taken away must be taken away again, however it changes. */
  without(key: string): Watched<V> {
    readWhole(this.get(key));
    this.own.add(key);
    return this.again(this.table.without(key));
  }

  /** A list that grows is not one that was read. */
  updated(key: string, change: (value: V | undefined) => V | undefined): Table<V> {
    return this.again(this.table.updated(key, change)) as unknown as Table<V>;
  }

  keys(): Generator<string> {
    this.reads.add(this.name, WHOLE, BEING);
    return this.table.keys();
  }

  values(): Generator<V> {
    this.reads.add(this.name, WHOLE, BEING);
    return this.table.values();
  }

  private again(table: Table<V>): Watched<V> {
    return new Watched(table, this.name, this.reads, this.own);
  }
}

const originals = new WeakMap<object, object>();
const unwatched = <V extends object>(value: V): V => (originals.get(value) as V | undefined) ?? value;

function watchedEntity<V extends object>(entity: V, name: string, key: string, reads: Parts): V {
  const proxy = new Proxy(entity, {
    get(_, field) {
      reads.add(name, key, String(field));
      return Reflect.get(entity, field) as unknown;
    },
    ownKeys() {
      for (const field of Object.keys(entity)) reads.add(name, key, field);
      return Reflect.ownKeys(entity);
    },
  });
  originals.set(proxy, entity);
  return proxy;
}

/** Notes every field of an entity that was got of a watched map. */
export const readWhole = (entity: object | undefined): void => void Object.keys(entity ?? {});

/** The patch as a rule made it, with nothing in it that still watches. */
export const plain = (patch: Patch): Patch =>
  'put' in patch && originals.has(patch.put) ? ({ ...patch, put: unwatched(patch.put) } as Patch) : patch;

/** How the second map differs from the first. */
export interface Difference {
  readonly parts: Parts;
  /** They move the first to the second. */
  readonly patches: readonly Patch[];
}

export function difference(before: ArgumentMap, after: ArgumentMap): Difference {
  const parts = new Parts();
  const patches: Patch[] = [];
  if (before.info !== after.info) {
    parts.add('info', WHOLE, BEING);
    patches.push({ table: 'info', put: after.info });
  }
  for (const table of TABLES) {
    const [was, is] = [before[table] as Table<object>, after[table] as Table<object>];
    if (was === is) continue;
    for (const id of was.changed(is)) {
      const entity = is.get(id);
      const fields = changedFields(was.get(id), entity);
      // Taken away and brought back in one edit: it is no other, and stays away where a proposal took it away.
      if (fields.length === 0) continue;
      parts.add(table, WHOLE, BEING);
      for (const field of fields) parts.add(table, id, field);
      patches.push(entity ? put(table, entity as never) : drop(table, id));
    }
  }
  for (const index of INDEXES)
    for (const key of before.index[index].changed(after.index[index])) parts.add(index, key, BEING);
  return { parts, patches };
}

function changedFields(was: object | undefined, is: object | undefined): string[] {
  const fields = Object.keys(is ?? was ?? {});
  if (!was || !is) return [BEING, ...fields];
  return fields.filter((field) => was[field as never] !== is[field as never]);
}
