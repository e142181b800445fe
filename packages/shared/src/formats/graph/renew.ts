import { TABLES } from '../../map/tables/tables.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';

/** Fields that hold an id wherever they stand, in entities as in edits; texts and settings stand under other names. */
const ID_FIELDS = new Set([
  'id',
  'home',
  'argument',
  'claim',
  'reference',
  'comment',
  'participant',
  'proposal',
  'source',
  'edition',
  'quotation',
  'by',
]);

/**
 * The same content under new ids throughout, also within proposed edits. Ids that sorted before others still do when
 * `newId` ascends: siblings that share one order key keep their places.
 */
export function renew(content: MapContent, newId: () => Id): MapContent {
  const renewed = new Map<Id, Id>();
  const old = TABLES.flatMap((table) => content[table].map(({ id }) => id));
  for (const id of old.sort()) if (!renewed.has(id)) renewed.set(id, newId());
  const idFor = (id: Id): Id => {
    // A pending edit names things that are yet to be made.
    const known = renewed.get(id) ?? newId();
    renewed.set(id, known);
    return known;
  };
  const tables = TABLES.map((table) => [table, content[table].map((entity) => withIds(entity, idFor))]);
  return { info: content.info, ...Object.fromEntries(tables) } as MapContent;
}

function withIds<T>(value: T, idFor: (id: Id) => Id): T {
  if (Array.isArray(value)) return value.map((part: unknown) => withIds(part, idFor)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, part]: [string, unknown]) =>
    ID_FIELDS.has(name) && typeof part === 'string' ? [name, idFor(part)] : [name, withIds(part, idFor)],
  );
  return Object.fromEntries(fields) as T;
}
