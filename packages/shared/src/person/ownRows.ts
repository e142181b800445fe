// [Z-12] What of a map is about one person: what they wrote, did and voted, and what was said of their work, as far as they may see it.
import { viewerIn } from '../map/circles.ts';
import { peopleIn } from '../map/fields.ts';
import type { Id } from '../map/id.ts';
import { rowsIn, type ArgumentMap, type MapContent, type Row } from '../map/map.ts';
import { contentOf } from '../map/patch.ts';
import type { TableName } from '../map/tables/tables.ts';
import { visibleContent } from '../map/visibility.ts';

export type OwnRows = { readonly [T in TableName]?: MapContent[T] };

/** By table; tables without such rows are left out. Others stand in them by their ids alone. */
export function ownRows(map: ArgumentMap, participant: Id): OwnRows {
  const seen = visibleContent(contentOf(map), viewerIn(map, participant), map);
  const own: { [table: string]: unknown[] } = {};
  for (const row of rowsIn(seen))
    if (isAbout(row, participant)) (own[row.table] ??= []).push(whole(map, row));
  return own;
}

function isAbout({ table, entity }: Row, participant: Id): boolean {
  if (table === 'participants') return entity.id === participant;
  if ('participant' in entity && entity.participant === participant) return true;
  for (const [, by] of peopleIn(entity)) if (by === participant) return true;
  return false;
}

/** A text that they brought is told whole, though no map tells it. */
const whole = (map: ArgumentMap, { table, entity }: Row): Row['entity'] =>
  table === 'editions' ? (map.editions.get(entity.id) ?? entity) : entity;
