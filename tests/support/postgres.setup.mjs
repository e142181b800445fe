// One PostgreSQL for the whole run. Tests make their own databases in it: see testDatabase.ts.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../scripts/embedded-postgres.mjs';
import { commandOf } from '../../scripts/processes.mjs';

const PREFIX = 'counterpoint-test-';

export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  removeWhatKilledRunsLeft();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  fs.chmodSync(folder, 0o755);
  // A test database need not survive the power going out; whoever tests that starts a cluster of their own.
  const settings = ['fsync=off', 'full_page_writes=off', 'max_connections=200'];
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), settings });
  process.env.TEST_DATABASE_URL = postgres.url;
  const end = () => postgres.child.kill('SIGINT');
  process.once('exit', end);
  Object.assign(globalThis, {
    endTestPostgres: async () => {
      process.off('exit', end);
      await postgres.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  });
}

function removeWhatKilledRunsLeft() {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (commandOf(parseInt(name.slice(PREFIX.length), 10)).includes('node')) continue;
    const folder = path.join(os.tmpdir(), name);
    try {
      const pid = parseInt(fs.readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
      if (commandOf(pid).includes(folder)) process.kill(pid, 'SIGQUIT');
    } catch {
      // its server is gone already
    }
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      // another account's, or its server is still ending: the next run gets it
    }
  }
}
