// Third step from a graph to a map: rows with ids, order keys and authors. What rode along with a file of ours is taken
// where it still fits, so that an untouched file gives back the very map that was written.
import { generateNKeysBetween } from 'fractional-indexing';
import { LONGEST_SCHEME, type Argument } from '../../map/tables/arguments.ts';
import type { Claim } from '../../map/tables/claims.ts';
import type { Entities, TableName } from '../../map/tables/tables.ts';
import type { Id } from '../../map/id.ts';
import type { MapInfo } from '../../map/info.ts';
import type { Reference } from '../../map/tables/references.ts';
import { byOrder } from '../../map/order.ts';
import { isVisible, storable } from '../../map/text.ts';
import { ENTITY_SCHEMAS } from './contentSchema.ts';
import type { Forest } from './growForest.ts';
import type { TidyArgument, TidyGraph } from './growTidy.ts';
import type { GraphClaim } from './graph.ts';
import type { Losses } from '../loss.ts';

/** What stays the same while rows are made. */
export interface Making {
  readonly info: MapInfo;
  readonly newId: () => Id;
  readonly at: (given: number | undefined) => number;
  readonly by: (person: string | undefined) => Id | null;
  readonly losses: Losses;
}

/** The carried rows of claims and arguments that hold, by key; each id is given once. */
export interface CarriedRows {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly arguments: ReadonlyMap<string, Argument>;
}

export function carriedRows(
  tidy: TidyGraph,
  texts: ReadonlyMap<string, string>,
  losses: Losses,
): CarriedRows {
  const ids = new Set<Id>();
  const rowsOf = <T extends 'claims' | 'arguments'>(
    table: T,
    nodes: Iterable<GraphClaim | TidyArgument>,
    seen: (node: GraphClaim | TidyArgument) => object,
  ): Map<string, Entities[T]> => {
    const rows = new Map<string, Entities[T]>();
    for (const node of nodes) {
      if (node.row === undefined) continue;
      const row = rowIn(
        table,
        typeof node.row === 'object' && node.row !== null ? { ...node.row, ...seen(node) } : null,
      );
      if (row && !ids.has(row.id)) rows.set(node.key, row);
      else losses.add('carried', node.where);
      if (row) ids.add(row.id);
    }
    return rows;
  };
  return {
    claims: rowsOf('claims', tidy.claims.values(), ({ key }) => ({ text: texts.get(key) ?? '' })),
    arguments: rowsOf('arguments', tidy.arguments.values(), () => ({})),
  };
}

export function rowIn<T extends TableName>(table: T, raw: unknown): Entities[T] | undefined {
  const schema = ENTITY_SCHEMAS[table] as {
    safeParse(value: unknown): { success: boolean; data?: Entities[T] };
  };
  return schema.safeParse(raw).data;
}

export interface Nodes {
  readonly claims: readonly Claim[];
  readonly arguments: readonly Argument[];
  readonly references: readonly Reference[];
  /** Key -> id, of claims and arguments. */
  readonly ids: ReadonlyMap<string, Id>;
}

/** A premise by the key of its claim and what orders it. */
interface Sibling {
  readonly id: Id;
  readonly order: string | undefined;
}

