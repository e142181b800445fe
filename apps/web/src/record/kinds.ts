// What one can look for in the record, in the words of people.
import { RECORD_KINDS, type RecordKind } from '@counterpoint/shared';

export const ALL_GROUPS = ['claims', 'removals', 'review', 'flags', 'talk', 'sources', 'people'] as const;
export type Group = (typeof ALL_GROUPS)[number];

/** A kind of row in no group does not compile. */
const GROUP: Readonly<Record<RecordKind, Group>> = {
  'add-claim': 'claims',
  reword: 'claims',
  'move-claim': 'claims',
  'move-argument': 'claims',
  turn: 'claims',
  reorder: 'claims',
  'add-reference': 'claims',
  'drop-reference': 'claims',
  'merge-claim': 'claims',
  'unmerge-claim': 'claims',
  'split-claim': 'claims',
  remove: 'removals',
  restore: 'removals',
  purge: 'removals',
  propose: 'review',
  decide: 'review',
  resubmit: 'review',
  appeal: 'review',
  withdraw: 'review',
  reopen: 'review',
  'hand-over': 'review',
  flag: 'flags',
  'close-flags': 'flags',
  comment: 'talk',
  annotate: 'talk',
  'begin-round': 'talk',
  'open-round': 'talk',
  finish: 'talk',
  curate: 'talk',
  'add-source': 'sources',
  'add-edition': 'sources',
  quote: 'sources',
  requote: 'sources',
  'move-quotation': 'sources',
  gloss: 'sources',
  'set-rule': 'sources',
  'drop-rule': 'sources',
  found: 'people',
  look: 'people',
  join: 'people',
  'set-role': 'people',
  'change-settings': 'people',
  'set-reason': 'people',
  'drop-reason': 'people',
  'set-trust': 'people',
};

export const kindsIn = (group: Group): readonly RecordKind[] =>
  RECORD_KINDS.filter((kind) => GROUP[kind] === group);
