import { setTimeout as sleep } from 'node:timers/promises';

/** How long a test waits for what must come about, in ms. It only ends a wait in vain, before Jest ends the test
 *  (`testTimeout` of jest.config.mjs) and so that it says what it waited for: far beyond what a slow and busy machine takes. Who writes a test sets it lower. */
export const PATIENCE = Number(process.env.PATIENCE ?? 600_000);

/** Looks again and again until what is seen is what is wanted; says after `PATIENCE` what was seen last. */
export async function until(look: () => Promise<unknown>, wanted: unknown = true): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const seen = JSON.stringify(await look());
    if (seen === JSON.stringify(wanted)) return;
    if (performance.now() > deadline) throw new Error(`waited in vain for ${String(look)}: ${seen}`);
    await sleep(50);
  }
}
