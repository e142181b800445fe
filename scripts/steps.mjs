// The steps that start, test and dev have in common: check Node, install, build. Each is skipped when nothing it reads changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onEnd } from './processes.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const webDist = path.join(root, 'apps/web/dist');
const PNPM = 'pnpm@12.21.0';
const OLDEST_NODE = [20, 19];

/** Ends the program with one sentence. @param {string} sentence @returns {never} */
export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Does one piece of work and prints one line about it. @template T @param {string} name @param {() => Promise<T>} work */
export async function step(name, work) {
  const start = performance.now();
  const result = await work();
  console.log(`  ${name.padEnd(34)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldest = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
  fail(`Counterpoint needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${process.versions.node}.`);
}

/** Installs with pnpm, which npx fetches, when the lockfile or a package.json changed since the last time. */
export async function ensureInstalled() {
  const inputs = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()];
  await whenChanged('install', inputs, 'node_modules/.bin/tsc', 'install packages', async () => {
    // NODE_ENV=production would leave out the compiler that builds the app.
    const env = { ...process.env, NODE_ENV: 'development', CI: '1' };
    await quietly('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], { env }, (output) => {
      const reason = output.match(/^.*(ERR_PNPM|ERR!|error).*$/im)?.[0]?.trim() ?? 'no reason given';
      return `${output}\nInstalling the packages failed (${reason}): check the network and the npm registry, then try again.`;
    });
  });
}

/** The API and what it imports, by `tsc -b`. */
export async function buildApi() {
  const inputs = [
    'tsconfig.base.json',
    'pnpm-lock.yaml',
    ...sourcesOf('packages/shared', 'packages/convert', 'migrations', 'apps/api'),
  ];
  await whenChanged('api', inputs, 'apps/api/dist/main.js', 'build the server', () =>
    quietly(
      process.execPath,
      [bin('typescript/bin/tsc'), '-b', 'apps/api'],
      {},
      (output) => `${output}\nBuilding the server failed.`,
    ),
  );
}

export async function buildWeb() {
  const inputs = ['pnpm-lock.yaml', ...sourcesOf('packages/shared', 'apps/web')];
  const vite = path.join(root, 'apps/web/node_modules/vite/bin/vite.js');
  await whenChanged('web', inputs, 'apps/web/dist/index.html', 'build the pages', () =>
    quietly(
      process.execPath,
      [vite, 'build'],
      // Else a React for developers goes out, half as large again, wherever that is set otherwise.
      { cwd: path.join(root, 'apps/web'), env: { ...process.env, NODE_ENV: 'production' } },
      (output) => `${output}\nBuilding the pages failed.`,
    ),
  );
}

/** @param {string} file below the root's node_modules */
export const bin = (file) => path.join(root, 'node_modules', file);

/** Runs a program without its chatter; when it fails, says what `explain` makes of the chatter and ends.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @param {(output: string) => string} explain @returns {Promise<void>} */
function quietly(command, args, options, explain) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => fail(explain(String(error))));
    child.once('close', (code) => (code === 0 ? resolve() : fail(explain(output))));
  });
}

/** @param {string} stampName @param {string[]} inputs @param {string} result a file that is there when the work was done
 * @param {string} title @param {() => Promise<void>} work */
async function whenChanged(stampName, inputs, result, title, work) {
  const stamp = path.join(root, 'node_modules/.counterpoint', `${stampName}.sha256`);
  const now = hashOf(inputs);
  const same =
    fs.existsSync(path.join(root, result)) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now;
  if (same) return;
  await step(title, work);
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, now);
}

/** @param {string[]} files relative to the root */
function hashOf(files) {
  const hash = createHash('sha256').update(`${process.versions.modules} ${process.platform}-${process.arch}`);
  for (const file of files.toSorted())
    hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

function manifests() {
  const packages = ['apps', 'packages'].flatMap((group) =>
    fs.readdirSync(path.join(root, group)).map((name) => `${group}/${name}`),
  );
  const all = ['.', 'migrations', 'tests', ...packages].map((folder) => path.join(folder, 'package.json'));
  return all.filter((file) => fs.existsSync(path.join(root, file)));
}

/** Everything in these packages that a build may read: not their tests, and not what was built.
 * @param {string[]} folders */
function sourcesOf(...folders) {
  /** @param {string} folder @returns {string[]} */
  const walk = (folder) =>
    fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : walk(name);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [name];
    });
  return folders.flatMap(walk);
}

/** What `node` runs at this moment. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let endsThem = false;

/** Runs a program of Node with its chatter; it ends with this one. True when it did well.
 * @param {string[]} args @returns {Promise<boolean>} */
export function node(...args) {
  if (!endsThem)
    onEnd(() => {
      for (const child of running) child.kill('SIGTERM');
      process.exit(1);
    });
  endsThem = true;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    running.add(child);
    child.once('close', (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  });
}
