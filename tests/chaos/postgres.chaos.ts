// `npm run chaos`: Postgres goes away in every way there is, while people write to two servers. The clock counts here.
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from '../support/api.ts';
import { Bot } from '../support/bot.ts';
import { Cluster } from '../support/cluster.ts';
import { Load } from '../support/load.ts';
import { aSeminar, type Person } from '../support/people.ts';

const AWAY_S = [1, 5, 30];
const TIMES = 50;
/** What is asked for: ms until health is answered, ms until all is well after Postgres is, MB more, connections. */
const HEALTH_MS = 500;
const WELL_MS = 3_000;
const MORE_MB = 150;
const MOST_CONNECTIONS = 2 * (20 + 1);
const PATIENCE = 120_000;

const cluster = await Cluster.start();
const first = await startApi({ databaseUrl: cluster.url, env: { LOG_LEVEL: 'fatal' } });
const servers = [first, await startApi({ databaseUrl: cluster.url, env: { LOG_LEVEL: 'fatal' } })];
let failed = 0;
try {
  await round('warm-up', () => sleep(5_000)); // the memory that a server under load has
  const memory = servers.map(megabytes);
  for (const seconds of AWAY_S) {
    await round(`stopped for ${seconds} s`, () => away(seconds, () => cluster.stop()), memory);
    await round(`killed for ${seconds} s`, () => away(seconds, () => cluster.kill()), memory);
    await round(`frozen for ${seconds} s`, () => frozen(seconds), memory);
  }
  await round(`connections ended ${TIMES} times`, endConnections, memory);
  await round(`restarted ${TIMES} times`, restart, memory);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await cluster.remove();
}
process.exit(failed === 0 ? 0 : 1);

async function away(seconds: number, end: () => Promise<void>): Promise<void> {
  await end();
  await sleep(seconds * 1_000);
  await cluster.startAgain();
}

async function frozen(seconds: number): Promise<void> {
  cluster.freeze();
  await sleep(seconds * 1_000);
  cluster.thaw();
}

async function endConnections(): Promise<void> {
  for (let i = 0; i < TIMES; i++) {
    await cluster.endConnections();
    await sleep(100 + 5 * i);
  }
}

async function restart(): Promise<void> {
  for (let i = 0; i < TIMES; i++) {
    await cluster.stop();
    await cluster.startAgain();
    await sleep(50 + 10 * i);
  }
}

/** Four people write while `trouble` goes on; what is wrong afterwards is printed and counted. */
async function round(name: string, trouble: () => Promise<void>, memory?: readonly number[]): Promise<void> {
  const { map, owner, guests } = await aSeminar(first.url, 4);
  const bots = guests.map((guest, i) => new Bot(servers[i % 2]?.url ?? '', guest, map));
  await Promise.all(bots.map((bot) => bot.live(PATIENCE)));
  const load = new Load(bots);
  load.start(100);
  const watch = watchHealth();
  await sleep(500);
  await trouble();
  const back = performance.now();
  await Promise.all(servers.map((server) => isWell(server, owner, map)));
  const well = performance.now() - back;
  const told = load.told;
  await Promise.all(bots.map((bot) => bot.until(() => load.told > told, PATIENCE)));
  const heard = performance.now() - back;
  const connections = await cluster.connections();
  const faults = await load.faults(owner, map, PATIENCE);
  const health = await watch.end();
  bots.forEach((bot) => bot.close());
  const more = memory ? Math.max(...servers.map((server, i) => megabytes(server) - (memory[i] ?? 0))) : 0;
  if (servers.some((server) => server.process.exitCode ?? server.process.signalCode))
    faults.push('a server ended');
  if (memory && health.more > HEALTH_MS) faults.push('health was answered late');
  if (well > WELL_MS) faults.push('it took long until all was well');
  if (more > MORE_MB) faults.push('memory grew');
  if (connections > MOST_CONNECTIONS) faults.push('connections piled up');
  failed += faults.length;
  const figures = [
    `health ${ms(health.health)} (a page ${ms(health.page)}, ${ms(health.more)} more)`,
    `well after ${ms(well)}`,
    `people hear after ${ms(heard)}`,
    `${more > 0 ? '+' : ''}${more.toFixed(0)} MB`,
    `${connections} connections`,
    `${load.told} edits`,
  ];
  console.log(`${name.padEnd(30)} ${figures.join(', ')}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`);
}

/** An edit is accepted, and the server says so itself. */
async function isWell(server: RunningApi, owner: Person, map: string): Promise<void> {
  const to = { at: 'thesis', order: 'a0' };
  const edit = { kind: 'add-claim', claim: uuidv7(), text: '还在吗', language: 'zh', to };
  const body = { edits: [{ id: uuidv7(), edit }] };
  const person = owner.on(server.url);
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline) {
    const health = await fetch(`${server.url}/healthz`).catch(() => undefined);
    const answer = health?.ok && (await person.send('POST', `/api/maps/${map}/edits`, body));
    if (answer && answer.ok) return;
    await sleep(20);
  }
  throw new Error(`${server.url} did not get well:\n${server.output()}`);
}

/**
 * The longest that any server let someone wait for its health, in ms; for a page that needs no database, asked for at the
 * same moments; and the most that health took longer than that: the rest is the machine.
 */
interface Waits {
  health: number;
  page: number;
  more: number;
}

function watchHealth(): { end(): Promise<Waits> } {
  const longest = { health: 0, page: 0, more: 0 };
  let isOver = false;
  const waitFor = async (address: string): Promise<number> => {
    const asked = performance.now();
    await fetch(address, { method: 'GET' }).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    );
    return performance.now() - asked;
  };
  const watches = servers.map(async ({ url }) => {
    while (!isOver) {
      const [health, page] = await Promise.all([waitFor(`${url}/healthz`), waitFor(`${url}/`)]);
      longest.health = Math.max(longest.health, health);
      longest.page = Math.max(longest.page, page);
      longest.more = Math.max(longest.more, health - page);
      await sleep(100);
    }
  });
  return {
    end: async () => {
      isOver = true;
      await Promise.all(watches);
      return longest;
    },
  };
}

function megabytes({ process: { pid } }: RunningApi): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}
