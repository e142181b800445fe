// Where unsent and refused edits outlive the page: IndexedDB, by person, map and client. Written before anything is sent.
import type { Id, Outbox, Pending, TrayEntry } from '@counterpoint/shared';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { readEntry, readPending, readSeq } from './kept.ts';
import { newId } from './newId.ts';

interface Kept {
  readonly person: string;
  readonly map: Id;
  readonly client: Id;
}

/** Another version of the product may have written them: what is unknown here goes through kept.ts. */
interface Rows extends DBSchema {
  edits: { key: [string, Id, Id, number]; value: Kept & { readonly seq: number; readonly pending: unknown } };
  /** The highest number a client has used: edits after the kept ones may have reached the server already. */
  clients: { key: [string, Id, Id]; value: Kept & { readonly lastSeq: number } };
  tray: {
    key: [string, Id, Id];
    value: Omit<Kept, 'client'> & { readonly id: Id; readonly entry: unknown };
  };
}

export interface Owner {
  readonly person: string;
  readonly map: Id;
}

/** What a closed page left behind for a client. */
export interface Left {
  readonly pending: readonly Pending[];
  readonly lastSeq: number;
}

export interface TabOutbox extends Outbox {
  /** Clients with edits that the server has not confirmed, of this tab or of closed ones. */
  clients(): Promise<readonly Id[]>;
  /** Each edit is read by itself; one that this version cannot read goes to the tray. */
  left(client: Id): Promise<Left>;
  tray(): Promise<readonly TrayEntry[]>;
}

const DATABASE = 'counterpoint';

export async function openOutbox({ person, map }: Owner): Promise<TabOutbox> {
  const db = await openDB<Rows>(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('edits', { keyPath: ['person', 'map', 'client', 'seq'] });
      fresh.createObjectStore('clients', { keyPath: ['person', 'map', 'client'] });
      fresh.createObjectStore('tray', { keyPath: ['person', 'map', 'id'] });
    },
  });
  let present: Id | undefined;
  return {
    async put(client, pending) {
      present = client;
      const kept = { person, map, client };
      const tx = db.transaction(['edits', 'clients'], 'readwrite');
      await tx.objectStore('edits').put({ ...kept, seq: pending.seq, pending });
      await tx.objectStore('clients').put({ ...kept, lastSeq: pending.seq });
      await tx.done;
    },
    settle: (client, seqs) => settle(db, { person, map, client }, seqs),
    async refuse(entry) {
      await db.put('tray', { person, map, id: entry.id, entry });
      if (present !== undefined) await settle(db, { person, map, client: present }, [entry.seq]);
    },
    async clients() {
      const keys = await db.getAllKeys('edits', under(person, map));
      return [...new Set(keys.map(([, , client]) => client))];
    },
    left(client) {
      present = client;
      return left(db, { person, map, client });
    },
    async tray() {
      return (await db.getAll('tray', under(person, map))).map(({ id, entry }) => readEntry(id, entry));
    },
    async forget(entry) {
      await db.delete('tray', [person, map, entry.id]);
    },
  };
}

/** For a browser that lets nothing be stored: editing goes on, without safety over a reload. */
export const noOutbox: TabOutbox = {
  put: async () => undefined,
  settle: async () => undefined,
  refuse: async () => undefined,
  clients: async () => [],
  left: async () => ({ pending: [], lastSeq: 0 }),
  tray: async () => [],
  forget: async () => undefined,
};

async function left(db: IDBPDatabase<Rows>, { person, map, client }: Kept): Promise<Left> {
  const tx = db.transaction(['edits', 'clients', 'tray'], 'readwrite');
  const [edits, clients, tray] = [tx.objectStore('edits'), tx.objectStore('clients'), tx.objectStore('tray')];
  const pending: Pending[] = [];
  let lastSeq = readSeq((await clients.get([person, map, client]))?.lastSeq);
  for (const row of await edits.getAll(under(person, map, client))) {
    const read = readPending(row);
    if (read) {
      pending.push(read);
      lastSeq = Math.max(lastSeq, read.seq);
      continue;
    }
    // Under an id of its own: it must take the place of nothing that lies there.
    await tray.put({ person, map, id: newId(), entry: row.pending ?? row });
    await edits.delete([person, map, client, row.seq]);
  }
  if (pending.length === 0) await clients.delete([person, map, client]);
  await tx.done;
  return { pending, lastSeq };
}

async function settle(
  db: IDBPDatabase<Rows>,
  { person, map, client }: Kept,
  seqs: readonly number[],
): Promise<void> {
  const tx = db.transaction(['edits', 'clients'], 'readwrite');
  const edits = tx.objectStore('edits');
  await Promise.all(seqs.map((seq) => edits.delete([person, map, client, seq])));
  if ((await edits.count(under(person, map, client))) === 0)
    await tx.objectStore('clients').delete([person, map, client]);
  await tx.done;
}

/** All keys that begin so: an empty list sorts behind every string and number. */
const under = (...begin: string[]): IDBKeyRange => IDBKeyRange.bound(begin, [...begin, []]);
