// Branches that went away or came back: their words close and open beneath one mark, which is all that the patches tell.
import type { Id } from '../map/id.ts';
import { isRemovable, type ArgumentMap, type Row } from '../map/map.ts';
import type { Patch } from '../map/patch.ts';
import { parentsOf } from '../map/putAway.ts';
import type { Change, Frame } from './protocol.ts';

interface Turn {
  /** What was removed, or restored. */
  readonly turned: readonly Id[];
  /** What hangs somewhere else since: it may have left a branch that came back. */
  readonly moved: readonly Id[];
}

interface Hanging {
  readonly isRemoved: boolean;
  /** What it hangs beneath. */
  readonly place: string;
}

/** Kept beside the changes themselves, for they go over the wire: a turn is forgotten with its change. */
export class Turns {
  private readonly byChange = new WeakMap<Change, Turn>();

  /** `before` is the map that the first of the changes was made to. */
  note(before: ArgumentMap, changes: readonly Change[]): void {
    const latest = new Map<Id, Hanging | undefined>();
    for (const change of changes) {
      const turned: Id[] = [];
      const moved: Id[] = [];
      for (const patch of change.patches) {
        const id = removableId(patch);
        if (id === undefined) continue;
        const was = latest.has(id) ? latest.get(id) : hangingAt(before, patch, id);
        const is = 'put' in patch ? hanging({ table: patch.table, entity: patch.put } as Row) : undefined;
        latest.set(id, is);
        if ((was?.isRemoved ?? false) !== (is?.isRemoved ?? false)) turned.push(id);
        else if (was && is && was.place !== is.place) moved.push(id);
      }
      if (turned.length > 0 || moved.length > 0) this.byChange.set(change, { turned, moved });
    }
  }

  /** The same change without some words. */
  follow(was: Change, is: Change): void {
    const turn = this.byChange.get(was);
    if (turn) this.byChange.set(is, turn);
  }

  /** The roots beneath which words may have opened or closed in a frame; `since` are all changes after it began, up to now. */
  rootsIn({ changes }: Frame, since: readonly Change[]): readonly Id[] {
    const turned = changes.flatMap((change) => this.byChange.get(change)?.turned ?? []);
    if (turned.length === 0) return [];
    const moved = since.flatMap((change) => this.byChange.get(change)?.moved ?? []);
    return [...new Set([...turned, ...moved])];
  }
}

function removableId(patch: Patch): Id | undefined {
  if (patch.table === 'info' || !isRemovable(patch.table)) return undefined;
  return 'put' in patch ? patch.put.id : patch.drop;
}

function hangingAt(map: ArgumentMap, { table }: Patch, id: Id): Hanging | undefined {
  const entity = table === 'info' ? undefined : map[table].get(id);
  return entity && hanging({ table, entity } as Row);
}

const hanging = (row: Row): Hanging => ({
  isRemoved: 'removed' in row.entity && row.entity.removed !== null,
  place: parentsOf(row).join(),
});
