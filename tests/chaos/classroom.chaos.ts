// Forty people behind one address join by code and write for a minute at classroom speed; then once more, while one of
// them floods the server with all there is. The other 39 must not notice.
import type { Id } from '@counterpoint/shared';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { ms, percentile, ratio, table } from '../bench/figures.ts';
import { benchPostgres } from '../bench/postgres.ts';
import { REAL_LIMITS, startApi } from '../support/api.ts';
import { Bot } from '../support/bot.ts';
import { megabytes } from '../support/flood.ts';
import { aSeminar, Person } from '../support/people.ts';

const PEOPLE = 39;
const MINUTE = 60_000;
/** Garbage is collected late under a flood: what is alive stays at 80 MB. More than this would be something kept. */
const MORE_MB = 250;
/** A sentence from each person every so many ms, and a look every half second. */
const SENTENCE = 8_000;
const LOOK = 500;
/** What nobody notices, whatever it was in the quiet minute: in ms until the writer knows that a sentence is kept. */
const NOTICED = 250;

interface Minute {
  readonly waits: readonly number[];
  readonly joins: readonly number[];
  readonly faults: readonly string[];
}

const database = await benchPostgres();
const api = await startApi({ databaseUrl: database.url, env: { ...REAL_LIMITS, LOG_LEVEL: 'fatal' } });
const faults: string[] = [];
try {
  await minute(false); // warm-up
  const before = megabytes(api);
  const quiet = await minute(false);
  const flooded = await minute(true);
  const row = (name: string, { waits, joins }: Minute) => [
    name,
    ...[0.5, 0.95, 1].map((p) => ms(percentile(waits, p))),
    ...[0.5, 1].map((p) => ms(percentile(joins, p))),
    `${waits.length} sentences`,
  ];
  table([
    ['minute', 'kept p50', 'p95', 'most', 'join p50', 'most', ''],
    row('quiet', quiet),
    row('flooded', flooded),
    [
      '',
      ...[0.5, 0.95, 1].map((p) => ratio(percentile(flooded.waits, p), percentile(quiet.waits, p))),
      '',
      '',
      '',
    ],
  ]);
  faults.push(...quiet.faults, ...flooded.faults);
  if (percentile(flooded.waits, 0.95) > Math.max(NOTICED, 2 * percentile(quiet.waits, 0.95)))
    faults.push('the class notices');
  const more = megabytes(api) - before;
  console.log(`memory +${more.toFixed(0)} MB`);
  if (more > MORE_MB) faults.push('memory grew');
  for (const fault of faults) console.log(`fault: ${fault}`);
} finally {
  await api.stop();
  await database.stop();
}
process.exit(faults.length === 0 ? 0 : 1);

async function minute(isFlooded: boolean): Promise<Minute> {
  const { map, owner } = await aSeminar(api.url, 0);
  const { code } = await owner.invite(map);
  const flooder = new Person(api.url);
  await flooder.join(code, 'Ines');
  const noise = isFlooded ? startFlood(flooder, map) : undefined;
  await sleep(2_000);
  const joins: number[] = [];
  const faults: string[] = [];
  const bots = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, i) => {
      await sleep(i * 50);
      const person = new Person(api.url);
      const begun = performance.now();
      await person.join(code, `学员 ${i + 1}`);
      joins.push(performance.now() - begun);
      const bot = new Bot(api.url, person, map);
      await bot.live();
      return bot;
    }),
  );
  const waits: number[] = [];
  await Promise.all(bots.map((bot, i) => write(bot, i, waits)));
  await noise?.();
  for (const bot of bots) {
    faults.push(...bot.tray.map(({ refusal }) => `a sentence was refused: ${refusal.code}`));
    bot.close();
  }
  if (api.process.exitCode !== null) faults.push('the server ended');
  return { waits, joins, faults };
}

async function write(bot: Bot, i: number, waits: number[]): Promise<void> {
  const looks = setInterval(
    () =>
      bot.socket.emit('presence', {
        cursor: { x: Math.random() * 900, y: i },
        selected: null,
        editing: null,
      }),
    LOOK,
  );
  const end = performance.now() + MINUTE;
  await sleep((i / PEOPLE) * SENTENCE);
  for (let n = 0; performance.now() < end; n++) {
    const next = performance.now() + SENTENCE;
    const to = { at: 'thesis', order: 'a0' } as const;
    const begun = performance.now();
    bot.client.edit({
      kind: 'add-claim',
      claim: uuidv7(),
      text: `第 ${n} 句话，出自 ${i}`,
      language: 'zh',
      to,
    });
    await bot.settled();
    waits.push(performance.now() - begun);
    await sleep(Math.max(0, next - performance.now()));
  }
  clearInterval(looks);
}

/** In a process of its own, as in life: what it costs the flooder is nothing to the class. */
function startFlood(flooder: Person, map: Id): () => Promise<void> {
  const program = fileURLToPath(new URL('../support/flooder.ts', import.meta.url));
  const flags = [
    '--conditions=source',
    '--import',
    'tsx',
    program,
    api.url,
    map,
    flooder.headers['cookie'] ?? '',
  ];
  const child = spawn(process.execPath, flags, { stdio: 'inherit' });
  process.once('exit', () => child.kill('SIGKILL'));
  return async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
}
