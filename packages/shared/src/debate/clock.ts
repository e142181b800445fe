// Time in a debate, as pure functions of what the map holds and of the moment. All moments and spans are in ms.
import type { Clock, Debate, Phase, Spell } from '../map/tables/debates.ts';

export const STOPPED: Spell = { since: null, spent: 0 };

export const spentAt = ({ since, spent }: Spell, at: number): number =>
  since === null ? spent : spent + Math.max(0, at - since);

/** The same time, running from `at` on, or standing. */
export const setRunning = <S extends Spell>(spell: S, isRunning: boolean, at: number): S => ({
  ...spell,
  since: isRunning ? at : null,
  spent: spentAt(spell, at),
});

/** What is left of a phase, below 0 when its time is up; null where it takes as long as it takes. */
export const leftAt = (clock: Clock, at: number): number | null =>
  clock.allowed === null ? null : clock.allowed - spentAt(clock, at);

/** The clock of a phase that begins. */
export const clockOf = ({ seconds }: Pick<Phase, 'seconds'>, since: number | null, spent = 0): Clock => ({
  allowed: seconds === null ? null : seconds * 1000,
  taken: 0,
  since,
  spent,
});

export const phaseNamed = ({ phases }: Pick<Debate, 'phases'>, id: string | null): Phase | undefined =>
  phases.find((phase) => phase.id === id);

export interface Stand {
  /** The phase that runs; undefined before the first one. */
  readonly phase: Phase | undefined;
  readonly clock: Clock;
}

/**
 * [D5] Where a debate stands at a moment: by plan, a phase whose time is up has ended at that very moment, and the next
 * runs since. The last one goes on.
 */
export function standAt(debate: Debate, at: number): Stand {
  let phase = phaseNamed(debate, debate.phase);
  let { clock } = debate;
  while (debate.pace === 'plan' && phase && clock.since !== null) {
    const left = leftAt(clock, at);
    const next = debate.phases[debate.phases.indexOf(phase) + 1];
    if (left === null || left > 0 || !next) break;
    const ends = clock.since + Math.max(0, (clock.allowed ?? 0) - clock.spent);
    [phase, clock] = [next, clockOf(next, ends)];
  }
  return { phase, clock };
}

/** When the phase that runs ends by itself; null where it does not. */
export function endsAt(debate: Debate): number | null {
  const { clock, pace, phases, ended } = debate;
  if (pace === 'hand' || ended || clock.since === null || clock.allowed === null) return null;
  const isLast = phases.at(-1)?.id === debate.phase;
  return isLast || debate.phase === null ? null : clock.since + Math.max(0, clock.allowed - clock.spent);
}

/** Seconds left at which everybody is told, besides the bells of the phase (U-19). */
export const TOLD_AT = [300, 60, 10] as const;

export interface Ring {
  readonly left: number;
  /** How often the bell rings; 0 where it is only said. */
  readonly rings: number;
}

/** [D6] What rings, or is said, between two moments of one phase: what the clock passed after `from`, up to `to`. */
export function ringsBetween({ phase, clock }: Stand, from: number, to: number): Ring[] {
  const [before, after] = [leftAt(clock, from), leftAt(clock, to)];
  if (!phase || before === null || after === null) return [];
  const told = TOLD_AT.filter((left) => !phase.bells.some((bell) => bell.left === left));
  const all: Ring[] = [...phase.bells, ...told.map((left) => ({ left, rings: 0 }))];
  return all
    .filter(({ left }) => left * 1000 < before && left * 1000 >= after && left * 1000 < (clock.allowed ?? 0))
    .sort((a, b) => b.left - a.left);
}
