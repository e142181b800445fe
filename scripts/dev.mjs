// `pnpm dev`: database, compiler, server and pages, each restarting what a saved file changes.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startPostgres } from './embedded-postgres.mjs';
import { freePort, onEnd } from './processes.mjs';
import { bin, buildApi, ensureInstalled, fail, requireNode, root, step } from './steps.mjs';

requireNode();
await ensureInstalled();
await buildApi();

const dataDir = path.resolve(root, process.env.DATA_DIR ?? 'data');
fs.mkdirSync(dataDir, { recursive: true });
const database = process.env.DATABASE_URL
  ? null
  : await step('start the database', () => startPostgres({ dataDir: path.join(dataDir, 'postgres') })).catch(
      (error) => fail(error.message),
    );
const apiPort = process.env.PORT ?? String(await freePort());
const env = {
  ...process.env,
  PORT: apiPort,
  API_PORT: apiPort,
  DATA_DIR: dataDir,
  DATABASE_URL: process.env.DATABASE_URL || database?.url,
};

const parts = [
  node(bin('typescript/bin/tsc'), '-b', 'apps/api', '--watch', '--preserveWatchOutput'),
  node('--watch', '--enable-source-maps', path.join(root, 'apps/api/dist/main.js')),
  node(path.join(root, 'apps/web/node_modules/vite/bin/vite.js'), path.join(root, 'apps/web')),
];
onEnd(async () => {
  await Promise.all(parts.map(end));
  await database?.stop();
  process.exit(0);
});

/** @param {string[]} args */
function node(...args) {
  return spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
