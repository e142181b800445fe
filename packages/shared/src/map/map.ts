// The domain: what a map holds. Rules about it live in edits/, what is known of each table in tables/, look-ups in tree.ts.
import type { z } from 'zod';
import type { LossKind } from '../formats/loss.ts';
import type { Id } from './id.ts';
import { NEW_SETTINGS, type MapInfo } from './info.ts';
import { Table } from './table.ts';
import type { Audience } from './tables/audience.ts';
import type { Target } from './tables/arguments.ts';
import { DESCRIPTIONS, TABLES, type Entities, type IndexName, type TableName } from './tables/tables.ts';

/** Ids that hang beneath an id, kept by patch.ts: whatever asks "what is beneath" never walks a whole map. */
export type Index = { readonly [I in IndexName]: Table<readonly Id[]> };

export type ArgumentMap = { readonly info: MapInfo; readonly index: Index } & {
  readonly [T in TableName]: Table<Entities[T]>;
};

/** A map as plain values, for the wire and for files. */
export type MapContent = { readonly info: MapInfo } & { readonly [T in TableName]: readonly Entities[T][] };

/** What is known of any table, without which one it is. */
interface Described<T extends TableName> {
  readonly schema: (typeof DESCRIPTIONS)[T]['schema'];
  readonly file: z.ZodType<Entities[T]>;
  readonly words: Partial<Entities[T]>;
  readonly fetched?: Partial<Entities[T]>;
  readonly needs: { readonly [F in keyof Entities[T]]?: readonly string[] };
  readonly under: { readonly [I in IndexName]?: (entity: Entities[T]) => Id };
  readonly sees: (entity: Entities[T], map: ArgumentMap) => Audience;
  readonly decidedBy?: { readonly [name: string]: true | ((entity: never, changed: never) => boolean) };
  readonly unsigned?: true;
  readonly unnamed?: true;
  readonly loss: LossKind | null;
  readonly copied: boolean;
  readonly recorded: boolean;
  readonly apart?: true;
  readonly later?: true;
  readonly aside?: true;
  readonly older?: (row: Entities[T]) => Entities[T];
}

/** What is known of each table. */
export const tables: { readonly [T in TableName]: Described<T> } = DESCRIPTIONS;

/** Under which indexes a table is listed. */
export const linksOf: {
  readonly [T in TableName]: readonly (readonly [IndexName, (entity: never) => Id])[];
} = eachTable((table) => Object.entries(tables[table].under) as [IndexName, (entity: never) => Id][]);

export const INDEXES = TABLES.flatMap((table) => linksOf[table].map(([index]) => index));

/** The same for each table. */
export function eachTable<V>(valueFor: (table: TableName) => V): { readonly [T in TableName]: V } {
  return Object.fromEntries(TABLES.map((table) => [table, valueFor(table)])) as { [T in TableName]: V };
}

export const eachIndex = <V>(valueFor: (index: IndexName) => V): { readonly [I in IndexName]: V } =>
  Object.fromEntries(INDEXES.map((index) => [index, valueFor(index)])) as { [I in IndexName]: V };

const noInfo: MapInfo = { title: '', question: '', about: '', language: 'zh', ...NEW_SETTINGS };

export const emptyMap: ArgumentMap = {
  info: noInfo,
  ...eachTable(() => Table.empty),
  index: eachIndex(() => Table.empty),
};

export const emptyContent: MapContent = { info: noInfo, ...eachTable(() => []) };

/** Whether it can be put away and brought back. */
export const isRemovable = (table: TableName): boolean => 'removed' in tables[table].schema.shape;

/** An entity with the table that holds it. */
export type Row = {
  readonly [T in TableName]: { readonly table: T; readonly entity: Entities[T] };
}[TableName];

/** Whichever table holds the id, of those that share theirs. */
export function rowAt(map: ArgumentMap, id: Id): Row | undefined {
  for (const table of SHARING) {
    const entity = map[table].get(id);
    if (entity) return { table, entity } as Row;
  }
  return undefined;
}

const SHARING = TABLES.filter((table) => !tables[table].apart);

/** The ids of what it cannot be without. */
export function needsOf({ table, entity }: Row): Id[] {
  const fields = entity as unknown as Record<string, Id | Target | null>;
  return Object.keys(tables[table].needs).flatMap((field) => {
    const named = fields[field] ?? null;
    return named === null ? [] : typeof named === 'string' ? named : named.id;
  });
}

export const rowsIn = (content: MapContent): Row[] =>
  TABLES.flatMap((table) => content[table].map((entity) => ({ table, entity }) as Row));

/** The content with each row changed; without those for which there is nothing. */
export function changedContent(
  content: MapContent,
  change: (row: Row) => Row['entity'] | undefined,
): MapContent {
  const changed = eachTable((table) =>
    content[table].flatMap((entity: Row['entity']) => change({ table, entity } as Row) ?? []),
  );
  return { info: content.info, ...(changed as unknown as Omit<MapContent, 'info'>) };
}
