// The main words of an edit that waits, and the same edit in other words: who proposed it repairs it, who accepts it amends it.
import { waiting, type Edit, type Proposal, type SingleEdit, type StoredEdit } from '@counterpoint/shared';

type Worded = Extract<SingleEdit, { readonly text: string }>;

const isWorded = (edit: SingleEdit): edit is Worded =>
  edit.kind === 'add-claim' || edit.kind === 'reword' || edit.kind === 'comment' || edit.kind === 'gloss';

const partsOf = (edit: StoredEdit): readonly SingleEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

/** The first words of it that a person can change here; undefined where there are none. */
export function wordsIn(proposal: Proposal): Worded | undefined {
  for (const part of partsOf(waiting(proposal))) if (isWorded(part)) return part;
  return undefined;
}

/** What its author asks for then. */
export function inOtherWords(proposal: Proposal, text: string): Edit | undefined {
  const edit = waiting(proposal);
  const main = wordsIn(proposal);
  if (!main) return undefined;
  const other = { ...main, text };
  const next = edit.kind === 'batch' ? { ...edit, edits: edit.edits.map((part) => (part === main ? other : part)) } : other; // prettier-ignore
  return { kind: 'resubmit', proposal: proposal.id, edit: next };
}

/** Accepts it in its author's name, and puts the moderator's wording on top in theirs: both names stay. */
export function acceptedAs(proposal: Proposal, text: string): Edit | undefined {
  const main = wordsIn(proposal);
  if (!main || (main.kind !== 'add-claim' && main.kind !== 'reword')) return undefined;
  const accepted = {
    kind: 'decide',
    proposal: proposal.id,
    verdict: 'accepted',
    reason: null,
    seen: proposal.at,
  } as const;
  const reword = { kind: 'reword', claim: main.claim, text, was: main.text } as const;
  return { kind: 'batch', edits: text === main.text ? [accepted] : [accepted, reword] };
}
