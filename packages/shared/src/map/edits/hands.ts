import { z } from 'zod';
import { handsIn, queueIn, speakingIn } from '../../debate/queue.ts';
import { allowanceOf, sideOf } from '../../debate/sides.ts';
import { setRunning, standAt, STOPPED } from '../../debate/clock.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { LONGEST_PHASE, type Debate } from '../tables/debates.ts';
import type { Hand } from '../tables/hands.ts';
import { LONGEST, personText } from '../text.ts';
import { spokenBy } from './clock.ts';
import { running } from './debate.ts';
import { kind, stamp, type Context } from './kind.ts';
import { isFree } from './place.ts';

/** [D8] [D10] Raises one's hand to speak, or for a point of order. */
export const RaiseHand = z.object({
  kind: z.literal('raise-hand'),
  hand: Id.describe('id of the raised hand'),
  debate: Id,
  point: personText(LONGEST.reason).nullable().describe('a point of order, in words; null to speak'),
});
export type RaiseHand = z.infer<typeof RaiseHand>;

/** [D8] [D10] What becomes of a hand. */
export const SetHand = z.object({
  kind: z.literal('set-hand'),
  hand: Id,
  state: z.enum(['lowered', 'speaking', 'spoken', 'upheld', 'dismissed']),
});
export type SetHand = z.infer<typeof SetHand>;

/** [D8] Puts the hands that wait in this order. */
export const ArrangeHands = z.object({
  kind: z.literal('arrange-hands'),
  debate: Id,
  hands: z.array(Id).min(1).max(500),
});
export type ArrangeHands = z.infer<typeof ArrangeHands>;

export const raiseHand = kind({
  schema: RaiseHand,
  act: (_map, { point }) => (point === null ? 'speak' : null),
  verb: () => 'say',
  rule(map, { hand: id, debate: of, point }, context) {
    const debate = running(map, of);
    if (!debate.ok) return debate;
    const known = map.hands.get(id);
    // One that was taken down goes up again, behind the others.
    const isAgain = known?.state === 'lowered' && known.by === context.by && known.debate === of;
    if (!isAgain && !isFree(map, id)) return refuse('id-taken', 'The id of the hand is in use.');
    const isUp = handsIn(map, of).some(
      (hand) => hand.by === context.by && isOpen(hand) && (hand.point === null) === (point === null),
    );
    if (isUp) return refuse('no-change', 'Your hand is up already.');
    const { phase } = standAt(debate.value, context.at);
    const raised = { state: 'waiting', called: null, spell: STOPPED, placed: null } as const;
    return ok([
      put('hands', { id, debate: of, phase: phase?.id ?? null, point, ...raised, ...stamp(context) }),
    ]);
  },
  undo: ({ hand }, _before, now) =>
    now.hands.get(hand)?.state === 'waiting' ? { kind: 'set-hand', hand, state: 'lowered' } : undefined,
  words: { of: ({ hand }) => [hand], none: { point: null } },
});

const isOpen = ({ state }: Hand): boolean => state === 'waiting' || state === 'speaking';

export const setHand = kind({
  schema: SetHand,
  act: () => null,
  // Whoever raised it takes it down, and ends their own speech.
  verb: (map, { hand, state }, actor) =>
    map.hands.get(hand)?.by === actor.id && (state === 'lowered' || state === 'spoken') ? 'say' : 'manage',
  rule(map, { hand: id, state }, context) {
    const hand = map.hands.get(id);
    if (!hand) return refuse('not-found', 'There is no such hand.');
    const debate = running(map, hand.debate);
    if (!debate.ok) return debate;
    const from = state === 'spoken' ? 'speaking' : 'waiting';
    const isOfPoint = state === 'upheld' || state === 'dismissed';
    if (hand.state !== from) return refuse('stale', `The hand is ${hand.state} by now.`);
    if (state !== 'lowered' && (hand.point !== null) !== isOfPoint)
      return refuse('invalid', 'state: a hand is called on, a point of order is upheld or dismissed');
    if (state === 'speaking') return called(map, hand, debate.value, context);
    return ok([put('hands', state === 'spoken' ? spokenBy(hand, context.at) : { ...hand, state })]);
  },
  undo({ hand: id, state }, _before, now) {
    const hand = now.hands.get(id);
    return state === 'lowered' && hand?.state === 'lowered'
      ? { kind: 'raise-hand', hand: id, debate: hand.debate, point: hand.point }
      : undefined;
  },
});

/** [D8] [D11] Who spoke has spoken; who is called on has their time, and more of it where they are allowed more. */
function called(map: ArgumentMap, hand: Hand, debate: Debate, { at }: Context): Result<readonly Patch[]> {
  const before = speakingIn(map, debate.id);
  const { phase, clock } = standAt(debate, at);
  if (phase && phase.side !== null && phase.side !== sideOf(map, hand.by))
    return refuse('not-now', 'This phase is another side’s.');
  const runs = clock.since !== null || phase === undefined;
  const speaks: Hand = {
    ...hand,
    state: 'speaking',
    phase: phase?.id ?? null,
    called: at,
    spell: setRunning(STOPPED, runs, at),
    placed: null,
  };
  const extra = clock.allowed === null || !phase?.seconds ? 0 : extraFor(map, hand, phase.id) * phase.seconds * 10; // prettier-ignore
  const allowed = Math.min((clock.allowed ?? 0) + extra, LONGEST_PHASE * 1000);
  const longer = put('debates', { ...debate, phase: phase?.id ?? null, clock: { ...clock, allowed } });
  return ok([
    ...(before ? [put('hands', spokenBy(before, at))] : []),
    put('hands', speaks),
    ...(extra > 0 ? [longer] : []),
  ]);
}

/** [D11] In percent; once in a phase. */
function extraFor(map: ArgumentMap, { by, debate }: Hand, phase: Id): number {
  const spoke = handsIn(map, debate).some(
    (hand) => hand.by === by && hand.phase === phase && hand.called !== null,
  );
  if (spoke) return 0;
  return by === null ? 0 : (allowanceOf(map, by)?.percent ?? 0);
}

export const arrangeHands = kind({
  schema: ArrangeHands,
  act: () => null,
  verb: () => 'manage',
  rule(map, { debate: id, hands }) {
    const debate = running(map, id);
    if (!debate.ok) return debate;
    const waiting = queueIn(map, debate.value);
    const known = new Map(waiting.map((hand) => [hand.id, hand]));
    if (new Set(hands).size < hands.length) return refuse('invalid', 'hands: one stands twice');
    if (hands.some((hand) => !known.has(hand))) return refuse('stale', 'One of these hands is not up.');
    const moved = hands.flatMap((one, placed) => {
      const hand = known.get(one);
      return hand && hand.placed !== placed ? put('hands', { ...hand, placed }) : [];
    });
    return moved.length > 0 ? ok(moved) : refuse('no-change', 'They stand so already.');
  },
  undo: () => undefined,
});
