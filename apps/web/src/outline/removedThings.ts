import type { ArgumentMap, Claim, Id, Removal } from '@counterpoint/shared';

export interface Removed {
  /** Where the mark sits: the claim, the argument that went with its only premise, the comment, or the earlier wording. */
  readonly id: Id;
  /** What was taken away, commented on, or has the wording. */
  readonly claim: Claim;
  readonly as: 'claim' | 'comment' | 'merger';
  /** Empty once it was deleted for good. */
  readonly words: string;
  readonly removed: Removal;
}

/** Latest first; a branch stands here once, by the claim at its top. Without words [V5] it is not this reader's to restore. */
export function removedThings(view: ArgumentMap): readonly Removed[] {
  const things: Removed[] = [];
  for (const claim of view.claims.values()) add(claim, claim.home, claim, claim.text);
  for (const argument of view.arguments.values()) {
    const home = (view.index.home.get(argument.id) ?? []).flatMap((id) => view.claims.get(id) ?? []);
    const claim = home.find(({ text }) => text !== '') ?? home[0];
    add(argument, argument.target.id, claim, claim?.text ?? '');
  }
  for (const comment of view.comments.values())
    add(comment, comment.claim, view.claims.get(comment.claim), comment.text, 'comment');
  for (const merger of view.mergers.values())
    add(merger, merger.into, view.claims.get(merger.into), merger.text, 'merger');
  return things.sort((a, b) => b.removed.at - a.removed.at);

  function add(
    { id, removed }: { readonly id: Id; readonly removed: Removal | null },
    under: Id | null,
    claim: Claim | undefined,
    words: string,
    as: Removed['as'] = 'claim',
  ): void {
    if (!removed || !claim) return;
    const isSeen = removed.purged ? !isPurged(view, under) : words !== '';
    if (isSeen) things.push({ id, claim, as, words: removed.purged ? '' : words, removed });
  }
}

const isPurged = (view: ArgumentMap, id: Id | null): boolean =>
  (view.claims.get(id ?? '') ?? view.arguments.get(id ?? ''))?.removed?.purged !== undefined;
