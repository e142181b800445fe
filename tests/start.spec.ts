import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { commandOf, freePort } from '../scripts/processes.mjs';
import { type RunningApi, startApi } from './support/api.ts';
import { launchBrowser } from './support/browser.ts';
import { Person } from './support/people.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

let database: TestDatabase;
let api: RunningApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});

afterAll(async () => {
  await api.stop();
  await database.drop();
});

test('the database sorts and searches Chinese as the app expects', async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const answer = await client.query<{ version: number; letter: boolean }>(
    `select current_setting('server_version_num')::int as version, '论证' ~ '^[[:alpha:]]+$' as letter`,
  );
  await client.end();
  expect(answer.rows[0]?.version).toBeGreaterThanOrEqual(180_000);
  expect(answer.rows[0]?.letter).toBe(true);
});

test('a browser opens the start page without an error', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const answer = await page.goto(api.url);
    expect(answer?.status()).toBe(200);
    await expect(page.title()).resolves.toContain('Counterpoint');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
  }
});

describe('npm start', () => {
  let started: Started;
  beforeAll(async () => {
    started = await start({});
    await started.says('Counterpoint is ready');
  });
  afterAll(() => started.remove());

  test('a server that dies is started again, and the database stays', async () => {
    const postgres = started.part('postgres');
    const dead = started.part('main.js');
    process.kill(dead, 'SIGKILL');
    await started.says('The server ended by itself (SIGKILL). It is started again.');
    await started.isHealthy();
    expect(started.part('main.js')).not.toBe(dead);
    expect(started.part('postgres')).toBe(postgres);
    process.kill(started.part('main.js'), 'SIGKILL');
    await started.says('The server ended by itself (SIGKILL). It is started again in 0.5 s.');
    await started.isHealthy();
  });

  test('a database that dies is started again, with its data and for the same server', async () => {
    const person = new Person(started.url);
    const { account } = await person.signUp('Ann');
    const server = started.part('main.js');
    process.kill(started.part('postgres'), 'SIGKILL');
    await started.says('The database ended by itself. It is started again.');
    await started.isHealthy();
    expect(await person.ask('GET', '/api/accounts/me')).toMatchObject({ account });
    expect(started.part('main.js')).toBe(server);
  });

  test('SIGTERM ends the server and then the database', async () => {
    const parts = [started.part('main.js'), started.part('postgres')];
    started.process.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(parts.map(commandOf)).toEqual(['', '']);
  });

  test('a wrong configuration ends the program with its sentence', async () => {
    const wrong = await start({ PUBLIC_URL: 'nowhere' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toContain('The configuration is wrong');
    expect(wrong.output()).toContain('The server ended by itself (exit code 1).');
    wrong.remove();
  });
});

interface Started {
  readonly url: string;
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  says(words: string): Promise<void>;
  isHealthy(): Promise<void>;
  /** The process that it started with this word in its command. */
  part(word: string): number;
  remove(): void;
}

async function start(env: Record<string, string>): Promise<Started> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-start-'));
  fs.chmodSync(folder, 0o755);
  const port = await freePort();
  const program = fileURLToPath(new URL('../scripts/start.mjs', import.meta.url));
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  const isRunning = (): void => {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
  };
  return {
    url,
    process: child,
    ended: new Promise((resolve) => child.once('exit', resolve)),
    output: () => output,
    async says(words) {
      while (!output.includes(words)) {
        isRunning();
        await sleep(50);
      }
    },
    async isHealthy() {
      while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) {
        isRunning();
        await sleep(50);
      }
    },
    part(word) {
      const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
      const mine = all
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .find(([, parent, ...command]) => Number(parent) === child.pid && command.join(' ').includes(word));
      if (!mine) throw new Error(`there is no ${word} among\n${all}`);
      return Number(mine[0]);
    },
    remove() {
      child.kill('SIGTERM');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
