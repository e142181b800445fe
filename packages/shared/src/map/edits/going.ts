// What goes over with a claim that is merged into another, and back when they are parted: the tables say it, none is named.
import type { Id } from '../id.ts';
import { linksOf, tables, type ArgumentMap, type Row } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import type { Target } from '../tables/arguments.ts';
import { TABLES, type TableName } from '../tables/tables.ts';

type Named = Id | Target | null | undefined;

/** The fields that name a claim and go over with it; what may name a merger, too, stays with the words it is about. */
export const fieldsThatGo = (table: TableName): readonly string[] =>
  Object.entries<readonly string[] | undefined>(tables[table].needs).flatMap(([field, holders]) =>
    holders?.includes('claims') && !holders.includes('mergers') ? [field] : [],
  );

const GOING = TABLES.map((table) => ({ table, fields: fieldsThatGo(table) })).filter(
  ({ fields }) => fields.length > 0,
);

const named = ({ entity }: Row, field: string): Named => (entity as unknown as Record<string, Named>)[field];

const idOf = (name: Named): Id | undefined => (typeof name === 'object' ? name?.id : name);

/** All that hangs beneath the claim, live or not, and goes over with it. */
export const goingFrom = (map: ArgumentMap, claim: Id): Row[] =>
  GOING.flatMap(({ table, fields }) => {
    const listed = new Set(linksOf[table].flatMap(([index]) => map.index[index].get(claim) ?? []));
    return [...listed].flatMap((id) => {
      const entity = map[table].get(id);
      const row = entity && ({ table, entity } as Row);
      return row && fields.some((field) => idOf(named(row, field)) === claim) ? [row] : [];
    });
  });

/** The row with another claim where it names this one; undefined where it does not. */
export function taken(row: Row, from: Id, to: Id): Patch | undefined {
  const fields = fieldsThatGo(row.table).filter((field) => idOf(named(row, field)) === from);
  if (fields.length === 0) return undefined;
  const changes = fields.map((field) => {
    const name = named(row, field);
    return [field, typeof name === 'object' ? { ...name, id: to } : to];
  });
  return put(row.table, { ...row.entity, ...Object.fromEntries(changes) } as never);
}
