// Where unsent and refused edits outlive the page: IndexedDB, by person, map and client. Written before anything is sent.
import type { Id, Outbox, Pending, TrayEntry } from '@counterpoint/shared';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Kept {
  readonly person: string;
  readonly map: Id;
  readonly client: Id;
}

interface Rows extends DBSchema {
  edits: { key: [string, Id, Id, number]; value: Kept & { readonly seq: number; readonly pending: Pending } };
  /** The highest number a client has used: edits after the kept ones may have reached the server already. */
  clients: { key: [string, Id, Id]; value: Kept & { readonly lastSeq: number } };
  tray: {
    key: [string, Id, Id];
    value: Omit<Kept, 'client'> & { readonly id: Id; readonly entry: TrayEntry };
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
    async left(client) {
      present = client;
      const rows = await db.getAll('edits', under(person, map, client));
      const mark = await db.get('clients', [person, map, client]);
      return { pending: rows.map((row) => row.pending), lastSeq: mark?.lastSeq ?? rows.at(-1)?.seq ?? 0 };
    },
    async tray() {
      return (await db.getAll('tray', under(person, map))).map((row) => row.entry);
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
