import { z } from 'zod';
import { clockOf, phaseNamed, setRunning, spentAt, standAt, STOPPED } from '../../debate/clock.ts';
import { speakingIn } from '../../debate/queue.ts';
import { debateOf } from '../../debate/sides.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { LONGEST_PHASE, type Debate } from '../tables/debates.ts';
import type { Hand } from '../tables/hands.ts';
import { running } from './debate.ts';
import { kind, stamp, type Context } from './kind.ts';

/** [D4] Whatever is done to the clock of a debate, one at a time. */
const Deed = z.discriminatedUnion('what', [
  z.object({ what: z.literal('run') }),
  z.object({ what: z.literal('pause') }),
  z.object({ what: z.literal('add'), seconds: z.int().min(-LONGEST_PHASE).max(LONGEST_PHASE) }),
  z.object({ what: z.literal('point') }).describe('a point was taken, see `injury`'),
  z.object({
    what: z.literal('go'),
    to: Id.describe('the phase that begins'),
    spent: z.int().min(0).max(LONGEST_PHASE * 1000).optional().describe('ms of it that are over'),
  }),
  z.object({ what: z.literal('pass') }).describe('says that phases have ended by plan'),
  z.object({ what: z.literal('end') }).describe('ends the debate'),
]); // prettier-ignore
type Deed = z.infer<typeof Deed>;

export const ClockEdit = z.object({
  kind: z.literal('clock'),
  debate: Id,
  /** Who asks for it in another one comes too late. */
  phase: Id.nullable().describe('the phase that runs for who asks'),
  deed: Deed,
});
export type ClockEdit = z.infer<typeof ClockEdit>;

/** [D3] [D4] [D5] [D7] */
export const clock = kind({
  schema: ClockEdit,
  act: () => null,
  verb: () => 'manage',
  rule: turned,
  undo({ debate: id, phase, deed }, before, now) {
    const [was, is] = [before.debates.get(id), now.debates.get(id)];
    if (!was || !is || is.ended) return undefined;
    const at = { kind: 'clock', debate: id, phase: is.phase } as const;
    if (deed.what === 'run') return is.clock.since === null ? undefined : { ...at, deed: { what: 'pause' } };
    if (deed.what === 'pause') return is.clock.since === null ? { ...at, deed: { what: 'run' } } : undefined;
    if (deed.what === 'add' && is.phase === phase)
      return { ...at, deed: { ...deed, seconds: -deed.seconds } };
    if (deed.what !== 'go' || is.phase !== deed.to || was.phase === null) return undefined;
    // The phase goes on with the time that it had when it was left.
    const spent = spentAt(was.clock, is.clock.since ?? was.clock.since ?? 0);
    return { ...at, deed: { what: 'go', to: was.phase, spent: Math.min(spent, LONGEST_PHASE * 1000) } };
  },
});

function turned(
  map: ArgumentMap,
  { debate: id, phase, deed }: Omit<ClockEdit, 'kind'>,
  context: Context,
): Result<Patch[]> {
  // prettier-ignore
  const found = running(map, id);
  if (!found.ok) return found;
  const settled = settledAt(found.value, context.at);
  // By plan, what was said in a phase ended with it.
  const over = settled === found.value ? context.at : (settled.clock.since ?? context.at);
  if (deed.what === 'pass')
    return settled === found.value
      ? refuse('no-change', 'No phase has ended.')
      : ok([put('debates', settled), ...endSpeech(map, id, over), ...votesWith(map, settled)]);
  if (settled.phase !== phase) return refuse('stale', 'Another phase runs by now.');
  const done = doneTo(settled, deed, context);
  if (!done.ok) return done;
  const isOver = done.value.phase !== found.value.phase || done.value.ended !== null;
  return ok([
    put('debates', done.value),
    ...(isOver
      ? [...endSpeech(map, id, over), ...votesWith(map, done.value)]
      : keptWith(map, done.value, context)),
  ]);
}

