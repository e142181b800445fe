// What can be found in a map: what everyone is told who may read it, and so what any of them may see.
import {
  contentOf,
  contentPatches,
  editionText,
  partsOf,
  put,
  rowAt,
  sightOf,
  tables,
  visibleContent,
  visiblePatches,
  type ArgumentMap,
  type Change,
  type Hit,
  type Id,
  type Patch,
} from '@counterpoint/shared';

export interface Findable {
  readonly thing: Id;
  readonly part: number;
  readonly kind: Hit['kind'];
  readonly at: number;
  readonly start: number;
  readonly text: string;
}

/** What is to be written of a map at a version: `things`, or everything, lose what they had. */
export interface Gathering {
  readonly version: number;
  readonly things: readonly Id[] | 'all';
  readonly rows: readonly Findable[];
}

/** In no circle but everyone's: who sees more of a map finds no more. */
const NOBODY = { participant: null, role: null };

export function gatherAll(now: ArgumentMap, version: number): Gathering {
  const told = contentPatches(visibleContent(contentOf(now), NOBODY, now));
  return { version, things: 'all', rows: findableIn(told, now) };
}

/**
 * Comes to the same after everything before these changes was gathered. `roots` are what was removed, restored or moved
 * since [V7]; what the changes touched is told by the map as it is.
 */
export function gatherSince(
  changes: readonly Change[],
  roots: readonly Id[],
  { map: now, version }: { readonly map: ArgumentMap; readonly version: number },
): Gathering {
  const patches = changes.flatMap((change) => change.patches);
  // Nothing is found of tables whose ids may be those of something else.
  const touched = new Set<Id>();
  for (const patch of [...patches, ...sightOf(patches, roots, now).opened(NOBODY)])
    if (patch.table !== 'info' && !tables[patch.table].apart)
      touched.add('put' in patch ? patch.put.id : patch.drop);
  const rows = [...touched].flatMap((id) => {
    const row = rowAt(now, id);
    return row ? put(row.table, row.entity) : [];
  });
  return {
    version,
    things: [...touched],
    rows: findableIn(visiblePatches(rows, NOBODY, now), now),
  };
}

/** Words that were taken away are empty, and nothing is found of them. */
function findableIn(told: readonly Patch[], now: ArgumentMap): Findable[] {
  return told.flatMap((patch): Findable[] => {
    if (patch.table === 'info' || !('put' in patch)) return [];
    const { id } = patch.put;
    const at = 'at' in patch.put ? patch.put.at : 0;
    const whole = { thing: id, part: 0, at, start: 0 };
    switch (patch.table) {
      case 'claims':
        return [{ ...whole, kind: 'claim', at: patch.put.reworded?.at ?? at, text: patch.put.text }];
      // Its words lead to the claim that it was merged into.
      case 'mergers':
        return [{ ...whole, kind: 'claim', at: patch.put.reworded?.at ?? at, text: patch.put.text }];
      case 'comments':
        return [{ ...whole, kind: 'comment', text: patch.put.text }];
      case 'sources':
        return [{ ...whole, kind: 'source', text: patch.put.title }];
      case 'editions':
        return partsOf(editionText(now, id, NOBODY)?.text ?? '').map(({ start, text }, part) => {
          return { thing: id, part, kind: 'edition', at, start, text };
        });
      default:
        return [];
    }
  });
}
