// What an outline that can be read back leaves unsaid about what it shows.
import { isSet } from '../../map/info.ts';
import type { MapContent } from '../../map/map.ts';
import type { Stamp } from '../../map/stamp.ts';
import type { Losses } from '../loss.ts';
import type { Shown } from './mapDocumentPeople.ts';
import { countHidden } from '../shownTree.ts';

/** What no such outline says, whatever the format. */
export function countUnsaid(content: MapContent, shown: Shown, losses: Losses): void {
  const { claims, arguments: all, references, quotations, sources } = shown;
  const { info } = content;
  countHidden(content, shown.tree, losses);
  const seen = new Set([...quotations, ...sources].map(({ id }) => id));
  for (const things of [content.quotations, content.sources])
    losses.addAll(
      'removed',
      things.filter(({ id }) => !seen.has(id)),
    );
  countStamps([...claims, ...all, ...references], losses);
  losses.addAll(
    'rewordings',
    claims.filter(({ reworded }) => reworded !== null),
  );
  losses.addAll(
    'languages',
    claims.filter(({ language }) => language !== info.language),
  );
  losses.addAll(
    'beside',
    claims.filter(({ beside }) => beside.length > 0),
  );
  if (isSet(info)) losses.add('settings', 'info');
}

/** Who made something, and when. */
export function countStamps(things: readonly (Stamp & { readonly id: string })[], losses: Losses): void {
  losses.addAll(
    'authors',
    things.filter(({ by }) => by !== null),
  );
  losses.addAll('times', things);
}
