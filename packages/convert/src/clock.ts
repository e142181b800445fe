/** How time passes, in ms. Whoever bounds work by time is handed one, so that a test can bring its own. */
export interface Clock {
  /** Counted from any moment. */
  readonly now: () => number;
  /** Runs once when so much time went by, unless the answer is called before. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
