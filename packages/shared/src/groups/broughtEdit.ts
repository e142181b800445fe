// [J3] What of a change of a template is asked for in its groups, where proposals and drafts stay behind.
import { waiting, type LoggedEdit, type SingleEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import type { Patch } from '../map/patch.ts';
import type { Change } from '../sync/protocol.ts';

type Asked = Pick<Change, 'patches'> & { readonly edit: LoggedEdit };

/**
 * The edit as it was asked for; in place of a decision what was accepted, in place of what published drafts the drafts.
 * Undefined where nothing is left of it.
 */
export function broughtEdit({ edit, patches }: Asked): LoggedEdit | undefined {
  if (edit.kind === 'found' || edit.kind === 'join' || edit.kind === 'rename' || edit.kind === 'depart')
    return edit;
  const parts = partsOf(edit);
  if (!parts.some(({ kind }) => KEPT.has(kind))) return edit;
  const edits = parts.flatMap((part): readonly SingleEdit[] => {
    if (part.kind === 'decide') return appliedBy(patches, [part.proposal]);
    if (part.kind === 'publish') return appliedBy(patches, part.proposals);
    return KEPT.has(part.kind) ? [] : [part];
  });
  return edits.length > 1 ? { kind: 'batch', edits } : edits[0];
}

/** Of these alone no group knows what they are about. */
const KEPT: ReadonlySet<LoggedEdit['kind']> = new Set(['decide', 'publish', 'reopen']);

type Sent = SingleEdit | { readonly kind: 'batch'; readonly edits: readonly SingleEdit[] };
const partsOf = (edit: Sent): readonly SingleEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

/** In the order in which they were applied. */
const appliedBy = (patches: readonly Patch[], ids: readonly Id[]): SingleEdit[] =>
  patches.flatMap((patch) => {
    if (patch.table !== 'proposals' || !('put' in patch) || !ids.includes(patch.put.id)) return [];
    const isApplied = patch.put.state === 'accepted' || patch.put.state === 'published';
    return isApplied ? partsOf(waiting(patch.put)) : [];
  });
