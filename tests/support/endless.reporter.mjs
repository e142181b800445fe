// Ends a run in which one file never does: no timer ends what is worked out without a pause (see inTime.mjs).

const LIMIT = 1_800_000 * Number(process.env.FC_SEEDS ?? 1); // on a machine that is ten times as slow too
const EVERY = 5_000;

export default class EndlessReporter {
  /** @type {Map<string, number>} */
  started = new Map();

  onRunStart() {
    setInterval(() => this.look(), EVERY).unref();
  }

  /** @param {{ path: string }} test */
  onTestFileStart({ path }) {
    this.started.set(path, performance.now());
  }

  /** @param {{ path: string }} test */
  onTestFileResult({ path }) {
    this.started.delete(path);
  }

  look() {
    for (const [path, at] of this.started) {
      if (performance.now() - at < LIMIT) continue;
      console.error(`${path} has not come to an end in ${LIMIT / 60_000} minutes.`);
      process.exit(1);
    }
  }
}
