// `npm test`: every test, on a bare machine, with the counts in the last line. `npm test -- <pattern>` runs the tests that match.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bin, buildApi, buildWeb, ensureInstalled, fail, node, requireNode, step } from './steps.mjs';

requireNode();
// A property tries the first third of its cases here; more of them in `npm run soak -- properties`.
process.env.FC_SHARE ??= '0.34';
const pattern = process.argv.slice(2);

// Whatever ends this program, the counts come last: a build that fails counts as a failed test.
const counts = { passed: 0, failed: 0, skipped: 0 };
process.once('exit', (code) => {
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  console.log(
    `${counts.passed} passed, ${failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
  );
});

await ensureInstalled();
await ensureBrowser();
await ensurePrograms();
await buildApi();
await buildWeb();

if (pattern.length > 0) await runJest(...pattern);
else {
  await runJest('--selectProjects', 'shared', 'convert', 'api', 'apart', 'web');
  // A story waits for its browser as often as it works: one more than there are cores keeps them busy.
  await runJest('--selectProjects', 'system', '--maxWorkers=3');
}
process.exitCode = counts.failed === 0 ? 0 : 1;

/** @param {string[]} args */
async function runJest(...args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-counts-'));
  const file = path.join(folder, 'counts.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const ok = await node(...flags, bin('jest/bin/jest.js'), '--json', `--outputFile=${file}`, ...args);
  if (fs.existsSync(file)) {
    const result = JSON.parse(fs.readFileSync(file, 'utf8'));
    counts.passed += result.numPassedTests;
    counts.skipped += result.numPendingTests + result.numTodoTests;
    counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  }
  if (!ok) counts.failed = Math.max(1, counts.failed);
  fs.rmSync(folder, { recursive: true });
}

async function ensureBrowser() {
  const { findBrowser, installBrowser } = await import('../tests/support/find-browser.mjs');
  try {
    if (pattern.length === 0) await step('find a browser', async () => installBrowser());
    await findBrowser();
  } catch (error) {
    if (pattern.length === 0) fail(error instanceof Error ? error.message : String(error));
  }
}

/** A run of some tests only fails where one of them asks for Python or nginx. */
async function ensurePrograms() {
  if (pattern.length > 0) return;
  const { findPython, installPython } = await import('../tests/support/find-python.mjs');
  const { findNginx, installNginx } = await import('../tests/support/find-nginx.mjs');
  try {
    await step('find Python', async () => installPython());
    findPython();
    await step('find nginx', async () => installNginx());
    findNginx();
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
