// `npm start`: from a fresh clone to a running Counterpoint with nothing but Node and npm.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isFree, onEnd } from './processes.mjs';
import { buildApi, buildWeb, ensureInstalled, fail, requireNode, root, step, webDist } from './steps.mjs';

requireNode();
let port = await choosePort();
await ensureInstalled();
await buildApi();
await buildWeb();
// Building may take a while, in which another got it.
port = await choosePort();

const dataDir = path.resolve(root, process.env.DATA_DIR ?? 'data');
fs.mkdirSync(dataDir, { recursive: true });
/** @type {import('node:child_process').ChildProcess | undefined} */
let api;
let isReady = false;
let stopping = false;
onEnd(stop);

let database = process.env.DATABASE_URL ? null : await step('start the database', startDatabase);
const databasePause = pauses();
keepDatabase();
if (stopping) await end(0);
const apiPause = pauses();
keepApi();
await step('start the server', waitForHealth);
isReady = true;
console.log(`\nCounterpoint is ready: http://localhost:${port}\n`);

/** The server first: it may still be writing what it has accepted. */
function stop() {
  stopping = true;
  if (!api) return; // not begun yet: the start itself ends then
  if (hasEnded(api)) return void end(0);
  api.kill('SIGTERM');
  setTimeout(() => api?.kill('SIGKILL'), 10_000).unref();
}

/** @param {number} code @returns {Promise<never>} */
async function end(code) {
  stopping = true;
  await database?.stop();
  process.exit(code);
}

/** Starts the server, again when it ends by itself. One that cannot even start the first time has said why: then all ends. */
function keepApi() {
  const child = (api = startApi());
  const begun = Date.now();
  child.once('exit', async (code, signal) => {
    if (stopping) return void end(0);
    const how = `The server ended by itself (${signal ?? `exit code ${code}`})`;
    if (!isReady) {
      console.error(`${how}.`);
      return void end(1);
    }
    const pause = apiPause(Date.now() - begun);
    console.error(`${how}. ${startedAgain(pause)}`);
    await sleep(pause);
    if (!stopping) keepApi();
  });
}

/** The server waits for its database: it gets the same data back on the same port. */
function keepDatabase() {
  const begun = Date.now();
  database?.child.once('exit', async () => {
    for (let lasted = Date.now() - begun, how = 'The database ended by itself.'; !stopping; lasted = 0) {
      const pause = databasePause(lasted);
      console.error(`${how} ${startedAgain(pause)}`);
      await sleep(pause);
      try {
        if (!stopping) await restartDatabase();
        return;
      } catch (error) {
        how = error instanceof Error ? error.message : String(error);
      }
    }
  });
}

async function restartDatabase() {
  const { startPostgres } = await import('./embedded-postgres.mjs');
  const at = Number(new URL(database?.url ?? '').port);
  const starting = startPostgres({ dataDir: path.join(dataDir, 'postgres'), port: at });
  // Who ends the program meanwhile ends this one, too.
  const before = database;
  if (before) database = { ...before, stop: async () => (await starting.catch(() => before)).stop() };
  database = await starting;
  keepDatabase();
}

/** How long to wait before a part is started again: not at all, then twice as long each time while it ends soon. */
function pauses() {
  let next = 0;
  return (/** @type {number} */ lasted) => {
    const pause = lasted > 60_000 ? 0 : next;
    next = Math.min(30_000, Math.max(500, 2 * pause));
    return pause;
  };
}

/** @param {number} pause */
function startedAgain(pause) {
  return pause === 0 ? 'It is started again.' : `It is started again in ${pause / 1000} s.`;
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

function startApi() {
  const flags = ['--enable-source-maps', '--import', new URL('end-with-parent.mjs', import.meta.url).href];
  return spawn(process.execPath, [...flags, path.join(root, 'apps/api/dist/main.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    // Its own group: Ctrl-C reaches this program, which then stops the parts in order.
    detached: true,
    env: {
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      WEB_DIST: webDist,
      DATABASE_URL: process.env.DATABASE_URL || database?.url,
    },
  });
}

async function startDatabase() {
  const { startPostgres } = await import('./embedded-postgres.mjs');
  try {
    return await startPostgres({
      dataDir: path.join(dataDir, 'postgres'),
      log: (line) => console.log(`  (${line})`),
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** PORT when it is set, else 4000 or the next free one. */
async function choosePort() {
  const asked = process.env.PORT;
  if (asked !== undefined) {
    if (!/^\d+$/.test(asked) || Number(asked) < 1 || Number(asked) > 65535)
      fail(`PORT is ${asked}, which is not a port number.`);
    if (!(await isFree(Number(asked))))
      fail(`Port ${asked} is taken: stop what uses it, or set PORT to another number.`);
    return Number(asked);
  }
  for (let candidate = 4000; candidate < 4100; candidate++) if (await isFree(candidate)) return candidate;
  return fail('The ports 4000 to 4099 are all taken: set PORT to a free one.');
}

async function waitForHealth() {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  console.error('The server did not answer within two minutes.');
  stop();
}
