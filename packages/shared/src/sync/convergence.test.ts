// Whole stories with every fault the simulator knows; a failure names its seed. One seed again: SEED=123 npm run jest -- convergence
import { describe, expect, it } from '@jest/globals';
import { play } from './simulator/play.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const SEEDS = 300;
const PER_TEST = 5;
const asked = process.env.SEED === undefined ? undefined : Number(process.env.SEED);
const firsts = Array.from({ length: SEEDS / PER_TEST }, (_, i) => 1 + i * PER_TEST);

async function faultsOf(seeds: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  for (const seed of seeds) {
    const outcome = await play(seed, settle);
    faults.push(...outcome.faults.map((fault) => `seed ${seed}: ${fault}`));
  }
  return faults;
}

describe('[S1] to [S12] everyone ends with the same map, and nothing is lost or done twice', () => {
  const batches =
    asked === undefined
      ? firsts.map((first) => Array.from({ length: PER_TEST }, (_, i) => first + i))
      : [[asked]];
  it.each(batches.map((seeds) => ({ seeds, name: `${seeds[0]} to ${seeds.at(-1)}` })))(
    'seeds $name',
    async ({ seeds }) => {
      expect(await faultsOf(seeds)).toEqual([]);
    },
  );
});

it('a seed tells the same story every time', async () => {
  const [first, second] = [await play(7, settle), await play(7, settle)];
  expect(second).toEqual(first);
  expect(first.changes).toBeGreaterThan(30);
});
