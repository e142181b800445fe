import { sideNamed, type ArgumentMap, type Proposal } from '@counterpoint/shared';
import i18next from 'i18next';

/** Whose draft it is, in words; `long` says who sees it. */
export function draftWords(view: ArgumentMap, { side }: Proposal, long?: 'long'): string {
  const words = i18next.getFixedT(null, 'side');
  const name = sideNamed(view, side)?.name;
  if (name === undefined) return words(long ? 'draft.ownLong' : 'draft.own');
  return words(long ? 'draft.sideLong' : 'draft.side', { name });
}
