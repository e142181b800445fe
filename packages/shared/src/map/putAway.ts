// What was taken away with its words, by the map as it is now; never by the map as it was.
import type { Id } from './id.ts';
import { changedContent, INDEXES, linksOf, needsOf, rowAt, rowsIn, tables, type ArgumentMap, type MapContent, type Row } from './map.ts'; // prettier-ignore
import { TOP } from './tables/description.ts';
import { TABLES, type TableName } from './tables/tables.ts';

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
  const known = new Map<Id, boolean>();
  let quoted: ReadonlySet<Id> | undefined;
  let all: readonly Row[] | undefined;
  const isMarked = (row: Row): boolean => {
    if (!('removed' in row.entity) || !row.entity.removed) return false;
    return row.table !== 'sources' || !(quoted ??= quotedSources(map, isAway)).has(row.entity.id);
  };
  /** Every node is looked at once: of a line of parents, all below share what is found at its end. */
  const isAway = (id: Id): boolean => {
    const way: Id[] = [];
    let away: boolean | undefined;
    for (let at = id; away === undefined;) {
      away = known.get(at);
      if (away !== undefined) break;
      way.push(at);
      const row = rowAt(map, at);
      const [parent, ...others] = row ? parentsOf(row) : [];
      if (!row || isMarked(row) || others.some(isAway)) away = true;
      else if (parent === undefined) away = false;
      else at = parent;
    }
    for (const passed of way) known.set(passed, away);
    return away;
  };
  const has = (table: TableName, id: Id): boolean => {
    const entity = map[table].get(id);
    // A claim that was merged is in another table since, under its id.
    const row = entity ? ({ table, entity } as Row) : tables[table].apart ? undefined : rowAt(map, id);
    if (!row) return !tables[table].apart;
    return isMarked(row) || parentsOf(row).some(isAway);
  };
  const rows = () => (all ??= rowsOf(map).filter(({ table, entity }) => has(table, entity.id)));
  return { has, rows };
}

const rowsOf = (map: ArgumentMap): Row[] =>
  TABLES.flatMap((table) => [...map[table].values()].map((entity) => ({ table, entity }) as Row));

/** What it hangs beneath. */
export const parentsOf = ({ table, entity }: Row): Id[] =>
  linksOf[table].map(([, keyOf]) => keyOf(entity as never)).filter((id) => id !== TOP);

/** A removed source keeps its words while something live rests on them [Q5]. */
function quotedSources(map: ArgumentMap, isAway: (id: Id) => boolean): ReadonlySet<Id> {
  const quoted = new Set<Id>();
  for (const { edition, claim, removed } of map.quotations.values()) {
    const source = map.editions.get(edition)?.source;
    if (source !== undefined && !removed && !isAway(claim)) quoted.add(source);
  }
  return quoted;
}

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
  const stack = [...roots];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (rows.has(id)) continue;
    const row = rowAt(map, id);
    if (row) {
      rows.set(id, row);
      stack.push(...goesWith(row));
    }
    for (const index of INDEXES) stack.push(...(map.index[index].get(id) ?? []));
  }
  return [...rows.values()];
}

function removedSource(map: ArgumentMap, edition: Id): Id[] {
  const source = map.sources.get(map.editions.get(edition)?.source ?? '');
  return source?.removed ? [source.id] : [];
}

/** A content without what cannot be without something that is not in it. */
export function withoutDangling(content: MapContent): MapContent {
  const rows = rowsIn(content);
  const ids = new Set(rows.map(({ entity }) => entity.id));
  const isWhole = (row: Row): boolean => needsOf(row).every((id) => ids.has(id));
  if (rows.every(isWhole)) return content;
  return withoutDangling(changedContent(content, (row) => (isWhole(row) ? row.entity : undefined)));
}
