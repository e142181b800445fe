import { install } from '@sinonjs/fake-timers';

/** The time of day and the steady clock stand still while `work` goes on, for the server too; `pass` alone moves it. So that limits per
 *  minute let through as much on a slow machine as on a fast one. Timers and the network go on. */
export async function stillClock<T>(work: (pass: (ms: number) => void) => Promise<T>): Promise<T> {
  // The steady clock that stands still begins at 0: it is moved on to where the real one is, else what was counted before lies ahead.
  const steady = performance.now();
  const clock = install({ now: Date.now() - steady, toFake: ['Date', 'performance'] });
  clock.tick(steady);
  try {
    return await work((ms) => {
      clock.tick(ms);
    });
  } finally {
    clock.uninstall();
  }
}
