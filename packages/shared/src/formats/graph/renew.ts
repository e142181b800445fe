import { withIds } from '../../map/fields.ts';
import type { Id } from '../../map/id.ts';
import { changedContent, type MapContent } from '../../map/map.ts';
import { TABLES } from '../../map/tables/tables.ts';
import { ENTITY_SCHEMAS } from './contentSchema.ts';

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
  return changedContent(content, ({ table, entity }) => withIds(ENTITY_SCHEMAS[table], entity, idFor));
}
