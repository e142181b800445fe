// [S15] The log after a purge: what happened, without the words of what is gone.
import { each } from '../map/bare.ts';
import { bareEdit, bareEntity, purgedBy } from '../map/words.ts';
import type { LoggedEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import type { EntityPatch, Patch } from '../map/patch.ts';
import type { Change } from './protocol.ts';

/** As much of a change as holds words: the wire and the rooms know no edit. */
type Scrubbable = Pick<Change, 'patches'> & { readonly edit?: LoggedEdit };

/** The change without the words of what is `gone`; itself when it holds none. Replayed, it moves the map as before. */
export function scrubbed<C extends Scrubbable>(change: C, gone: ReadonlySet<Id>): C {
  const patches = each(change.patches, (patch) => scrubbedPatch(patch, gone));
  const edit = change.edit && bareEdit(change.edit, gone);
  if (patches === change.patches && edit === change.edit) return change;
  return edit ? { ...change, patches, edit } : { ...change, patches };
}

/** What these changes purged. */
export const goneIn = (changes: readonly Scrubbable[]): ReadonlySet<Id> =>
  purgedBy(changes.flatMap((change) => change.patches));

function scrubbedPatch(patch: Patch, gone: ReadonlySet<Id>): Patch {
  if (patch.table === 'info' || !('put' in patch)) return patch;
  const put = bareEntity(patch.table, patch.put, gone);
  return put === patch.put ? patch : ({ ...patch, put } as EntityPatch);
}
