import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { rowAt, type ArgumentMap, type Row } from '../map.ts';
import { applyPatches, put, type Patch } from '../patch.ts';
import { mayMute } from '../roles.ts';
import type { Participant } from '../tables/participants.ts';
import type { Mute } from '../tables/mutes.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, NOBODY, stamp, type Context, type Verb } from './kind.ts';
import { isFree } from './place.ts';
import { hanging, remove, removable } from './remove.ts';

/** [P25] Lets a person write no more. [P26] With `hide`, what they wrote is removed, with what hangs beneath. */
export const MuteEdit = z.object({
  kind: z.literal('mute'),
  mute: Id.describe('id of what is noted about the person; again that of one that was lifted, or a new one'),
  participant: Id,
  reason: personText(LONGEST.reason).describe('the person reads it'),
  hide: z.boolean(),
});
export type MuteEdit = z.infer<typeof MuteEdit>;

/** [P25] Lets them write again. [P26] With `show`, what was removed with the mute and is so still comes back. */
export const Unmute = z.object({ kind: z.literal('unmute'), mute: Id, show: z.boolean() });
export type Unmute = z.infer<typeof Unmute>;

const overThem = (map: ArgumentMap, participant: Id | undefined, actor: Participant): Verb => {
  const present = map.participants.get(participant ?? '')?.role ?? null;
  return mayMute(actor.role, present) ? 'manage' : 'never';
};

export const mute = kind({
  schema: MuteEdit,
  act: () => null,
  verb: (map, { participant }, actor) => overThem(map, participant, actor),
  rule(map, { mute: id, participant, reason, hide }, context) {
    if (!map.participants.get(participant)?.role)
      return refuse('not-found', 'There is no such participant in this map.');
    if (isMutedIn(map, participant)) return refuse('no-change', 'They are muted already.');
    const known = map.mutes.get(id);
    if (known ? known.participant !== participant : !isFree(map, id))
      return refuse('id-taken', 'The id is in use.');
    const { marks, patches } = hide ? hiding(map, participant, context) : NOTHING;
    const muted: Mute = { id, participant, reason, hidden: marks, lifted: null, ...stamp(context) };
    return ok([put('mutes', muted), ...patches]);
  },
  undo({ mute: id }, _before, now) {
    const is = now.mutes.get(id);
    return is && !is.lifted ? { kind: 'unmute', mute: id, show: is.hidden.length > 0 } : undefined;
  },
  words: { of: ({ mute: id }) => [id], none: { reason: '' } },
});

export const unmute = kind({
  schema: Unmute,
  act: () => null,
  verb: (map, { mute: id }, actor) => overThem(map, map.mutes.get(id)?.participant, actor),
  rule(map, { mute: id, show }, context) {
    const muted = map.mutes.get(id);
    if (!muted) return refuse('not-found', 'There is no such mute.');
    if (muted.lifted) return refuse('no-change', 'They may write again already.');
    const back = show ? backFrom(map, muted) : [];
    const hidden = show ? [] : muted.hidden;
    return ok([put('mutes', { ...muted, hidden, lifted: stamp(context) }), ...back]);
  },
  undo({ mute: id }, before, now) {
    const [was, is] = [before.mutes.get(id), now.mutes.get(id)];
    if (!was || !is?.lifted || isMutedIn(now, was.participant)) return undefined;
    // What came back is not taken away again: others may have built on it.
    if (was.hidden.length > 0) return undefined;
    const { participant, reason } = was;
    return { kind: 'mute', mute: id, participant, reason, hide: false };
  },
});

function isMutedIn({ mutes }: ArgumentMap, participant: Id): boolean {
  for (const one of mutes.values()) if (one.participant === participant && !one.lifted) return true;
  return false;
}

/** Where what a person writes for everyone is; what others' work rests on, a source, stays. */
const WRITTEN = ['claims', 'comments', 'quotations', 'annotations', 'mergers'] as const;

/** What a person wrote, as long as all see it. */
const writtenBy = (map: ArgumentMap, participant: Id): Id[] =>
  WRITTEN.flatMap((table) =>
    [...map[table].values()].flatMap((one) =>
      one.by === participant && !one.removed && (!('open' in one) || one.open) ? [one.id] : [],
    ),
  );

interface Hiding {
  /** What bears a mark: an argument goes with its only premise. */
  readonly marks: readonly Id[];
  readonly patches: readonly Patch[];
}
const NOTHING: Hiding = { marks: [], patches: [] };

/** [P26] One removal after the other: what hangs beneath something that is gone by then needs no mark of its own. */
function hiding(map: ArgumentMap, participant: Id, context: Context): Hiding {
  const patches: Patch[] = [];
  let next = map;
  for (const id of writtenBy(map, participant)) {
    const gone = remove.rule(next, { kind: 'remove', id }, context, NONE_HELD);
    if (!gone.ok) continue;
    patches.push(...gone.value);
    next = applyPatches(next, gone.value);
  }
  return { patches, marks: patches.flatMap((patch) => (patch.table !== 'info' && 'put' in patch ? patch.put.id : [])) }; // prettier-ignore
}

/** Removals ask about no edit that they would hold. */
const NONE_HELD = undefined as never;

/** [P26] Without the marks that the mute made: what others removed since, or was purged, stays away. */
const backFrom = (map: ArgumentMap, { hidden, by, at }: Mute): Patch[] =>
  hidden.flatMap((id) => {
    const row = removable(map, id);
    const mark = row?.entity.removed;
    if (!row || !mark || mark.by !== by || mark.at !== at || mark.purged) return [];
    return put(row.table, { ...row.entity, removed: null });
  });

/** How much goes out of sight when a person is muted and what they wrote is hidden. */
export function hiddenWith(
  map: ArgumentMap,
  participant: Id,
): { readonly own: number; readonly others: number } {
  let [own, others] = [0, 0];
  for (const { by } of saidIn(map, hiding(map, participant, NOBODY).marks))
    if (by === participant) own += 1;
    else others += 1;
  return { own, others };
}

type Said = Extract<Row, { readonly table: (typeof WRITTEN)[number] }>['entity'];

function saidIn(map: ArgumentMap, roots: readonly Id[]): Said[] {
  const all = new Map<Id, Said>();
  for (const root of roots)
    for (const { id } of hanging(map, root)) {
      const row = rowAt(map, id);
      if (row && WRITTEN.some((table) => table === row.table)) all.set(id, row.entity as Said);
    }
  return [...all.values()];
}
