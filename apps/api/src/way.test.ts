// ARCHITECTURE.md tells the way of one edit through the server. Here one goes it, and every function that runs is noted.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PROTOCOL } from '@counterpoint/shared';
import { Session } from 'node:inspector/promises';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { aSeminar } from '../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../testing/testApp.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Longer than the longest time between two of the things that a server without visitors does by itself. */
const IDLE_MS = 2_500;

let app: TestApp;
const session = new Session();
beforeAll(async () => {
  app = await startTestApp();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
});
afterAll(async () => {
  session.disconnect();
  await app.stop();
});

/** The functions of ours on the server that ran since this was last asked, each with its file. */
async function ran(): Promise<Map<string, string>> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const functions = new Map<string, string>();
  for (const { url, functions: all } of result) {
    const file = relative(ROOT, url.replace(/^file:\/\//, ''));
    if (!/^(apps\/api|packages\/shared)\/src\/(?!.*\.test\.)/.test(file)) continue;
    for (const { functionName, ranges } of all)
      if (ranges[0] && ranges[0].count > 0)
        functions.set(`${file}:${functionName}:${ranges[0].startOffset}`, file);
  }
  return functions;
}

/** What runs although nobody asks, known when nothing new of it has run for a while. */
async function idleFunctions(): Promise<Map<string, string>> {
  await ran();
  const idle = new Map<string, string>();
  for (let known = -1; known < idle.size;) {
    known = idle.size;
    await sleep(IDLE_MS);
    for (const [name, file] of await ran()) idle.set(name, file);
  }
  return idle;
}

/** A person's socket and nothing more: no client of ours runs beside the server. */
async function aSocket(headers: Record<string, string>): Promise<Socket> {
  const socket = io(app.url, { transports: ['websocket'], extraHeaders: { ...headers, origin: app.url } });
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  return socket;
}

const section = (title: string): string =>
  readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

it('[S2] goes through the files that ARCHITECTURE.md names, and through no others', async () => {
  const { map, owner } = await aSeminar(app.url, 0);
  const socket = await aSocket(owner.headers);
  try {
    const client = uuidv7();
    await socket.emitWithAck('hello', { protocol: PROTOCOL, map, client, version: null, epoch: null });
    const idle = await idleFunctions();
    const told = new Promise((resolve) => socket.once('frame', resolve));
    const edit = { kind: 'add-claim', claim: uuidv7(), text: '一', language: 'zh', to: { at: 'thesis', order: 'a0' } }; // prettier-ignore
    const reply: unknown = await socket.emitWithAck('push', {
      client,
      edits: [{ seq: 1, id: uuidv7(), edit }],
    });
    expect(reply).toMatchObject({ ok: true, verdicts: [{ version: 2 }] });
    await told;
    const way = [...(await ran())].filter(([name]) => !idle.has(name)).map(([, file]) => file);
    const named = [...section('The way of one edit through the server').matchAll(/`([\w/.-]+\.ts)`/g)].map(
      ([, file]) => file,
    );
    expect([...new Set(way)].sort()).toEqual([...new Set(named)].sort());
  } finally {
    socket.disconnect();
  }
});
