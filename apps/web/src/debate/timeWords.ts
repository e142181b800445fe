// Times of a debate, as they are read and typed: "2:06", "−0:12".
import { LONGEST_PHASE, leftAt, SHORTEST_PHASE, spentAt, type Clock } from '@counterpoint/shared';

/** "12:05"; with a minus where time is over. */
export function figures(seconds: number): string {
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds left, the begun one counted in; seconds passed where a phase takes as long as it takes. */
export function secondsAt(clock: Clock, at: number): number {
  const left = leftAt(clock, at);
  return left === null ? Math.floor(spentAt(clock, at) / 1000) : Math.ceil(left / 1000) || 0;
}

/** "4" is minutes, "1:30" minutes and seconds, nothing is as long as it takes (null); NaN is none of them. */
export function secondsIn(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const [, minutes = '', seconds = '0'] = /^(\d{1,3})(?::([0-5]?\d))?$/.exec(plain) ?? [];
  const all = minutes === '' ? NaN : Number(minutes) * 60 + Number(seconds);
  return all >= SHORTEST_PHASE && all <= LONGEST_PHASE ? all : NaN;
}

/** As it is typed. */
export const typedSeconds = (seconds: number | null): string => {
  if (seconds === null || Number.isNaN(seconds)) return '';
  return seconds % 60 === 0 ? String(seconds / 60) : figures(seconds);
};
