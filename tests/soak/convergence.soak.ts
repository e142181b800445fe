// `npm run soak -- convergence`: 20,000 stories of the simulator. SEED=n begins at n, SEEDS=n plays that many.
import { play } from '@counterpoint/shared/simulator';

const first = Number(process.env.SEED ?? 1_000);
const count = Number(process.env.SEEDS ?? 20_000);
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const begun = performance.now();
let failed = 0;
for (let seed = first; seed < first + count; seed++) {
  const { faults } = await play(seed, settle);
  if (faults.length > 0) {
    failed += 1;
    console.error(`seed ${seed}:\n  ${faults.join('\n  ')}`);
  }
  const done = seed - first + 1;
  if (done % 500 === 0) console.log(`${done} stories, ${failed} failed, ${perSecond(done)} a second`);
}
console.log(`${count} stories from seed ${first}: ${failed} failed, ${perSecond(count)} a second`);
if (failed > 0) {
  console.error('Play one again with SEED=<seed> npm run jest -- --selectProjects shared -- convergence');
  process.exitCode = 1;
}

function perSecond(stories: number): string {
  return ((stories * 1_000) / (performance.now() - begun)).toFixed(1);
}
