// Stands in for fast-check in `npm run soak -- properties`: a property is tried on every seed from SEED on, not on one.
import * as fastCheck from 'fast-check-itself';

export * from 'fast-check-itself';
export default { ...fastCheck.default, assert };

const first = Number(process.env.SEED);
const seeds = Array.from({ length: Number(process.env.SEEDS) }, (_, i) => first + i);

/** @param {import('fast-check').IRawProperty<unknown>} property @param {import('fast-check').Parameters<unknown>} [parameters] */
export function assert(property, parameters) {
  return property.isAsync() ? assertAsync(property, parameters) : assertSync(property, parameters);
}

function assertSync(property, parameters) {
  const faults = new Faults();
  for (const seed of seeds) {
    try {
      fastCheck.assert(property, { ...parameters, ...faults.manner, seed });
    } catch (error) {
      faults.add(seed, error);
    }
  }
  faults.tell();
}

async function assertAsync(property, parameters) {
  const faults = new Faults();
  for (const seed of seeds) {
    try {
      await fastCheck.assert(property, { ...parameters, ...faults.manner, seed });
    } catch (error) {
      faults.add(seed, error);
    }
  }
  faults.tell();
}

class Faults {
  seeds = [];
  first;

  /** The first failure is made small; of the others only the seed is told. */
  get manner() {
    return { endOnFailure: this.first !== undefined };
  }

  add(seed, error) {
    this.first ??= error;
    this.seeds.push(seed);
  }

  tell() {
    if (this.first === undefined) return;
    this.first.message = `It fails on FC_SEED ${this.seeds.join(', ')}.\n${this.first.message}`;
    throw this.first;
  }
}
