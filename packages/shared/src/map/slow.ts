// [P24] Slow mode: so long one waits between two contributions. It is asked of the map's own rows, and keeps no list.
import { refuse, type Refused } from '../result.ts';
import { verbsOf, type LoggedEdit } from './edit.ts';
import type { Context, Verb } from './edits/kind.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { may } from './roles.ts';

/** By which a person contributes, at once or by way of a moderator. */
const ADDING: readonly Verb[] = ['add', 'talk', 'offer', 'publish'];

/** Where the rows of contributions are; a draft is one when it is published. */
const WHERE = ['claims', 'references', 'comments', 'sources', 'editions', 'quotations', 'annotations', 'mergers', 'proposals'] as const; // prettier-ignore

/** The refusal of one more contribution so soon after the last one. What is asked for as one counts as one. */
export function tooSoon(map: ArgumentMap, edit: LoggedEdit, { by, at }: Context): Refused | undefined {
  const { slow } = map.info;
  const actor = by === null ? undefined : map.participants.get(by);
  if (slow === 0 || !actor || may(actor.role, 'review')) return undefined;
  if (!verbsOf(map, edit, actor).some((verb) => ADDING.includes(verb))) return undefined;
  const wait = lastBy(map, actor.id) + slow * 1000 - at;
  if (wait <= 0) return undefined;
  const message = `One contribution every ${slow} seconds: the next in ${Math.ceil(wait / 1000)}.`;
  return { ok: false, refusal: { ...refuse('slow', message).refusal, retryAfterMs: wait } };
}

/** When the person last contributed something. */
function lastBy(map: ArgumentMap, by: Id): number {
  let last = -Infinity;
  for (const table of WHERE)
    for (const row of map[table].values()) {
      if (row.by !== by || row.at <= last) continue;
      const isKept = ('state' in row && NOT_SAID.includes(row.state)) || ('open' in row && !row.open);
      if (!isKept) last = row.at;
    }
  return last;
}

const NOT_SAID: readonly string[] = ['draft', 'dropped', 'published'];
