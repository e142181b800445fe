// The main words of an edit that waits, and the same edit in other words: who proposed it repairs it, who accepts it amends it.
import { mainWordsOf, waiting, type Edit, type Proposal } from '@counterpoint/shared';

/** The part of it that holds its main words; undefined where there are none that a person can change here. */
export const wordsIn = (proposal: Proposal): ReturnType<typeof mainWordsOf> => mainWordsOf(waiting(proposal));

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
