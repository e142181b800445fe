// Whatever another version of the product left in the storage of a browser: the tab goes live, and nothing is lost.
import { catchUp, type Edit, type Id } from '@counterpoint/shared';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openDB } from 'idb';
import { aMap, anId, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, until, type Seat, type Seminar } from '../../testing/aSession.ts';
import { wordsOf } from './describe.ts';
import { openOutbox } from './outbox.ts';

const seats: Seat[] = [];
const closeAll = (): void => seats.splice(0).forEach((seat) => seat.close());
afterEach(() => {
  closeAll();
  sessionStorage.clear();
});

const thesis = anId(1, 0xddd);
let made = 0;

interface Row {
  readonly words: string;
  /** Undefined when this version can read it. */
  readonly how: string | undefined;
  readonly client: unknown;
  readonly seq: number;
  readonly pending: unknown;
}

const HOW: Record<string, (pending: Pending) => Partial<Row> | { pending: unknown }> = {
  'of an unknown kind': (pending) => ({ pending: { ...pending, edit: { ...pending.edit, kind: 'vote' } } }),
  'without its claim': ({ edit, ...pending }) => ({
    pending: { ...pending, edit: { ...edit, claim: undefined } },
  }),
  'with another id': (pending) => ({ pending: { ...pending, id: 'edit 7' } }),
  'without a time': ({ id, edit }) => ({ pending: { id, edit } }),
  'under another name': ({ edit, ...pending }) => ({
    pending: { ...pending, body: { deep: [edit, null, 7n] } },
  }),
  'as text': ({ edit }) => ({ pending: edit.text }),
  'longer than a message': (pending) => ({
    pending: {
      ...pending,
      edit: {
        kind: 'batch',
        edits: Array(200).fill({ ...pending.edit, text: `${pending.edit.text} ${'m'.repeat(400)}` }),
      },
    },
  }),
  'in a circle': (pending) => ({
    pending: Object.assign(pending, { edit: { ...pending.edit, kind: 1, pending } }),
  }),
  'under a number that is none': () => ({ seq: 1.5 + ++made }),
  'under a number too high': () => ({ seq: Number.MAX_SAFE_INTEGER - ++made }),
  'of a client without an id': () => ({ client: 'tab 7' }),
};

interface Pending {
  readonly id: Id;
  readonly at: number;
  readonly edit: Extract<Edit, { kind: 'comment' }>;
}

const rows = fc
  .array(fc.option(fc.constantFrom(...Object.keys(HOW)), { nil: undefined, freq: 3 }), { maxLength: 12 })
  .map((hows) => {
    const client = anId(++made, 0xeee);
    return hows.map((how, i): Row => {
      const words = `words ${++made}`;
      const edit = { kind: 'comment', comment: anId(made, 0xfff), claim: thesis, text: words } as const;
      const pending = { id: anId(made, 0xabc), at: 0, edit };
      return { words, how, client, seq: i + 1, pending, ...(how === undefined ? {} : HOW[how]!(pending)) };
    });
  });

const MARKS = [undefined, 'many', -1, Number.NaN, Number.MAX_SAFE_INTEGER, 99];

describe('an outbox of another version', () => {
  it('[S7] [S9] lets the tab go live; what can be read is sent in order, the rest lies in the tray with its words', async () => {
    const story = fc.asyncProperty(rows, fc.constantFrom(...MARKS), async (kept, lastSeq) => {
      closeAll();
      const builder = aMap();
      builder.edit({
        kind: 'add-claim',
        claim: thesis,
        text: 'T',
        language: 'en',
        to: { at: 'thesis', order: 'a0' },
      });
      const seminar = await aSeminar(builder);
      const map = anId(++made, 0xaaa);
      const owner = { person: OWNER, map };
      await openOutbox(owner);
      const db = await openDB('counterpoint');
      for (const { client, seq, pending } of kept) await db.put('edits', { ...owner, client, seq, pending });
      if (kept[0]) await db.put('clients', { ...owner, client: kept[0].client, lastSeq });
      db.close();

      const seat = await seminar.join(OWNER, map);
      seats.push(seat);
      await written(seat, 'written after');
      const arrived = textsIn(seminar);
      const read = kept.filter(({ how }) => how === undefined).map(({ words }) => words);
      expect(arrived).toEqual([...read, 'written after']);
      seat.close();
      sessionStorage.clear();

      const again = await seminar.join(OWNER, map);
      seats.push(again);
      await written(again, 'after a reload');
      expect([inTray(again), seminar.room.current.map.comments.size]).toEqual([
        wordsIn(kept),
        read.length + 2,
      ]);
    });
    // Not made smaller: a tab that does not go live costs the whole patience of the test each time.
    await fc.assert(story, { numRuns: 30, endOnFailure: true });
  });

  it('in a database that was built anew leaves the tab without one, and live', async () => {
    const builder = aMap();
    builder.edit({
      kind: 'add-claim',
      claim: thesis,
      text: 'T',
      language: 'en',
      to: { at: 'thesis', order: 'a0' },
    });
    const seminar = await aSeminar(builder);
    indexedDB = new IDBFactory();
    const newer = await openDB('counterpoint', 1, {
      upgrade: (db) => void db.createObjectStore('everything'),
    });
    const seat = await seminar.join(OWNER);
    await written(seat, 'without a storage');
    expect(seminar.room.current.map.comments.size).toBe(1);
    seat.close();
    newer.close();
    indexedDB = new IDBFactory();
  });
});

async function written(seat: Seat, text: string): Promise<void> {
  seat.doc.getState().edit({ kind: 'comment', comment: anId(++made, 0xfff), claim: thesis, text });
  await until(() => seat.doc.getState().pending === 0);
}

/** In the order of their numbers. */
function textsIn({ room }: Seminar): string[] {
  const reply = catchUp(room, 1, OWNER);
  const changes = 'frame' in reply ? (reply.frame?.changes ?? []) : [];
  return changes.flatMap(({ patches }) =>
    patches.flatMap((patch) => (patch.table === 'comments' && 'put' in patch ? [patch.put.text] : [])),
  );
}

const marked = (text: string): string[] => [...text.matchAll(/words \d+/g)].map(([words]) => words);
const inTray = (seat: Seat): string[] => {
  const { tray } = seat.doc.getState();
  return tray.flatMap(({ edit }) => [...new Set(marked(wordsOf(edit)))]).sort();
};
const wordsIn = (kept: readonly Row[]): string[] =>
  kept
    .filter(({ how }) => how !== undefined)
    .map(({ words }) => words)
    .sort();
