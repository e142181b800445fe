import { expect, it } from '@jest/globals';
import { play } from './simulator/World.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it('x', async () => {
  const from = Number(process.env.SEED ?? 1), n = Number(process.env.N ?? 50);
  const t = Date.now();
  let bad = 0, changes = 0, refused = 0;
  for (let seed = from; seed < from + n; seed++) {
    const o = await play(seed, settle);
    changes += o.changes; refused += o.refused;
    if (o.faults.length) { bad++; if (bad < 6) console.log('seed', seed, o.faults.slice(0, 6)); }
  }
  console.log({ bad, n, changes, refused, ms: (Date.now() - t) / n });
  expect(bad).toBe(0);
}, 600000);
