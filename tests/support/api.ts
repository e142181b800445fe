// Starts the built server as a process of its own, as `npm start` does, so that a test can also kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/processes.mjs';
import { PATIENCE } from './patience.ts';

export type RunningApi = {
  url: string;
  port: number;
  process: ChildProcess;
  output(): string;
  stop(): Promise<void>;
};

/** For a test about them. */
export const REAL_LIMITS = { LIMIT_FACTOR: '1' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Without limits on how often people may ask, unless `env` sets them: a test asks as fast as its machine can. */
export async function startApi(options: {
  databaseUrl: string;
  port?: number;
  env?: Record<string, string>;
}): Promise<RunningApi> {
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const withParent = new URL('../../scripts/end-with-parent.mjs', import.meta.url).href;
  const flags = ['--enable-source-maps', '--import', withParent, path.join(root, 'apps/api/dist/main.js')];
  const child = spawn(process.execPath, flags, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      WEB_DIST: path.join(root, 'apps/web/dist'),
      DATABASE_URL: options.databaseUrl,
      PUBLIC_URL: url,
      LIMIT_FACTOR: '1000',
      ...options.env,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));

  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok) return { url, port, process: child, output: () => output, stop };
    await sleep(30);
  }
  await stop();
  throw new Error(`The server did not start:\n${output}`);
}
