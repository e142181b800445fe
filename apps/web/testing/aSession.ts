// A map session of the product, joined to a real room in memory: what the network would carry is handed over as JSON.
import {
  catchUp,
  audiences,
  contentOf,
  MapRoom,
  snapshot,
  welcome,
  type Edit,
  type Frame,
  type Id,
  type PushReply,
  type Refused,
} from '@counterpoint/shared';
import 'fake-indexeddb/auto';
import { PATIENCE } from './patience.ts';
import './webLocks.ts';
import { MemoryLog, overWire } from '../../../packages/shared/src/sync/simulator/MemoryLog.ts';
import type { MapBuilder } from '../../../packages/shared/testing/aMap.ts';
import { anId } from '../../../packages/shared/testing/aMap.ts';
import type { Connect, MapSession } from '../src/open/mapSession.ts';
import { openSession } from '../src/open/mapSession.ts';

export const MAP = anId(1, 0xaaa);

export interface Seminar {
  /** Opens the map as a participant; `cut` and `mend` are its network. */
  readonly join: (as: Id, map?: Id) => Promise<Seat>;
  /** Someone elsewhere asks for an edit. */
  readonly others: (edit: Edit, by: Id) => Promise<PushReply | Refused>;
  readonly room: MapRoom;
}

export interface Seat extends MapSession {
  readonly cut: () => void;
  readonly mend: () => void;
}

export async function aSeminar(builder: MapBuilder): Promise<Seminar> {
  const listeners = new Set<(frame: Frame) => void>();
  const log = new MemoryLog(MAP, contentOf(builder.map));
  const room = await MapRoom.open(MAP, log, {
    now: () => Date.now(),
    onFrame: (frame) => listeners.forEach((listen) => listen(frame)),
    onBug: (error) => {
      throw error;
    },
    pause: () => Promise.resolve(),
  });
  if (!room) throw new Error('the room did not open');
  let made = 0;
  return {
    room,
    others: (edit, by) => room.push(anId(++made, 0xbbb), by, [{ seq: 1, id: anId(made, 0xccc), edit }]),
    join: async (as, map = MAP) => {
      const line = aLine(room, listeners, as);
      const session = await openSession({ person: as, map }, line.connect, async () => true);
      await until(() => session.doc.getState().status === 'live');
      return { ...session, cut: line.cut, mend: line.mend };
    },
  };
}

function aLine(room: MapRoom, listeners: Set<(frame: Frame) => void>, as: Id) {
  let host: Parameters<Connect>[0];
  let up = true;
  const asked = async <T>(answer: () => T | Promise<T>): Promise<T> => {
    await Promise.resolve();
    if (!up) throw new Error('no answer');
    return overWire(await answer());
  };
  const hear = (frame: Frame): void => {
    if (!up) return;
    for (const told of audiences(room, frame, [{ participant: as }]).groups) host.frame(overWire(told.frame));
  };
  const connect: Connect = (given) => {
    host = given;
    return {
      open: () => host.connected(),
      close: () => listeners.delete(hear),
      show: () => undefined,
      reset: () => undefined,
      hello: (hello) =>
        asked(() => {
          listeners.add(hear);
          return welcome(room, hello, { participant: as, tab: 1 });
        }),
      push: ({ client, edits }) => asked(() => room.push(client, as, overWire(edits))),
      catchUp: (since) => asked(() => catchUp(room, since, as)),
      snapshot: () =>
        asked(() => {
          const answer = snapshot(room, as);
          if ('refusal' in answer) throw new Error(answer.refusal.message);
          return answer;
        }),
    };
  };
  const cut = (): void => {
    up = false;
    host.lost();
  };
  const mend = (): void => {
    up = true;
    host.connected();
  };
  return { connect, cut, mend };
}

/** Waits for what other turns of the loop bring about. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 5) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it did not come about');
}
