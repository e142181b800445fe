// Stands in for fast-check, in `npm test` and in `npm run soak -- properties`: a property is tried on the same cases on every machine.
// FC_SEED is another seed than the usual one, FC_SEEDS how many from there on, FC_SHARE how much of its cases each property tries.
import * as fastCheck from 'fast-check-itself';

export * from 'fast-check-itself';
export default { ...fastCheck.default, assert };

const USUAL_RUNS = 100;
const first = Number(process.env.FC_SEED ?? 20_250_219);
const seeds = Array.from({ length: Number(process.env.FC_SEEDS ?? 1) }, (_, i) => first + i);
const share = Number(process.env.FC_SHARE ?? 1);
fastCheck.configureGlobal({ seed: first, includeErrorInReport: true });

/** @typedef {import('fast-check').Parameters<unknown>} Parameters */

/** A failure prints its seed. @param {import('fast-check').IRawProperty<unknown>} property @param {Parameters} [parameters] */
export function assert(property, parameters = {}) {
  const { numRuns = USUAL_RUNS } = parameters;
  const manner = { ...parameters, numRuns: Math.ceil(numRuns * share) };
  return property.isAsync() ? assertAsync(property, manner) : assertSync(property, manner);
}

/** @param {import('fast-check').IRawProperty<unknown>} property @param {Parameters} manner */
function assertSync(property, manner) {
  const faults = new Faults();
  for (const seed of seeds) {
    try {
      fastCheck.assert(property, { ...manner, ...faults.manner, seed });
    } catch (error) {
      faults.add(seed, error);
    }
  }
  faults.tell();
}

/** @param {import('fast-check').IRawProperty<unknown>} property @param {Parameters} manner */
async function assertAsync(property, manner) {
  const faults = new Faults();
  for (const seed of seeds) {
    try {
      await fastCheck.assert(property, { ...manner, ...faults.manner, seed });
    } catch (error) {
      faults.add(seed, error);
    }
  }
  faults.tell();
}

class Faults {
  /** @type {number[]} */
  seeds = [];
  /** @type {Error | undefined} */
  first;

  /** The first failure is made small; of the others only the seed is told. */
  get manner() {
    return this.first ? { endOnFailure: true } : {};
  }

  /** @param {number} seed @param {unknown} error */
  add(seed, error) {
    this.first ??= error instanceof Error ? error : new Error(String(error));
    this.seeds.push(seed);
  }

  tell() {
    if (this.first === undefined) return;
    if (seeds.length > 1)
      this.first.message = `It fails on FC_SEED ${this.seeds.join(', ')}.\n${this.first.message}`;
    throw this.first;
  }
}
