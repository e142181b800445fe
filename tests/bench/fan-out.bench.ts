// Fan-out to 30 clients at fixed rates: ours (validated, sequenced, committed) against a bare Socket.IO relay, in one run.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PROTOCOL, type Frame, type Id } from '@counterpoint/shared';
import { io, type Socket } from 'socket.io-client';
import { uuidv7 } from 'uuidv7';
import { startApi } from '../support/api.ts';
import { aSeminar } from '../support/people.ts';
import { median, ms, percentile, table } from './figures.ts';
import { benchPostgres } from './postgres.ts';

const CLIENTS = 30;
const RATES = [100, 400, 2_000];
const SECONDS = 4;
const ROUNDS = 3;

/** One arm: how to send the n-th edit of a client, and how received edits are told from each other. */
interface Arm {
  readonly name: string;
  readonly sockets: readonly Socket[];
  send(client: number, n: number): string;
  onReceived: (client: number, key: string) => void;
}

const postgres = await benchPostgres();
const api = await startApi({ databaseUrl: postgres.url });
const relay = spawn(process.execPath, [fileURLToPath(new URL('relay-server.mjs', import.meta.url))], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const arms = [await relayArm(relay), await ourArm(api.url)];
  for (const arm of arms) await measure(arm, 200, 1); // warm-up
  const rows = [['rate', 'arm', 'p50', 'p99', 'delivered', 'load p99']];
  for (const rate of RATES) {
    const results = new Map<string, Measured[]>(arms.map((arm) => [arm.name, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const arm of arms) results.get(arm.name)?.push(await measure(arm, rate, SECONDS));
    }
    for (const [name, list] of results) {
      const of = (pick: (measured: Measured) => number): number => median(list.map(pick));
      rows.push([
        `${rate}/s`,
        name,
        ms(of((m) => m.p50)),
        ms(of((m) => m.p99)),
        `${(of((m) => m.delivered) * 100).toFixed(1)} %`,
        ms(of((m) => m.load)),
      ]);
    }
    const [a, b] = arms.map((arm) => median(results.get(arm.name)?.map((m) => m.p50) ?? []));
    rows.push([`${rate}/s`, 'ours - relay', ms((b ?? NaN) - (a ?? NaN)), '', '', '']);
  }
  table(rows);
  for (const socket of arms.flatMap((arm) => arm.sockets)) socket.disconnect();
} finally {
  relay.kill('SIGTERM');
  await api.stop();
  await postgres.stop();
}
process.exit(0);

interface Measured {
  p50: number;
  p99: number;
  delivered: number;
  /** p99 of the load process's own event-loop delay: a figure above some ms makes the round doubtful. */
  load: number;
}

/** Open loop: each edit has its moment; what is late is measured from that moment, not from the actual sending. */
async function measure(arm: Arm, rate: number, seconds: number): Promise<Measured> {
  const due = new Map<string, number>();
  const latencies: number[] = [];
  arm.onReceived = (_client, key) => {
    const at = due.get(key);
    if (at !== undefined) latencies.push(performance.now() - at);
  };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now() + 50;
  const count = rate * seconds;
  for (let n = 0; n < count;) {
    for (const now = performance.now(); n < count && start + (n * 1000) / rate <= now; n++) {
      due.set(arm.send(n % CLIENTS, n), start + (n * 1000) / rate);
    }
    await sleep(1);
  }
  const all = count * CLIENTS;
  for (let waited = 0; latencies.length < all && waited < 5_000; waited += 20) await sleep(20);
  delay.disable();
  return {
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    delivered: latencies.length / all,
    load: delay.percentile(99) / 1e6,
  };
}

async function relayArm(server: ChildProcess): Promise<Arm> {
  const [port] = (await once(server.stdout!, 'data')) as [Buffer];
  const sockets = Array.from({ length: CLIENTS }, () =>
    io(`http://127.0.0.1:${port.toString().trim()}`, { transports: ['websocket'], forceNew: true }),
  );
  await Promise.all(sockets.map((socket) => once(socket as never, 'connect')));
  const arm: Arm = {
    name: 'relay',
    sockets,
    send: (client, n) => {
      const id = uuidv7();
      sockets[client]!.emit('edit', { id, kind: 'reword', text: textOf(n) });
      return id;
    },
    onReceived: () => undefined,
  };
  sockets.forEach((socket, client) =>
    socket.on('edit', ({ id }: { id: string }) => arm.onReceived(client, id)),
  );
  return arm;
}

async function ourArm(base: string): Promise<Arm> {
  const { map, guests } = await aSeminar(base, CLIENTS);
  const seats: { client: Id; claim: Id; seq: number; text: string }[] = [];
  const sockets: Socket[] = [];
  for (const guest of guests) {
    const seat = { client: uuidv7(), claim: uuidv7(), seq: 0, text: textOf(-1) };
    const edit = {
      kind: 'add-claim',
      claim: seat.claim,
      text: seat.text,
      language: 'zh',
      to: { at: 'thesis', order: 'a0' },
    };
    await guest.edit(map, [edit]);
    const socket = io(base, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { ...guest.headers, origin: base },
    });
    await once(socket as never, 'connect');
    const welcome = (await socket.emitWithAck('hello', {
      protocol: PROTOCOL,
      map,
      client: seat.client,
      version: null,
      epoch: null,
    })) as { ok: boolean };
    if (!welcome.ok) throw new Error(JSON.stringify(welcome));
    seats.push(seat);
    sockets.push(socket);
  }
  const arm: Arm = {
    name: 'ours',
    sockets,
    send: (client, n) => {
      const seat = seats[client]!;
      const id = uuidv7();
      const text = textOf(n);
      const edit = { kind: 'reword', claim: seat.claim, text, was: seat.text };
      seat.text = text;
      sockets[client]!.emit(
        'push',
        { client: seat.client, edits: [{ seq: ++seat.seq, id, edit }] },
        (reply: { ok: boolean; verdicts?: object[] }) => {
          if (!reply.ok || reply.verdicts?.some((verdict) => 'refusal' in verdict))
            throw new Error(JSON.stringify(reply));
        },
      );
      return id;
    },
    onReceived: () => undefined,
  };
  sockets.forEach((socket, client) =>
    socket.on('frame', (frame: Frame) => {
      for (const change of frame.changes) arm.onReceived(client, change.id);
    }),
  );
  return arm;
}

/** 120 characters, different each time. */
function textOf(n: number): string {
  return `${n} ${'开源降低了使用门槛但没有降低算力与人才的门槛'.repeat(6)}`.slice(0, 120);
}
