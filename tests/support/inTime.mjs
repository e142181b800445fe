const LIMIT = Number(process.env.TEST_TIMEOUT);
// Those of Node, whatever clock a test puts in their place.
const { setTimeout, clearTimeout } = globalThis;

/**
 * A test or a hook that fails where it has not come to an end in `ms`, by default `testTimeout` of jest.config.mjs. What it
 * had under way is not ended; what is worked out without a pause is not interrupted.
 *
 * @param {Function} work
 * @param {number} [ms]
 */
export function inTime(work, ms = LIMIT) {
  return async () => {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const end = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`has not come to an end in ${ms / 1000} s`)), ms);
    });
    try {
      await Promise.race([work(), end]);
    } finally {
      clearTimeout(timer);
    }
  };
}
