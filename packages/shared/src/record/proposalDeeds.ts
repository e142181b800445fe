// What became of a proposal: made, made anew, decided, appealed or withdrawn.
import { mainWordsOf, namedIn, waiting, type SingleEdit, type StoredEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Proposal } from '../map/tables/proposals.ts';
import { isBareProposal } from '../map/words.ts';
import { premiseOf, type Deed, type Scene } from './deed.ts';

export function deedOfProposal(
  was: Proposal | undefined,
  is: Proposal,
  { now }: Pick<Scene, 'now'>,
): Deed | undefined {
  const edit = waiting(is);
  const { id: proposal, state, code, reason, appeal, by: author } = is;
  const did = isBareProposal(is) ? null : edit;
  const said = { did, about: proposal, claim: claimIn(edit, now), proposal, author };
  const words = did ? wordsIn(edit) : {};
  if (!was) return { ...said, ...words, kind: 'propose' };
  if (state === 'published' || (was.state === 'draft' && state === 'pending'))
    return { ...said, ...words, kind: 'publish', did: { kind: 'publish', proposals: [proposal] } }; // prettier-ignore
  if (state === 'dropped' || state === 'draft')
    return { ...said, ...words, kind: state === 'draft' ? 'resubmit' : 'withdraw', verdict: state };
  if (state === 'pending') {
    if (appeal && !was.appeal) return { ...said, ...words, kind: 'appeal', reason: appeal.text };
    if (was.at !== is.at) {
      const before = isBareProposal(was) ? null : (wordsIn(waiting(was)).after ?? null);
      return { ...said, ...words, before, kind: 'resubmit' };
    }
    if (was.state !== 'pending') return { ...said, ...words, kind: 'reopen', did: { kind: 'reopen', proposal } }; // prettier-ignore
    const to = is.assigned;
    return was.assigned === to ? undefined : { ...said, ...words, kind: 'hand-over', did: { kind: 'hand-over', proposal, to } }; // prettier-ignore
  }
  if (was.state !== 'pending') return undefined;
  if (state === 'withdrawn') return { ...said, ...words, kind: 'withdraw', verdict: state };
  return { ...said, ...words, kind: 'decide', verdict: state, code, reason };
}

const partsOf = (edit: StoredEdit): readonly SingleEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

function wordsIn(edit: StoredEdit): Pick<Deed, 'before' | 'after'> {
  const main = mainWordsOf(edit);
  if (main) return { before: main.kind === 'reword' ? main.was : null, after: main.text };
  const [first] = partsOf(edit);
  return { after: first?.kind === 'add-source' ? first.title : null };
}

/** The claim that it is about: one that is in the map, or the one beneath which another would come. */
function claimIn(edit: StoredEdit, now: ArgumentMap): Id | null {
  const [first] = partsOf(edit);
  if (!first) return null;
  for (const named of namedIn(first)) {
    const claim = claimOf(named, now);
    if (claim !== null) return claim;
  }
  const to = 'to' in first && typeof first.to === 'object' ? first.to : null;
  if (!to || to.at === 'thesis') return null;
  return claimOf(to.at === 'premise' ? to.argument : to.target.id, now);
}

function claimOf(id: Id, now: ArgumentMap): Id | null {
  if (now.claims.has(id)) return id;
  if (now.arguments.has(id)) return premiseOf(now, id);
  return (now.references.get(id) ?? now.comments.get(id) ?? now.quotations.get(id))?.claim ?? null;
}
