// [P-03] [P-05] A suggestion becomes a claim when a person accepts it, with its passage and its rule; nothing else of it enters the map.
import { MOST_PARTS, type ArgumentMap, type Edit, type SingleEdit } from '@counterpoint/shared';
import { addDraft, newDraft } from '../open/drafts.ts';
import type { Picked } from '../open/picked.ts';
import { asksRelation, type Suggested } from './suggested.ts';

export const pickedOf = (edition: string, { suggestion, words }: Suggested): Picked => ({
  edition,
  start: suggestion.start,
  end: suggestion.end,
  exact: words,
  rule: suggestion.rule,
});

/** Beneath what it hangs beneath in the outline, once that is a claim; else it stands by itself. */
export function accepting(view: ArgumentMap, edition: string, suggested: Suggested): Edit | undefined {
  const { above } = suggested;
  const draft = above ? newDraft('reply', above.claim.id, 'support') : newDraft('thesis', null, 'thesis');
  return addDraft(view, { ...draft, rests: pickedOf(edition, suggested) }, suggested.words);
}

const MOST_AT_ONCE = MOST_PARTS / 2;

/** Several at once; what asks for its relation is left to a person. Those beneath one another are nested as they are suggested. */
export function acceptingAll(
  view: ArgumentMap,
  edition: string,
  all: readonly Suggested[],
): { readonly edit: Edit; readonly count: number } | undefined {
  const edits: SingleEdit[] = [];
  let count = 0;
  for (const one of all) {
    if (one.accepted || asksRelation(one) || count >= MOST_AT_ONCE) continue;
    const edit = accepting(view, edition, one);
    if (!edit) continue;
    edits.push(...(edit.kind === 'batch' ? edit.edits : [edit]));
    count += 1;
  }
  return count === 0 ? undefined : { edit: { kind: 'batch', edits }, count };
}
