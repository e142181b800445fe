// A real PostgreSQL 18 from npm for machines that have none: started, taken over when stale, and stopped by us.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCluster, passwordFile, reachable, unprivilegedAccount, USER } from './postgres-cluster.mjs';
import { commandOf, freePort } from './processes.mjs';

/**
 * Starts the cluster in `dataDir`, making it first when it is new.
 * @param {{ dataDir: string, port?: number, settings?: string[], log?: (line: string) => void }} options `settings` as in `fsync=off`
 */
export async function startPostgres({ dataDir: wanted, port, settings = [], log = () => {} }) {
  const account = unprivilegedAccount();
  const run = { ...account, cwd: '/', env: { PATH: process.env.PATH, TZ: 'UTC' } };
  const { binaries, dataDir } = await reachable(path.resolve(wanted), account, log);
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) createCluster(binaries, dataDir, account, run);
  await endStaleServer(dataDir, log);
  fs.writeFileSync(ownerFile(dataDir), String(process.pid));
  const actualPort = port ?? (await freePort());
  const options = [
    `port=${actualPort}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...settings,
  ];
  const flags = ['-D', dataDir, ...options.flatMap((option) => ['-c', option])];

  for (let attempt = 1; ; attempt++) {
    // Its own session: Ctrl-C must reach us, not Postgres, which has to outlive the API by a moment.
    const child = spawn(path.join(binaries, 'bin', 'postgres'), flags, {
      ...run,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    const failure = await readiness(child);
    if (failure === null) {
      return {
        url: urlOf(dataDir, actualPort),
        dataDir,
        child,
        stop: () => stop(child),
      };
    }
    // The children of a server that was killed may hold its memory for some 100 ms more.
    const mayPass = /lock file|pre-existing shared memory/.test(failure);
    if (attempt >= 20 || !mayPass) throw new Error(`PostgreSQL did not start:\n${failure}`);
    await sleep(150);
  }
}

/** Whether there is a cluster in `dataDir`, and its address when it runs: a command may use it beside the server.
 * @param {string} wanted */
export async function runningPostgres(wanted) {
  const { dataDir } = await reachable(path.resolve(wanted), unprivilegedAccount(), () => {});
  const file = path.join(dataDir, 'postmaster.pid');
  const runs = commandOf(pidIn(file)).includes(dataDir);
  // PostgreSQL writes one fact a line: the fourth is the port.
  const port = runs ? fs.readFileSync(file, 'utf8').split('\n')[3] : undefined;
  return {
    exists: fs.existsSync(path.join(dataDir, 'PG_VERSION')),
    url: port ? urlOf(dataDir, Number(port)) : undefined,
  };
}

/** A launcher that was killed leaves its server behind: end that one. But never take the server of a launcher that lives.
 * @param {string} dataDir @param {(line: string) => void} log */
async function endStaleServer(dataDir, log) {
  const pid = pidIn(path.join(dataDir, 'postmaster.pid'));
  if (!pid || !commandOf(pid).includes(dataDir)) return;
  const owner = pidIn(ownerFile(dataDir));
  if (owner && owner !== process.pid && commandOf(owner).includes('node'))
    throw new Error(
      `The data in ${dataDir} is in use by process ${owner}: stop it first, or set DATA_DIR to another folder.`,
    );
  log('ending a PostgreSQL left by an earlier run');
  process.kill(pid, 'SIGINT');
  for (let i = 0; i < 300 && commandOf(pid) !== ''; i++) await sleep(50);
}

/** Null when the server takes connections, else what it said before it ended. @param {import('node:child_process').ChildProcess} child @returns {Promise<string | null>} */
function readiness(child) {
  let said = '';
  return new Promise((resolve) => {
    child.stderr?.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
      if (said.includes('ready to accept connections')) resolve(null);
    });
    child.once('error', (error) => resolve(String(error)));
    child.once('exit', () => resolve(said));
  });
}

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for clients. @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
function stop(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** @param {string} dataDir @param {number} port */
function urlOf(dataDir, port) {
  const password = fs.readFileSync(passwordFile(dataDir), 'utf8').trim();
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
}

const ownerFile = (/** @type {string} */ dataDir) => `${dataDir}-owner`;
const pidIn = (/** @type {string} */ file) =>
  fs.existsSync(file) ? parseInt(fs.readFileSync(file, 'utf8'), 10) : 0;
