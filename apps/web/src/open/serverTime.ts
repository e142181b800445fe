// The clock of the server, as this page knows it: it began with its own, and learns how far that is off.
import type { Welcome } from '@counterpoint/shared';

/** How far the server's clock is ahead, in ms, if the way there took as long as the way back. */
export const aheadOf = ({ now, took }: Pick<Welcome, 'now' | 'took'>, sent: number, got: number): number =>
  now + Math.max(0, got - sent - took) / 2 - got;

let ahead = 0;

/** In ms since 1970. What is decided by time is decided by this one, here as there. */
export const serverNow = (): number => Math.round(Date.now() + ahead);

/** The moment of the server as the clock of this device has it. */
export const hereAt = (at: number): number => at - ahead;

export function setClock(welcome: Pick<Welcome, 'now' | 'took'>, sent: number, got: number): void {
  ahead = aheadOf(welcome, sent, got);
}

/** What was done there is over by now: a page that was busy while the answer lay there took its way to be longer than it was. */
export function heardOf(at: number): void {
  ahead = Math.max(ahead, at - Date.now());
}
