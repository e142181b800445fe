import {
  emptyMap,
  TABLES,
  type EntityPatch,
  type Id,
  type MapContent,
  type Patch,
} from '@counterpoint/shared';

type Entity = Extract<EntityPatch, { put: unknown }>['put'];

/** What patches make out of an empty map: as `applyPatches`, at a tenth of the cost, because no map between is kept. */
export function contentMadeBy(patches: readonly Patch[]): MapContent {
  let { info } = emptyMap;
  const tables = new Map(TABLES.map((table) => [table, new Map<Id, Entity>()]));
  for (const patch of patches) {
    if (patch.table === 'info') info = patch.put;
    else if ('put' in patch) tables.get(patch.table)?.set(patch.put.id, patch.put);
    else tables.get(patch.table)?.delete(patch.drop);
  }
  const lists = [...tables].map(([table, entities]) => [table, [...entities.values()].sort(byId)] as const);
  return { info, ...(Object.fromEntries(lists) as unknown as Omit<MapContent, 'info'>) };
}

const byId = (a: { id: Id }, b: { id: Id }): number => (a.id < b.id ? -1 : 1);
