// `npm run soak -- properties`: every file of property tests, each property on 100 seeds other than the usual one, as many cases of it on
// each as in `npm test`. SEED=n begins at n, SEEDS=n tries that many, FILES=<regular expression> only files whose path matches.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const SEED = process.env.SEED ?? '1000';
const SEEDS = process.env.SEEDS ?? '100';
const chosen = new RegExp(process.env.FILES ?? '');
const files = ['packages', 'apps'].flatMap(propertyTests).filter((file) => chosen.test(file));
if (files.length === 0) throw new Error('FILES matches no file of property tests');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-properties-'));
const report = path.join(folder, 'report.json');
process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

process.exitCode = (await jest()) && fs.existsSync(report) ? 0 : 1;
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = fs.existsSync(report)
  ? (JSON.parse(fs.readFileSync(report, 'utf8')) as Record<string, number>)
  : {};
const failed = (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0);
if (failed > 0) console.error('Play one again with FC_SEED=<seed> npm run jest -- <file>');
console.log(
  `${files.length} files on ${SEEDS} seeds from ${SEED}: ${numPassedTests ?? 0} passed, ${Math.max(failed, process.exitCode)} failed`,
);

/** Files below a folder that know fast-check, as paths from the root. */
function propertyTests(within: string): string[] {
  return fs
    .readdirSync(path.join(root, within), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file) && !/node_modules|[\\/]dist[\\/]/.test(file))
    .map((file) => path.join(within, file))
    .filter((file) => fs.readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"))
    .sort();
}

function jest(): Promise<boolean> {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(
    process.execPath,
    [
      ...flags,
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      '--testTimeout=2000000000',
      '--runTestsByPath',
      ...files,
    ],
    {
      cwd: root,
      env: { FC_SHARE: '0.34', ...process.env, FC_SEED: SEED, FC_SEEDS: SEEDS },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve(code === 0)));
}
