import type { MapContent } from '../../map/map.ts';
import type { Stamp } from '../../map/stamp.ts';
import type { Losses } from '../loss.ts';
import { countHidden, isClaim, type ShownTree } from '../shownTree.ts';

/** What does not come along into a map that is there: it has a heading and members of its own. */
export function countGraftLosses(content: MapContent, tree: ShownTree, losses: Losses): void {
  const live = ({ claim, removed }: { readonly claim: string; readonly removed: unknown }): boolean =>
    !removed && tree.has(claim);
  const kept: (Stamp & { readonly id: string })[] = [
    ...tree.inOrder,
    ...content.references.filter(({ argument, claim }) => tree.has(argument) && tree.has(claim)),
    ...content.comments.filter(live),
    ...content.quotations.filter(live),
    ...content.sources.filter(({ removed }) => !removed),
  ];
  const claims = tree.inOrder.filter(isClaim);
  const glosses = content.quotations.filter(live).flatMap(({ gloss }) => gloss ?? []);
  const authors = new Set([...kept, ...glosses].map(({ by }) => by));
  losses.addAll(
    'authors',
    kept.filter(({ by }) => by !== null),
  );
  losses.addAll('times', kept);
  losses.addAll(
    'people',
    content.participants.filter(({ id }) => !authors.has(id)),
  );
  losses.addAll(
    'rewordings',
    claims.filter(({ reworded }) => reworded),
  );
  losses.addAll(
    'beside',
    claims.filter(({ beside }) => beside.length > 0),
  );
  losses.addAll(
    'schemes',
    tree.inOrder.filter((node) => !isClaim(node) && node.scheme !== null),
  );
  countHidden(content, tree, losses, ['glosses', 'anchors', 'suggestions']);
  // Where they stand in a later edition is worked out anew; that somebody let one stay with its own is not.
  losses.addAll(
    'anchors',
    content.quotations.filter((quotation) => live(quotation) && quotation.stands?.status === 'kept'),
  );
  losses.addAll(
    'removed',
    content.quotations.filter((quotation) => !live(quotation)),
  );
  if (content.info.question) losses.add('question', 'info');
  if (content.info.about) losses.add('about', 'info');
}
