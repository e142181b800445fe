// [S-18] 200 people vote at once while 20 edits a second go on: how long until an edit is seen by all others, with the votes and
// without them by turns in one run, and how long until the last screen knows that all have voted.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { startApi } from '../support/api.ts';
import { aSeminar } from '../support/people.ts';
import { barred, load, median, ms, percentile, ratio, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';
import { push, seatOf, type Seat } from './seats.ts';

const PEOPLE = 200;
const RATE = 20;
const SECONDS = 8;
const ROUNDS = 3;

interface Measured {
  readonly p50: number;
  readonly p95: number;
  /** From the moment of the votes until one is acknowledged, and until the last screen has the last one; 0 without votes. */
  readonly voted50: number;
  readonly voted95: number;
  readonly all: number;
}

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
try {
  const { map, owner, guests } = await aSeminar(api.url, PEOPLE);
  const thesis = uuidv7();
  await owner.edit(map, [
    {
      kind: 'add-claim',
      claim: thesis,
      text: '老桥应当留下',
      language: 'zh',
      to: { at: 'thesis', order: 'a0' },
    },
    { kind: 'change-settings', set: { votes: 'hidden' } },
  ]);
  const seats: Seat[] = [];
  for (const guest of guests) seats.push(await seatOf(api.url, guest, map));
  await measure(seats, thesis, true, 2);
  const rounds: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++)
    for (const i of [0, 1] as const) rounds[i].push(await measure(seats, thesis, i === 1, SECONDS));
  const [without, with_] = rounds.map(middle) as [Measured, Measured];
  table([
    ['', 'p50', 'p95'],
    ['edits alone', ms(without.p50), ms(without.p95)],
    ['edits, while 200 vote', ms(with_.p50), ms(with_.p95)],
    ['votes cost', ratio(with_.p50, without.p50), ratio(with_.p95, without.p95)],
    ['a vote until acknowledged', ms(with_.voted50), ms(with_.voted95)],
    ['all votes on the last screen', ms(with_.all), ''],
    [],
    ['bars', ...barred('median', with_.voted50, 300)],
    ['', ...barred('p95', with_.voted95, 1_000)],
    [load()],
  ]);
  for (const { socket } of seats) socket.disconnect();
} finally {
  await api.stop();
  await postgres.stop();
}
process.exit();

function middle(list: readonly Measured[]): Measured {
  const of = (pick: (one: Measured) => number) => median(list.map(pick));
  return { p50: of((m) => m.p50), p95: of((m) => m.p95), voted50: of((m) => m.voted50), voted95: of((m) => m.voted95), all: of((m) => m.all) }; // prettier-ignore
}

/** Open loop: each edit has its moment. A third of the way through, everybody votes in the same tick, on a claim of its own. */
async function measure(
  seats: readonly Seat[],
  thesis: Id,
  votes: boolean,
  seconds: number,
): Promise<Measured> {
  const claim = uuidv7();
  const reply = (id: Id, text: string) => ({ kind: 'add-claim', claim: id, text, language: 'zh', to: { at: 'argument', argument: uuidv7(), direction: 'support', target: { kind: 'claim', id: thesis }, order: 'a0' } }); // prettier-ignore
  await push(seats[0]!, [{ id: uuidv7(), edit: reply(claim, '它还很结实') }]);
  const due = new Map<Id, { at: number; by: Seat }>();
  const seen: number[] = [];
  const known = new Map<Seat, number>();
  let votedAt = 0;
  for (const seat of seats) {
    seat.socket.removeAllListeners('frame');
    seat.socket.on('frame', (frame: Frame) => {
      for (const { id, patches } of frame.changes) {
        const edit = due.get(id);
        if (edit && edit.by !== seat) seen.push(performance.now() - edit.at);
        for (const patch of patches)
          if (patch.table === 'ballots' && 'put' in patch && patch.put.on === claim) {
            if (patch.put.voted === PEOPLE) known.set(seat, performance.now() - votedAt);
          }
      }
    });
  }
  const acknowledged: number[] = [];
  const start = performance.now() + 50;
  for (let n = 0; n < RATE * seconds; n++) {
    const at = start + (n * 1000) / RATE;
    await sleep(Math.max(0, at - performance.now()));
    const by = seats[(n * 7) % PEOPLE]!;
    const id = uuidv7();
    due.set(id, { at, by });
    void push(by, [
      { id, edit: reply(uuidv7(), `${n} ${'水落下去以后桥墩露出来的那一段最先开裂'.repeat(3)}`) },
    ]);
    if (votes && n === Math.floor((RATE * seconds) / 3)) {
      votedAt = performance.now();
      for (const [i, seat] of seats.entries())
        void push(seat, [{ id: uuidv7(), edit: { kind: 'vote', vote: uuidv7(), on: claim, ballot: uuidv7(), judged: null, value: i % 5 } }]) // prettier-ignore
          .then(() => acknowledged.push(performance.now() - votedAt));
    }
  }
  const all = RATE * seconds * (PEOPLE - 1);
  const isDone = () => seen.length === all && (!votes || known.size === PEOPLE);
  for (let waited = 0; !isDone() && waited < 20_000; waited += 20) await sleep(20);
  if (!isDone()) throw new Error(`${seen.length} of ${all} arrived, ${known.size} screens know all votes`);
  return {
    p50: percentile(seen, 0.5),
    p95: percentile(seen, 0.95),
    voted50: votes ? percentile(acknowledged, 0.5) : 0,
    voted95: votes ? percentile(acknowledged, 0.95) : 0,
    all: votes ? Math.max(...known.values()) : 0,
  };
}
