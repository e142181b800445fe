import { jest } from '@jest/globals';

/** Everything that Jest would stand still except the clocks: timers and the network go on. */
const GO_ON = [
  'hrtime', 'nextTick', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback',
  'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
] as const; // prettier-ignore

/** The time of day and the steady clock stand still while `work` goes on, for the server too; `pass` alone moves it. So that limits per
 *  minute let through as much on a slow machine as on a fast one. */
export async function stillClock<T>(work: (pass: (ms: number) => void) => Promise<T>): Promise<T> {
  // Jest's steady clock begins at 0: it is moved on to where the real one is, else what was counted before lies ahead.
  const steady = performance.now();
  jest.useFakeTimers({ now: Date.now() - steady, doNotFake: [...GO_ON] });
  jest.advanceTimersByTime(steady);
  try {
    return await work((ms) => {
      jest.advanceTimersByTime(ms);
    });
  } finally {
    jest.useRealTimers();
  }
}
