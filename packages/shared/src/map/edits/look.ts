import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { put } from '../patch.ts';
import { Opened, type Visit } from '../tables/visits.ts';
import { kind } from './kind.ts';

/** [W2] A visit goes on until one was away for so long, in ms. */
export const AWAY = 30 * 60_000;
/** [W3] That one is still here is worth keeping so often, in ms. */
export const LOOKED_ANEW = 60_000;
/** [W3] Most claims whose opening is kept; with one more, the one opened first counts as unread. */
export const MOST_OPENED = 100;

const Moment = z.int().min(0);

export const Look = z.object({
  kind: z.literal('look'),
  until: Moment.describe('when the latest that was seen was written, in ms since 1970'),
  told: Moment.describe('when the latest notice that was looked at is from; 0 for none'),
  opened: z
    .array(Opened.extend({ words: Moment, talk: Moment }))
    .max(MOST_OPENED)
    .describe('claims that were opened, each until when its words and its discussion were read'),
  all: z.boolean().describe('whether all that was seen is read, opened or not'),
});
export type Look = z.infer<typeof Look>;

/** [W1] to [W3] Keeps how far someone has read. */
export const look = kind({
  schema: Look,
  act: () => null,
  verb: () => 'look',
  rule(map, edit, { by, at }) {
    if (by === null || !map.participants.has(by)) return refuse('not-allowed', 'Nobody is looking.');
    const was = map.visits.get(by);
    const next = { id: by, by, at, ...looked(was, edit, at) };
    return was && at - was.at < LOOKED_ANEW && isSame(was, next)
      ? refuse('no-change', 'All of it is read already.')
      : ok([put('visits', next)]);
  },
  undo: () => undefined,
});

type Read = Pick<Visit, 'since' | 'until' | 'told' | 'opened'>;

/** Marks only move on, and never beyond the present. */
function looked(was: Visit | undefined, { until, told, opened, all }: Look, at: number): Read {
  const seen = Math.max(was?.until ?? 0, Math.min(until, at));
  const since = !was || all ? seen : sinceOf(was, at);
  return {
    since,
    until: seen,
    told: Math.max(was?.told ?? 0, Math.min(told, at)),
    opened: merged(was?.opened ?? [], opened, at)
      .filter(({ words, talk }) => words > since || talk > since)
      .slice(-MOST_OPENED),
  };
}

/** [W2] What was there by then is read, at the moment `at`: who was away long enough begins a new visit. */
export const sinceOf = ({ at: last, since, until }: Visit, at: number): number =>
  at - last > AWAY ? until : since;

function merged(was: readonly Opened[], more: readonly Opened[], at: number): Opened[] {
  const opened = new Map(was.map((one) => [one.claim, one]));
  for (const { claim, words, talk } of more) {
    const before = opened.get(claim);
    opened.delete(claim); // what was opened last comes last
    opened.set(claim, {
      claim,
      words: Math.max(before?.words ?? 0, Math.min(words, at)),
      talk: Math.max(before?.talk ?? 0, Math.min(talk, at)),
    });
  }
  return [...opened.values()];
}

const isSame = (a: Read, b: Read): boolean =>
  a.since === b.since &&
  a.until === b.until &&
  a.told === b.told &&
  JSON.stringify(a.opened) === JSON.stringify(b.opened);