export function nodesOf(
  tidy: TidyGraph,
  forest: Forest,
  { rows, references: carried, texts, hiddenHome }: Growth,
  making: Making,
): Nodes {
  const ids = new Map<string, Id>();
  for (const key of tidy.claims.keys()) ids.set(key, rows.claims.get(key)?.id ?? making.newId());
  for (const key of tidy.arguments.keys()) ids.set(key, rows.arguments.get(key)?.id ?? making.newId());
  const idOf = (key: string): Id => ids.get(key) ?? '';
  const orders = new Map<Id, string>();
  const order = (siblings: readonly Sibling[]): void => ordered(siblings, orders);
  // What is at home in an argument out of sight is no thesis, and keeps its place there.
  const theses = forest.theses.filter((key) => hiddenHome(key) === null);
  order(theses.map((key) => ({ id: idOf(key), order: rows.claims.get(key)?.order })));
  for (const replies of forest.replies.values())
    order(replies.map(({ key }) => ({ id: idOf(key), order: rows.arguments.get(key)?.order })));
  const references: Reference[] = [];
  for (const argument of tidy.arguments.values()) {
    const premises = argument.premises.map((key): Sibling => {
      if (forest.home.get(key) === argument.key) return { id: idOf(key), order: rows.claims.get(key)?.order };
      const reference = referenceOf(argument, { id: idOf(argument.key), claim: idOf(key) }, carried, making);
      references.push(reference);
      return { id: reference.id, order: reference.order === '' ? undefined : reference.order };
    });
    order(premises);
  }
  const claims = [...tidy.claims.values()].map((claim): Claim => {
    const at = forest.home.get(claim.key);
    const home = at === undefined ? hiddenHome(claim.key) : idOf(at);
    const id = idOf(claim.key);
    const text = texts.get(claim.key) ?? '';
    return claimRow(
      claim,
      { id, text, home, order: orders.get(id) ?? rows.claims.get(claim.key)?.order ?? '' },
      rows.claims.get(claim.key),
      making,
    );
  });
  const all = [...tidy.arguments.values()].map((argument): Argument => {
    const id = idOf(argument.key);
    const kind = tidy.arguments.has(argument.target) ? 'argument' : 'claim';
    const target = { kind, id: idOf(argument.target) } as const;
    return argumentRow(
      argument,
      { id, target, order: orders.get(id) ?? '' },
      rows.arguments.get(argument.key),
      making,
    );
  });
  const placed = references.map((reference) => ({ ...reference, order: orders.get(reference.id) ?? '' }));
  return { claims, arguments: all, references: placed, ids };
}

/** Sibling order: the keys that rode along where the file still lists in that order, new ones otherwise. */
function ordered(siblings: readonly Sibling[], orders: Map<Id, string>): void {
  const asKey = (one: Sibling | undefined) => ({ id: one?.id ?? '', order: one?.order ?? '' });
  const kept = siblings.every(
    (one, i) => one.order !== undefined && (i === 0 || byOrder(asKey(siblings[i - 1]), asKey(one)) <= 0),
  );
  const fresh = kept ? [] : generateNKeysBetween(null, null, siblings.length);
  for (const [i, one] of siblings.entries()) orders.set(one.id, kept ? (one.order ?? '') : (fresh[i] ?? ''));
}

/** What is known before rows are made. */
export interface Growth {
  readonly rows: CarriedRows;
  /** Carried references by argument and claim. */
  readonly references: ReadonlyMap<string, Reference>;
  /** The words of each claim. */
  readonly texts: ReadonlyMap<string, string>;
  /** The home of a claim in an argument that the file does not show. */
  readonly hiddenHome: (claim: string) => Id | null;
}

function referenceOf(
  from: TidyArgument,
  { id: argument, claim }: { readonly id: Id; readonly claim: Id },
  carried: ReadonlyMap<string, Reference>,
  { newId, at, by }: Making,
): Reference {
  const known = carried.get(argument + claim);
  return known ?? { id: newId(), argument, claim, order: '', by: by(from.by), at: at(from.at) };
}

function claimRow(
  claim: GraphClaim,
  place: Pick<Claim, 'id' | 'text' | 'home' | 'order'>,
  row: Claim | undefined,
  { info, at, by }: Making,
): Claim {
  if (row) return { ...row, ...place };
  return {
    ...place,
    language: claim.language ?? info.language,
    side: null,
    reworded: null,
    beside: [],
    by: by(claim.by),
    at: at(claim.at),
    removed: null,
  };
}

function argumentRow(
  { direction, scheme, by: person, at: time }: TidyArgument,
  place: Pick<Argument, 'id' | 'target' | 'order'>,
  row: Argument | undefined,
  { at, by }: Making,
): Argument {
  const { target, order } = place;
  const named = scheme === undefined ? null : [...storable(scheme)].slice(0, LONGEST_SCHEME).join('');
  const label = named !== null && isVisible(named) ? named : null;
  if (row) return { ...row, direction, target, order, ...(scheme !== undefined && { scheme: label }) };
  return { ...place, direction, scheme: label, by: by(person), at: at(time), removed: null };
}
