import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { kind, stamp } from './kind.ts';

export const MOST_CURATED = 1_000;

/** [B5] Says what became of marks of a round that was opened: taken over into the map, or left; null where that is open again. */
export const Curate = z.object({
  kind: z.literal('curate'),
  annotations: z.array(Id).min(1).max(MOST_CURATED).readonly(),
  as: z.enum(['accepted', 'rejected']).nullable(),
});
export type Curate = z.infer<typeof Curate>;

export const curate = kind({
  schema: Curate,
  act: () => null,
  verb: () => 'decide',
  rule(map, { annotations, as }, context) {
    const patches: Patch[] = [];
    for (const id of new Set(annotations)) {
      const mark = map.annotations.get(id);
      if (!mark || mark.round === null) return refuse('not-found', 'There is no such mark of a round.');
      const round = map.rounds.get(mark.round);
      if (mark.removed || !round || round.removed) return refuse('removed', 'It was removed.');
      if (!round.opened) return refuse('round-running', 'The round is not open yet.');
      if ((mark.curated?.as ?? null) === as) continue;
      patches.push(put('annotations', { ...mark, curated: as && { as, ...stamp(context) } }));
    }
    return patches.length > 0 ? ok(patches) : refuse('no-change', 'They are so already.');
  },
  undo({ annotations, as }, before, now) {
    const asIn = (map: ArgumentMap, id: Id): Curate['as'] => map.annotations.get(id)?.curated?.as ?? null;
    const mine = [...new Set(annotations)].filter((id) => asIn(before, id) !== as && asIn(now, id) === as);
    const [was, ...others] = new Set(mine.map((id) => asIn(before, id)));
    // Marks that were settled in different ways are not brought back by one edit.
    return was === undefined || others.length > 0
      ? undefined
      : { kind: 'curate', annotations: mine, as: was };
  },
});