/** [P27] The clock of the debate that takes place is paused, where it runs. */
export function pausedClock(map: ArgumentMap, context: Context): readonly Patch[] {
  const debate = debateOf(map);
  if (!debate || debate.clock.since === null) return [];
  const { phase } = settledAt(debate, context.at);
  const paused = turned(map, { debate: debate.id, phase, deed: { what: 'pause' } }, context);
  return paused.ok ? paused.value : [];
}

/** The debate as it stands at the moment. */
function settledAt(debate: Debate, at: number): Debate {
  const { phase, clock } = standAt(debate, at);
  return (phase?.id ?? null) === debate.phase ? debate : { ...debate, phase: phase?.id ?? null, clock };
}

function doneTo(debate: Debate, deed: Exclude<Deed, { what: 'pass' }>, context: Context): Result<Debate> {
  const { clock } = debate;
  if (deed.what === 'end') return ok({ ...debate, ended: stamp(context), spotlight: null });
  if (deed.what === 'go') {
    const phase = phaseNamed(debate, deed.to);
    if (!phase) return refuse('not-found', 'There is no such phase.');
    if (phase.id === debate.phase && deed.spent === undefined)
      return refuse('no-change', 'This phase runs already.');
    // It runs at once where the one before ran, or where it is the first.
    const runs = debate.phase === null || clock.since !== null;
    return ok({ ...debate, phase: phase.id, clock: clockOf(phase, runs ? context.at : null, deed.spent) });
  }
  if (debate.phase === null) return refuse('no-phase', 'No phase runs.');
  if (deed.what === 'run' || deed.what === 'pause') {
    const runs = deed.what === 'run';
    return (clock.since !== null) === runs
      ? refuse('no-change', 'The clock does so already.')
      : ok({ ...debate, clock: setRunning(clock, runs, context.at) });
  }
  if (clock.allowed === null) return refuse('no-change', 'This phase takes as long as it takes.');
  if (deed.what === 'add') return longer(debate, deed.seconds);
  const { injury } = debate;
  if (!injury) return refuse('no-change', 'Points take no time in this debate.');
  const counted = { ...debate, clock: { ...clock, taken: clock.taken + 1 } };
  return clock.taken < injury.points ? longer(counted, injury.seconds) : ok(counted);
}

function longer(debate: Debate, seconds: number): Result<Debate> {
  const allowed = (debate.clock.allowed ?? 0) + seconds * 1000;
  return seconds === 0 || allowed < 0 || allowed > LONGEST_PHASE * 1000
    ? refuse('invalid', `seconds: a phase takes at most ${LONGEST_PHASE} seconds, and no less than none`)
    : ok({ ...debate, clock: { ...debate.clock, allowed } });
}

/** Who speaks has the time of the clock: it runs and stands with it. */
function keptWith(map: ArgumentMap, debate: Debate, { at }: Context): Patch[] {
  const hand = speakingIn(map, debate.id);
  const runs = debate.clock.since !== null;
  if (!hand || (hand.spell.since !== null) === runs) return [];
  return [put('hands', { ...hand, spell: setRunning(hand.spell, runs, at) })];
}

/** [C4] With a phase that votes, what comes out is kept back; with its end, it is shown. */
function votesWith({ info }: ArgumentMap, { phases, phase, ended }: Debate): Patch[] {
  const isVoting = ended === null && phases.find(({ id }) => id === phase)?.may.includes('vote');
  // [C5] What was shown where nobody can be looked behind is not kept back again.
  const isKept = info.votes === 'off' || (info.votes === 'open' && info.faces !== 'anonymous');
  const votes = isVoting ? (isKept ? 'hidden' : info.votes) : info.votes === 'hidden' ? 'open' : info.votes;
  return votes === info.votes ? [] : [{ table: 'info', put: { ...info, votes } }];
}

function endSpeech(map: ArgumentMap, debate: Id, at: number): Patch[] {
  const hand = speakingIn(map, debate);
  return hand ? [put('hands', spokenBy(hand, at))] : [];
}

export const spokenBy = (hand: Hand, at: number): Hand => ({
  ...hand,
  state: 'spoken',
  spell: { ...STOPPED, spent: setRunning(hand.spell, false, at).spent },
});
