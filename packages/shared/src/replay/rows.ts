import type { Viewer } from '../map/circles.ts';
import type { ArgumentMap, Row } from '../map/map.ts';
import { put, type Patch } from '../map/patch.ts';
import { rowsOf } from '../record/record.ts';
import type { RecordRow } from '../record/recordRow.ts';
import type { Past } from './Past.ts';

/** What the record says of one version of a past that the viewer was told of. */
export function rowsAt(past: Past, version: number, viewer: Viewer, now: ArgumentMap): RecordRow[] {
  const change = past.changes[version - 1];
  if (!change) return [];
  const { at, by, kind, patches } = change;
  const map = past.at(version - 1);
  return rowsOf(
    {
      version,
      at,
      by,
      // What others did together, in part.
      kind: kind === 'hidden' ? 'batch' : kind,
      parts: patches.map((patch, place) => ({ place, patch })),
      extent: 'whole',
      unsigned: patches,
      before: patches.flatMap((patch) => wasBefore(map, patch)),
    },
    viewer,
    now,
  );
}

function wasBefore(map: ArgumentMap, patch: Patch): Patch[] {
  if (patch.table === 'info') return [{ table: 'info', put: map.info }];
  const entity: Row['entity'] | undefined = map[patch.table].get('put' in patch ? patch.put.id : patch.drop);
  return entity ? [put(patch.table, entity as never)] : [];
}
