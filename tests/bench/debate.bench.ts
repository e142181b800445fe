// [S-33] 200 people in one debate, 20 edits a second, half of them drafts of two sides: how long until the others see an edit,
// and what privacy costs against the same load in the open, by turns in one run.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Id, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { startApi } from '../support/api.ts';
import { aSeminar, type Person } from '../support/people.ts';
import { barred, load, median, ms, percentile, ratio, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';
import { push, seatOf, type Seat as Sat } from './seats.ts';

const PEOPLE = 200;
const RATE = 20;
const SECONDS = 10;
const ROUNDS = 3;
/** Half of what they write. */
const KEPT = 2;

interface Seat extends Sat {
  readonly side: number;
}

/** A map with everybody in it; in the `open` one there are no sides, and all is for all. */
interface Arm {
  readonly name: string;
  readonly thesis: Id;
  readonly seats: readonly Seat[];
  readonly keeps: boolean;
  onReceived: (seat: Seat, edit: Id) => void;
}

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
try {
  const arms = [await anArm('in the open', false), await anArm('two sides of drafts', true)] as const;
  for (const arm of arms) await measure(arm, 2);
  const results = arms.map(() => [] as Measured[]);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, arm] of arms.entries()) results[i]?.push(await measure(arm, SECONDS));
  const [open, kept] = results.map((list) => middle(list)) as [Measured, Measured];
  table([
    ['', 'p50', 'p95', 'all arrived', 'server CPU', 'load p99'],
    ...[open, kept].map((m, i) => [
      arms[i]?.name ?? '',
      ms(m.p50),
      ms(m.p95),
      `${(m.delivered * 100).toFixed(1)} %`,
      `${(m.cpu * 100).toFixed(0)} % of a core`,
      ms(m.own),
    ]),
    [
      'privacy costs',
      ratio(kept.p50, open.p50),
      ratio(kept.p95, open.p95),
      '',
      ratio(kept.cpu, open.cpu),
      '',
    ],
    [],
    ['bars', ...barred('median', kept.p50, 300)],
    ['', ...barred('p95', kept.p95, 1_000)],
    [load()],
  ]);
  if (kept.delivered < 1 || open.delivered < 1) process.exitCode = 1;
  for (const { socket } of arms.flatMap(({ seats }) => seats)) socket.disconnect();
} finally {
  await api.stop();
  await postgres.stop();
}
process.exit();

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly delivered: number;
  /** Of the server's process, in cores. */
  readonly cpu: number;
  /** p99 of this process's own event-loop delay: a figure above some ms makes the round doubtful. */
  readonly own: number;
}

function middle(list: readonly Measured[]): Measured {
  const of = (pick: (one: Measured) => number) => median(list.map(pick));
  return { p50: of((m) => m.p50), p95: of((m) => m.p95), delivered: Math.min(...list.map((m) => m.delivered)), cpu: of((m) => m.cpu), own: of((m) => m.own) }; // prettier-ignore
}

/** Open loop: each edit has its moment; what is late is measured from that moment, until everyone who may see it does. */
async function measure(arm: Arm, seconds: number): Promise<Measured> {
  const due = new Map<Id, { at: number; side: number | null; by: Seat }>();
  const latencies: number[] = [];
  let all = 0;
  arm.onReceived = (seat, id) => {
    const edit = due.get(id);
    if (!edit || edit.by === seat) return;
    if (edit.side !== null && edit.side !== seat.side) throw new Error('a draft reached the other side');
    latencies.push(performance.now() - edit.at);
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = cpuOf(api.process.pid ?? 0);
  const start = performance.now() + 50;
  const count = RATE * seconds;
  for (let n = 0; n < count; n++) {
    const at = start + (n * 1000) / RATE;
    await sleep(Math.max(0, at - performance.now()));
    const by = arm.seats[(n * 7) % PEOPLE]!;
    const side = arm.keeps && n % KEPT === 0 ? by.side : null;
    all += arm.seats.filter((seat) => seat !== by && (side === null || seat.side === side)).length;
    const id = uuidv7();
    due.set(id, { at, side, by });
    send(arm, by, id, n, side !== null);
  }
  for (let waited = 0; latencies.length < all && waited < 10_000; waited += 20) await sleep(20);
  const spent = (performance.now() - start) / 1000;
  delay.disable();
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    delivered: latencies.length / all,
    cpu: (cpuOf(api.process.pid ?? 0) - before) / spent,
    own: delay.percentile(99) / 1e6,
  };
}

function send({ thesis }: Arm, seat: Seat, id: Id, n: number, isKept: boolean): void {
  const to = { at: 'argument', argument: uuidv7(), direction: n % 3 === 0 ? 'rebut' : 'support', target: { kind: 'claim', id: thesis }, order: 'a0' }; // prettier-ignore
  const text = `${n} ${'水落下去以后桥墩露出来的那一段最先开裂'.repeat(3)}`;
  const claim = { kind: 'add-claim', claim: uuidv7(), text, language: 'zh', to };
  const edit = isKept ? { kind: 'propose', proposal: uuidv7(), to: 'side', edit: claim } : claim;
  void push(seat, [{ id, edit }]);
}

async function anArm(name: string, keeps: boolean): Promise<Arm> {
  const { map, owner, guests } = await aSeminar(api.url, PEOPLE);
  const thesis = uuidv7();
  await owner.edit(map, [{ kind: 'add-claim', claim: thesis, text: '老桥应当留下', language: 'zh', to: { at: 'thesis', order: 'a0' } }]); // prettier-ignore
  const sides = keeps ? await beginDebate(owner, map) : [];
  const seats: Seat[] = [];
  for (const [i, guest] of guests.entries()) {
    const seat = { ...(await seatOf(api.url, guest, map)), side: i % 2 };
    if (keeps) await guest.edit(map, [{ kind: 'set-side', participant: seat.participant, side: sides[seat.side] }]); // prettier-ignore
    seats.push(seat);
  }
  const arm: Arm = { name, thesis, seats, keeps, onReceived: () => undefined };
  for (const seat of seats)
    seat.socket.on('frame', (frame: Frame) => {
      for (const change of frame.changes) arm.onReceived(seat, change.id);
    });
  const joined = (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).map.participants.length;
  if (joined !== PEOPLE + 1) throw new Error(`${joined} people are there`);
  return arm;
}

/** The two sides. */
async function beginDebate(owner: Person, map: Id): Promise<Id[]> {
  const [debate, forIt, against, phase] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const may = ['claim', 'quote', 'annotate', 'comment', 'prepare', 'publish', 'speak'];
  const plan = {
    name: '辩论',
    sides: [
      { id: forIt, name: '正方', sign: 'square' },
      { id: against, name: '反方', sign: 'triangle' },
    ],
    phases: [{ id: phase, name: '立论', side: null, seconds: 3_600, may, bells: [] }],
    ...{ queue: 'raised', pace: 'hand', injury: null, choose: true },
  };
  const run = { kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } };
  await owner.edit(map, [{ kind: 'begin-debate', debate, plan }, run]);
  return [forIt, against];
}

/** Seconds of processor time that a process has had; hundredths are what Linux counts in. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
