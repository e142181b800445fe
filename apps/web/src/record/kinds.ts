// What one can look for in the record, in the words of people: each kind of row is in one of these.
import type { RecordKind } from '@counterpoint/shared';

export const GROUPS = {
  claims: ['add-claim', 'reword', 'move-claim', 'move-argument', 'turn', 'reorder', 'add-reference', 'drop-reference'],
  removals: ['remove', 'restore', 'purge'],
  review: ['propose', 'decide', 'resubmit', 'appeal', 'withdraw'],
  flags: ['flag', 'close-flags'],
  talk: ['comment', 'annotate'],
  sources: ['add-source', 'add-edition', 'quote', 'requote', 'gloss', 'set-rule', 'drop-rule'],
  people: ['found', 'join', 'set-role', 'change-settings'],
} as const satisfies Readonly<Record<string, readonly RecordKind[]>>; // prettier-ignore

export type Group = keyof typeof GROUPS;
export const ALL_GROUPS = Object.keys(GROUPS) as Group[];

/** A kind in no group does not compile. */
type Left = Exclude<RecordKind, (typeof GROUPS)[Group][number]>;
export const NONE_LEFT: readonly Left[] = [] satisfies readonly never[];
