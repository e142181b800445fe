// A change is made of patches: one entity put or dropped. They are all that moves a confirmed map.
import {
  emptyMap,
  TABLES,
  type ArgumentMap,
  type Entities,
  type Id,
  type Index,
  type MapContent,
  type MapInfo,
  type TableName,
} from './map.ts';
import { Table } from './table.ts';

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
  const table: Table<Entities[TableName]> = map[patch.table];
  const id = 'put' in patch ? patch.put.id : patch.drop;
  const before = table.get(id);
  const after = 'put' in patch ? patch.put : undefined;
  return {
    ...map,
    [patch.table]: after ? table.with(id, after) : table.without(id),
    index: reindexed(map.index, links(patch.table, before), links(patch.table, after), id),
  };
}

/** The patches that fill an empty map with a content. */
export function contentPatches(content: MapContent): Patch[] {
  const entities = TABLES.flatMap((table) => content[table].map((entity) => put(table, entity)));
  return [{ table: 'info', put: content.info }, ...entities];
}

export function contentOf(map: ArgumentMap): MapContent {
  const rows = TABLES.map((table) => [table, [...map[table].values()].sort(byId)]);
  return { info: map.info, ...Object.fromEntries(rows) } as MapContent;
}

/** The whole map at once; equal to putting every entity, but without a copy per entity. */
export function mapOf(content: MapContent): ArgumentMap {
  const lists = new Map<keyof Index, Map<string, Id[]>>();
  for (const table of TABLES) {
    for (const entity of content[table]) {
      for (const [index, key] of links(table, entity)) {
        const byKey = lists.get(index) ?? new Map<string, Id[]>();
        lists.set(index, byKey);
        const ids = byKey.get(key);
        if (ids) ids.push(entity.id);
        else byKey.set(key, [entity.id]);
      }
    }
  }
  const index = (name: keyof Index): Table<readonly Id[]> => Table.of(lists.get(name) ?? []);
  const tables = TABLES.map((table) => [
    table,
    Table.of(content[table].map((entity) => [entity.id, entity])),
  ]);
  return {
    ...emptyMap,
    ...(Object.fromEntries(tables) as Pick<ArgumentMap, TableName>),
    info: content.info,
    index: {
      replies: index('replies'),
      home: index('home'),
      references: index('references'),
      uses: index('uses'),
      comments: index('comments'),
      editions: index('editions'),
      quotations: index('quotations'),
      theses: lists.get('theses')?.get('') ?? [],
    },
  };
}

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : 1);

type Link = readonly [index: keyof Index, key: string];

/** Under which keys of which indexes an entity is listed. */
function links(table: TableName, entity: Entities[TableName] | undefined): readonly Link[] {
  if (!entity) return [];
  switch (table) {
    case 'claims': {
      const { home } = entity as Entities['claims'];
      return home === null ? [['theses', '']] : [['home', home]];
    }
    case 'arguments':
      return [['replies', (entity as Entities['arguments']).target.id]];
    case 'references': {
      const { argument, claim } = entity as Entities['references'];
      return [
        ['references', argument],
        ['uses', claim],
      ];
    }
    case 'comments':
      return [['comments', (entity as Entities['comments']).claim]];
    case 'editions':
      return [['editions', (entity as Entities['editions']).source]];
    case 'quotations':
      return [['quotations', (entity as Entities['quotations']).claim]];
    case 'sources':
    case 'participants':
    case 'proposals':
      return [];
  }
}

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
  name: keyof Index,
  key: string,
  change: (ids: readonly Id[]) => readonly Id[],
): Index {
  if (name === 'theses') return { ...index, theses: change(index.theses) };
  const ids = change(index[name].get(key) ?? []);
  return { ...index, [name]: ids.length > 0 ? index[name].with(key, ids) : index[name].without(key) };
}
