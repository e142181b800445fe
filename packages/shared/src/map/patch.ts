// A change is made of patches: one entity put or dropped. They are all that moves a confirmed map.
import type { Id } from './id.ts';
import type { MapInfo } from './info.ts';
import { eachIndex, eachTable, linksOf, rowsIn, tables, type ArgumentMap, type Index, type MapContent, type Row } from './map.ts'; // prettier-ignore
import { Table } from './table.ts';
import { TABLES, type Entities, type IndexName, type TableName } from './tables/tables.ts';

export type Put<T extends TableName> = {
  readonly table: T;
  readonly put: Entities[T];
  /** Whose wording was merged with the new one [E9]: they are told. It is no part of the map. */
  readonly mergedWith?: Id | null;
};
export type Drop<T extends TableName> = { readonly table: T; readonly drop: Id };
export type EntityPatch = { [T in TableName]: Put<T> | Drop<T> }[TableName];
export type Patch = EntityPatch | { readonly table: 'info'; readonly put: MapInfo };

export const put = <T extends TableName>(table: T, entity: Entities[T]): Patch =>
  ({ table, put: entity }) as Patch;
export const drop = (table: TableName, id: Id): Patch => ({ table, drop: id }) as Patch;

export function applyPatches(map: ArgumentMap, patches: readonly Patch[]): ArgumentMap {
  return patches.reduce(applyPatch, map);
}

function applyPatch(map: ArgumentMap, patch: Patch): ArgumentMap {
  if (patch.table === 'info') return { ...map, info: patch.put };
  const table: Table<Row['entity']> = map[patch.table];
  const id = 'put' in patch ? patch.put.id : patch.drop;
  const before = table.get(id);
  const after = 'put' in patch ? patch.put : undefined;
  return {
    ...map,
    [patch.table]: after ? table.with(id, after) : table.without(id),
    index: reindexed(map.index, links(patch.table, before), links(patch.table, after), id),
  };
}

/** Whether they change nothing for anybody but one person, see Description.aside. */
export const isAside = (patches: readonly Patch[]): boolean =>
  patches.length > 0 && patches.every(({ table }) => table !== 'info' && tables[table].aside === true);

/** The patches that fill an empty map with a content. */
export const contentPatches = (content: MapContent): Patch[] => [
  { table: 'info', put: content.info },
  ...rowsIn(content).map(({ table, entity }) => put(table, entity)),
];

export const contentOf = (map: ArgumentMap): MapContent => ({
  info: map.info,
  ...(eachTable((table) => [...map[table].values()].sort(byId)) as unknown as Omit<MapContent, 'info'>),
});

/** The whole map at once; equal to putting every entity, but without a copy per entity. */
export function mapOf(content: MapContent): ArgumentMap {
  const lists = eachIndex(() => new Map<string, Id[]>());
  for (const table of TABLES) {
    for (const entity of content[table]) {
      for (const [index, key] of links(table, entity)) {
        const ids = lists[index].get(key);
        if (ids) ids.push(entity.id);
        else lists[index].set(key, [entity.id]);
      }
    }
  }
  const filled = eachTable((table) =>
    Table.of(content[table].map((entity: Row['entity']) => [entity.id, entity])),
  );
  return {
    info: content.info,
    ...(filled as Omit<ArgumentMap, 'info' | 'index'>),
    index: eachIndex((index) => Table.of(lists[index])),
  };
}

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : 1);

type Link = readonly [index: IndexName, key: string];

/** Under which keys of which indexes an entity is listed. */
const links = (table: TableName, entity: Row['entity'] | undefined): readonly Link[] =>
  entity ? linksOf[table].map(([index, keyOf]) => [index, keyOf(entity as never)]) : [];

function reindexed(index: Index, before: readonly Link[], after: readonly Link[], id: Id): Index {
  const same =
    before.length === after.length &&
    before.every(([name, key], i) => after[i]?.[0] === name && after[i][1] === key);
  if (same) return index;
  let next = index;
  for (const [name, key] of before)
    next = relisted(next, name, key, (ids) => ids.filter((other) => other !== id));
  for (const [name, key] of after) next = relisted(next, name, key, (ids) => [...ids, id]);
  return next;
}

function relisted(
  index: Index,
  name: IndexName,
  key: string,
  change: (ids: readonly Id[]) => readonly Id[],
): Index {
  const updated = index[name].updated(key, (ids) => {
    const changed = change(ids ?? []);
    return changed.length > 0 ? changed : undefined;
  });
  return { ...index, [name]: updated };
}
