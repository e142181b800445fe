import { z } from 'zod';
import { clockOf, STOPPED } from '../../debate/clock.ts';
import { debateOf } from '../../debate/sides.ts';
import { ok, refuse, type Refused, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put } from '../patch.ts';
import type { Stamp } from '../stamp.ts';
import { Plan, type Debate } from '../tables/debates.ts';
import { isLive } from '../tree.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

/** [D1] Begins a debate by a plan. No phase runs yet. */
export const BeginDebate = z.object({
  kind: z.literal('begin-debate'),
  debate: Id.describe('id of the new debate'),
  plan: Plan,
});
export type BeginDebate = z.infer<typeof BeginDebate>;

/** [D1] Changes the plan of the debate that takes place. */
export const PlanDebate = z.object({ kind: z.literal('plan-debate'), debate: Id, set: Plan.partial() });
export type PlanDebate = z.infer<typeof PlanDebate>;

/** [D12] Shows a claim to everyone who follows; null shows none. */
export const Spotlight = z.object({ kind: z.literal('spotlight'), debate: Id, claim: Id.nullable() });
export type Spotlight = z.infer<typeof Spotlight>;

/** The debate, while it takes place, or why it does not. */
export function running(map: ArgumentMap, id: Id): Result<Debate> {
  const debate = map.debates.get(id);
  if (!debate) return refuse('not-found', 'There is no such debate.');
  return debate.ended ? refuse('debate-ended', 'The debate has ended.') : ok(debate);
}

/** [D1] Why a plan cannot be followed: each id once, and every phase of a side that is there. */
function unsound({ sides, phases }: Pick<Plan, 'sides' | 'phases'>): Refused | undefined {
  const ids = [...sides, ...phases].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return refuse('invalid', 'plan: an id stands twice');
  const known = new Set(sides.map(({ id }) => id));
  return phases.some(({ side }) => side !== null && !known.has(side))
    ? refuse('invalid', 'plan: a phase is of a side that there is not')
    : undefined;
}

/** A debate before its first phase. */
export const notBegun = (id: Id, plan: Plan, stamp: Stamp): Debate => ({
  ...Plan.parse(plan),
  id,
  ...stamp,
  phase: null,
  clock: { ...STOPPED, allowed: null, taken: 0 },
  spotlight: null,
  ended: null,
});

export const beginDebate = kind({
  schema: BeginDebate,
  act: () => null,
  verb: () => 'manage',
  rule(map, { debate: id, plan }, context) {
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new debate is in use.');
    if (debateOf(map)) return refuse('debate-runs', 'One debate at a time takes place over a map.');
    return unsound(plan) ?? ok([put('debates', notBegun(id, plan, stamp(context)))]);
  },
  // What was said in it would be left without it.
  undo: () => undefined,
});

export const planDebate = kind({
  schema: PlanDebate,
  act: () => null,
  verb: () => 'manage',
  rule(map, { debate: id, set }) {
    const debate = running(map, id);
    if (!debate.ok) return debate;
    const names = namesIn(set).filter((name) => !isSame(set[name], debate.value[name]));
    if (names.length === 0) return refuse('no-change', 'The plan is so already.');
    const next: Debate = { ...debate.value, ...Object.fromEntries(names.map((name) => [name, set[name]])) };
    const phase = next.phases.find((one) => one.id === next.phase);
    if (next.phase !== null && !phase) return refuse('in-use', 'The phase that runs stays in the plan.');
    const left = debate.value.sides.filter(({ id }) => !next.sides.some((side) => side.id === id));
    if (left.some((side) => isTaken(map, side.id))) return refuse('in-use', 'Somebody is on this side.');
    const was = debate.value.phases.find((one) => one.id === next.phase);
    const { since, spent, taken } = next.clock;
    const clock =
      phase && phase.seconds !== was?.seconds ? { ...clockOf(phase, since, spent), taken } : next.clock;
    return unsound(next) ?? ok([put('debates', { ...next, clock })]);
  },
  undo({ debate: id, set }, before, now) {
    const [was, is] = [before.debates.get(id), now.debates.get(id)];
    if (!was || !is) return undefined;
    const mine = namesIn(set).filter((name) => isSame(is[name], set[name]) && !isSame(was[name], set[name]));
    if (mine.length === 0) return undefined;
    const back: Partial<Plan> = Object.fromEntries(mine.map((name) => [name, was[name]]));
    return { kind: 'plan-debate', debate: id, set: back };
  },
});

export const spotlight = kind({
  schema: Spotlight,
  act: () => null,
  verb: () => 'manage',
  rule(map, { debate: id, claim }) {
    const debate = running(map, id);
    if (!debate.ok) return debate;
    if (claim !== null && (!map.claims.has(claim) || !isLive(map, claim)))
      return refuse('removed', 'The claim was removed or does not exist.');
    if (debate.value.spotlight === claim) return refuse('no-change', 'It is shown already.');
    return ok([put('debates', { ...debate.value, spotlight: claim })]);
  },
  // It moves everybody's map: who wants another claim there says which.
  undo: () => undefined,
});

const namesIn = (set: Partial<Plan>): (keyof Plan)[] =>
  (Object.keys(set) as (keyof Plan)[]).filter((name) => set[name] !== undefined);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function isTaken({ participants }: ArgumentMap, side: Id): boolean {
  for (const participant of participants.values()) if (participant.side === side) return true;
  return false;
}
