// 500 people vote for a minute in a map of 10,000 claims, each every three seconds on a claim of their choice: what is refused,
// how long an answer takes, and what the server holds afterwards.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportAnswer, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { jsonOf } from '../../packages/shared/src/formats/json.ts';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { startApi } from '../support/api.ts';
import { Person } from '../support/people.ts';
import { load, ms, percentile, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';
import { push, seatOf, type Seat } from './seats.ts';

const PEOPLE = 500;
const CLAIMS = 10_000;
const SECONDS = 60;
const EVERY = 3;

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
try {
  const owner = new Person(api.url);
  await owner.signUp('Olga');
  const answer = await owner.send('POST', '/api/maps/import', jsonOf(manyClaims(CLAIMS)), {
    'content-type': 'application/octet-stream',
  });
  const map = ((await answer.json()) as ImportAnswer).map!.id;
  await owner.edit(map, [{ kind: 'change-settings', set: { votes: 'hidden' } }]);
  const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const claims = content.claims.flatMap(({ id, removed }) => (removed ? [] : [id]));
  const { token } = await owner.invite(map);
  const seats: Seat[] = [];
  for (let i = 0; i < PEOPLE; i++) {
    const guest = new Person(api.url);
    await guest.join(token, `学员 ${i + 1}`);
    seats.push(await seatOf(api.url, guest, map));
  }
  const before = heldBy(api.process.pid ?? 0);
  const waited: number[] = [];
  const refused: string[] = [];
  const total = (PEOPLE * SECONDS) / EVERY;
  const start = performance.now() + 50;
  const asked: Promise<void>[] = [];
  for (let n = 0; n < total; n++) {
    const at = start + (n * EVERY * 1000) / PEOPLE;
    await sleep(Math.max(0, at - performance.now()));
    const on = claims[(n * 7919) % claims.length] ?? '';
    const edit = { kind: 'vote', vote: uuidv7(), on, ballot: uuidv7(), judged: null, value: n % 5 };
    const answer = push(seats[n % PEOPLE]!, [{ id: uuidv7(), edit }]);
    asked.push(answer.then(() => void waited.push(performance.now() - at), (error: unknown) => void refused.push(String(error)))); // prettier-ignore
  }
  await Promise.all(asked);
  const { map: after } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const counted = after.ballots.reduce((all, { voted }) => all + voted, 0);
  table([
    ['votes', 'refused', 'p50', 'p95', 'counted', 'ballots', 'memory before', 'after'],
    [
      `${total}`,
      `${refused.length}`,
      ms(percentile(waited, 0.5)),
      ms(percentile(waited, 0.95)),
      `${counted}`,
      `${after.ballots.length}`,
      `${before} MB`,
      `${heldBy(api.process.pid ?? 0)} MB`,
    ],
    [load()],
  ]);
  for (const one of new Set(refused.map((text) => text.slice(0, 160)))) console.log(one);
  if (counted !== waited.length) process.exitCode = 1;
  for (const { socket } of seats) socket.disconnect();
} finally {
  await api.stop();
  await postgres.stop();
}
process.exit();

/** Resident memory of a process, in MB. */
function heldBy(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return Math.round((pages * 4096) / 1e6);
}
