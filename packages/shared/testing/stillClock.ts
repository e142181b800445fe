import { jest } from '@jest/globals';

/** Everything that Jest would stand still except the clocks: timers and the network go on. */
const GO_ON = [
  'hrtime', 'nextTick', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback',
  'cancelIdleCallback', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout',
] as const; // prettier-ignore

/** The time of day and the steady clock stand still while `work` goes on, for the server too; `pass` alone moves it. So that limits per
 *  minute let through as much on a slow machine as on a fast one. */
export async function stillClock<T>(work: (pass: (ms: number) => void) => Promise<T>): Promise<T> {
  jest.useFakeTimers({ now: Date.now(), doNotFake: [...GO_ON] });
  try {
    return await work((ms) => {
      jest.advanceTimersByTime(ms);
    });
  } finally {
    jest.useRealTimers();
  }
}
