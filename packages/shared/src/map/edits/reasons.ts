import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { drop, put } from '../patch.ts';
import { ReasonCode, type MapReason } from '../tables/reasons.ts';
import { isVisible, LONGEST, optionalText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

export const MOST_REASONS = 50;

const Listed = optionalText(LONGEST.listed);

/** [P19] Adds a reason, changes one of the map's own, or takes one that every map has off the list. */
export const SetReason = z.object({
  kind: z.literal('set-reason'),
  reason: Id.describe('of the map’s own reason, or of the change'),
  code: ReasonCode.nullable().describe('the one that is not offered; null for one of the map’s own'),
  zh: Listed,
  en: Listed,
  offered: z.boolean().describe('false beside a code'),
});
export type SetReason = z.infer<typeof SetReason>;

/** Takes such a change back: what was off the list is on it again, a reason of the map's own is gone. */
export const DropReason = z.object({ kind: z.literal('drop-reason'), reason: Id });
export type DropReason = z.infer<typeof DropReason>;

type Said = Pick<MapReason, 'code' | 'zh' | 'en' | 'offered'>;

const said = ({ code, zh, en, offered }: Said): Said => ({ code, zh, en, offered });

const isSame = (a: Said, b: Said): boolean =>
  a.code === b.code && a.zh === b.zh && a.en === b.en && a.offered === b.offered;

/** [P20] One thing at a time, with words where words are read. */
function misfit({ code, zh, en, offered }: Said): string | undefined {
  if (code === 'other') return 'code: whoever decides can always say it in words';
  const hasWords = isVisible(zh) || isVisible(en);
  if (code === null) return hasWords ? undefined : 'zh, en: one of them needs words';
  return zh === '' && en === '' && !offered ? undefined : 'code: stands without words, and is not offered';
}

export const setReason = kind({
  schema: SetReason,
  act: () => null,
  verb: () => 'manage',
  rule(map, { reason: id, ...next }, context) {
    const wrong = misfit(next);
    if (wrong !== undefined) return refuse('invalid', wrong);
    const was = map.reasons.get(id);
    if (!was && !isFree(map, id)) return refuse('id-taken', 'The id of the new reason is in use.');
    if (was && was.code !== next.code) return refuse('invalid', 'code: it is another reason');
    if (!was && map.reasons.size >= MOST_REASONS)
      return refuse('too-large', `A map changes at most ${MOST_REASONS} reasons.`);
    if ([...map.reasons.values()].some((one) => isSame(one, next)))
      return refuse('no-change', 'The reason is so already.');
    return ok([put('reasons', { id, ...said(next), ...stamp(context) })]);
  },
  undo({ reason: id, ...next }, before, now) {
    const [was, is] = [before.reasons.get(id), now.reasons.get(id)];
    if (!is || !isSame(is, next)) return undefined;
    return was ? { kind: 'set-reason', reason: id, ...said(was) } : { kind: 'drop-reason', reason: id };
  },
  words: { of: ({ reason }) => [reason], none: { code: null, zh: '', en: '' } },
});

export const dropReason = kind({
  schema: DropReason,
  act: () => null,
  verb: () => 'manage',
  rule(map, { reason: id }) {
    if (!map.reasons.has(id)) return refuse('not-found', 'There is no such reason.');
    return isCited(map, id)
      ? refuse('still-cited', 'A decision or a flag cites the reason: its words stay.')
      : ok([drop('reasons', id)]);
  },
  undo({ reason: id }, before, now) {
    const was = before.reasons.get(id);
    return was && !now.reasons.has(id) ? { kind: 'set-reason', reason: id, ...said(was) } : undefined;
  },
});

/** [P19] Whether a decision, an earlier answer or a flag gives this reason. */
export const isCited = (map: Pick<ArgumentMap, 'proposals' | 'flags'>, reason: Id): boolean =>
  [...map.proposals.values()].some(({ code, answered }) => code === reason || answered?.code === reason) ||
  [...map.flags.values()].some(({ code }) => code === reason);
