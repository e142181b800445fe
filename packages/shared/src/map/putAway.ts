// What was taken away with its words, by the map as it is now; never by the map as it was.
import { TABLES, type ArgumentMap, type Entities, type Id, type MapContent, type TableName } from './map.ts';
import { above, nodeAt, type Node } from './tree.ts';

/** An entity with the table that holds it. */
export type Row = {
  readonly [T in TableName]: { readonly table: T; readonly entity: Entities[T] };
}[TableName];

export interface PutAway {
  /** [V5] Whether it, or anything it hangs beneath, is removed; so is all that the map no longer holds. */
  has(table: TableName, id: Id): boolean;
  /** Everything of the map that is put away. */
  rows(): readonly Row[];
}

const judged = new WeakMap<ArgumentMap, PutAway>();

/** Made once for a map, and then shared by all who look at it. */
export function putAwayIn(map: ArgumentMap): PutAway {
  const known = judged.get(map) ?? judge(map);
  judged.set(map, known);
  return known;
}

function judge(map: ArgumentMap): PutAway {
  const isLive = livenessOf(map);
  let quoted: ReadonlySet<Id> | undefined;
  let all: readonly Row[] | undefined;
  const saying = (one: { claim: Id; removed: unknown } | undefined): boolean =>
    !one || Boolean(one.removed) || !isLive(one.claim);
  const source = (id: Id | undefined): boolean => {
    const one = map.sources.get(id ?? '');
    if (!one) return true;
    return one.removed !== null && !(quoted ??= quotedSources(map, isLive)).has(one.id);
  };
  const has = (table: TableName, id: Id): boolean => {
    switch (table) {
      case 'claims':
      case 'arguments':
        return !map[table].has(id) || !isLive(id);
      case 'comments':
      case 'quotations':
        return saying(map[table].get(id));
      case 'sources':
        return source(id);
      case 'editions':
        return source(map.editions.get(id)?.source);
      case 'references':
      case 'participants':
      case 'proposals':
        return false;
    }
  };
  const rows = () => (all ??= rowsOf(map).filter(({ table, entity }) => has(table, entity.id)));
  return { has, rows };
}

/** Like isLive of tree.ts, for many: every node is looked at once. */
function livenessOf(map: ArgumentMap): (id: Id) => boolean {
  const known = new Map<Id, boolean>();
  return (id) => {
    const way: Id[] = [];
    let live: boolean | undefined;
    let node: Node | undefined = nodeAt(map, id);
    if (!node) return false;
    for (; node && live === undefined; node = above(map, node)) {
      live = known.get(node.value.id) ?? (node.value.removed ? false : undefined);
      way.push(node.value.id);
    }
    for (const passed of way) known.set(passed, live ?? true);
    return live ?? true;
  };
}

/** A removed source keeps its words while something live rests on them [Q5]. */
function quotedSources(map: ArgumentMap, isLive: (id: Id) => boolean): ReadonlySet<Id> {
  const quoted = new Set<Id>();
  for (const { edition, claim, removed } of map.quotations.values()) {
    const source = map.editions.get(edition)?.source;
    if (source !== undefined && !removed && isLive(claim)) quoted.add(source);
  }
  return quoted;
}

const rowsOf = (map: ArgumentMap): Row[] =>
  TABLES.flatMap((table) => [...map[table].values()].map((entity) => ({ table, entity }) as Row));

/** All that goes away, or comes back, with these: what hangs beneath them, and sources that only they rested on. */
export const beneath = (map: ArgumentMap, roots: readonly Id[]): Row[] =>
  hangingOn(map, roots, (row) => (row.table === 'quotations' ? removedSource(map, row.entity.edition) : []));

/** These and what hangs beneath them, live or not, and what goes with each of that. */
export function hangingOn(
  map: ArgumentMap,
  roots: readonly Id[],
  goesWith: (row: Row) => readonly Id[],
): Row[] {
  const rows = new Map<Id, Row>();
  const { home, replies, comments, quotations, editions } = map.index;
  const stack = [...roots];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (rows.has(id)) continue;
    const row = rowAt(map, id);
    if (row) {
      rows.set(id, row);
      stack.push(...goesWith(row));
    }
    for (const index of [home, replies, comments, quotations, editions]) stack.push(...(index.get(id) ?? []));
  }
  return [...rows.values()];
}

const HOLDING = ['claims', 'arguments', 'comments', 'quotations', 'sources', 'editions'] as const;

function rowAt(map: ArgumentMap, id: Id): Row | undefined {
  for (const table of HOLDING) {
    const entity = map[table].get(id);
    if (entity) return { table, entity } as Row;
  }
  return undefined;
}

function removedSource(map: ArgumentMap, edition: Id): Id[] {
  const source = map.sources.get(map.editions.get(edition)?.source ?? '');
  return source?.removed ? [source.id] : [];
}

/** A content without what hangs on something that is not in it. */
export function withoutDangling(content: MapContent): MapContent {
  const ids = new Set(rowsIn(content).map(({ entity }) => entity.id));
  const kept = rowsIn(content).filter((row) => anchorsOf(row).every((id) => id === null || ids.has(id)));
  if (kept.length === rowsIn(content).length) return content;
  const tables = TABLES.map((table) => [
    table,
    kept.flatMap((row) => (row.table === table ? row.entity : [])),
  ]);
  return withoutDangling({ info: content.info, ...Object.fromEntries(tables) } as MapContent);
}

const rowsIn = (content: MapContent): Row[] =>
  TABLES.flatMap((table) => content[table].map((entity) => ({ table, entity }) as Row));

function anchorsOf({ table, entity }: Row): readonly (Id | null)[] {
  switch (table) {
    case 'claims':
      return [entity.home];
    case 'arguments':
      return [entity.target.id];
    case 'references':
      return [entity.argument, entity.claim];
    case 'comments':
      return [entity.claim];
    case 'editions':
      return [entity.source];
    case 'quotations':
      return [entity.claim, entity.edition];
    case 'sources':
    case 'participants':
    case 'proposals':
      return [];
  }
}
