import vm from 'node:vm';

/** Far beyond what any machine takes, however busy: it only ends what would go on for hours. */
const PATIENCE = 300_000;

/** Does work that must come to an end, whatever it is given. Jest cannot stop work that never waits; this can. How long
 *  it takes is measured by tests/bench/hostile.bench.ts. */
export function toTheEnd<T>(work: () => T): T {
  return vm.runInNewContext('work()', { work }, { timeout: PATIENCE }) as T;
}
