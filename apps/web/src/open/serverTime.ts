// The clock of the server, as this page knows it: it began with its own, and learns how far that is off.

/** The server's clock as it answered, and for how long it had been asked by then, in ms. */
interface Said {
  readonly now: number;
  readonly took?: number;
}

/** Between which the server's clock is ahead of this one, in ms. */
export interface Ahead {
  readonly least: number;
  readonly most: number;
}

/** Two screens are then no further apart than this. */
export const NEAR_MS = 200;

/** It was asked after `sent` and answered before `got`: more is not known, for the way there may be slower than the way back. */
export const aheadBy = ({ now, took = 0 }: Said, sent: number, got: number): Ahead => ({
  least: now - got,
  most: Math.max(now - got, now - took - sent),
});

/** What holds for both; where that is nothing, a clock was set or went wrong in between, and what was learnt last holds. */
export function narrowed(known: Ahead, learnt: Ahead): Ahead {
  const both = { least: Math.max(known.least, learnt.least), most: Math.min(known.most, learnt.most) };
  return both.least <= both.most ? both : learnt;
}

let ahead: Ahead = { least: 0, most: 0 };

const middle = (): number => (ahead.least + ahead.most) / 2;

/** In ms since 1970. What is decided by time is decided by this one, here as there. */
export const serverNow = (): number => Math.round(Date.now() + middle());

/** The moment of the server as the clock of this device has it. */
export const hereAt = (at: number): number => at - middle();

/** Another server may have another clock: what was known before counts no more. */
export function setClock(said: Said, sent: number, got: number): void {
  ahead = aheadBy(said, sent, got);
}

/** The same server once more. One that is a version behind does not tell. */
export function learnClock({ now }: Partial<Said>, sent: number, got: number): void {
  if (now !== undefined) ahead = narrowed(ahead, aheadBy({ now }, sent, got));
}

/** What was done there is over by now: a page that was busy while the answer lay there took its way to be longer than it was. */
export function heardOf(at: number): void {
  const least = at - Date.now();
  if (least > ahead.least) ahead = { least, most: Math.max(least, ahead.most) };
}

export const isClockNear = (): boolean => ahead.most - ahead.least <= NEAR_MS;
