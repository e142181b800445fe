import type { Clock } from '../src/clock.ts';

/** A clock whose hands are moved by the test. */
export class HandClock implements Clock {
  private time = 0;
  private due: { readonly at: number; readonly run: () => void }[] = [];
  private waiting: (() => void)[] = [];

  readonly now = (): number => this.time;

  readonly after = (ms: number, run: () => void): (() => void) => {
    const one = { at: this.time + ms, run };
    this.due.push(one);
    for (const go of this.waiting.splice(0)) go();
    return () => void (this.due = this.due.filter((other) => other !== one));
  };

  pass(ms: number): void {
    this.time += ms;
    const over = this.due.filter(({ at }) => at <= this.time);
    this.due = this.due.filter(({ at }) => at > this.time);
    for (const { run } of over) run();
  }

  /** Resolves as soon as something is timed again, before anything else can happen. */
  timed(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
