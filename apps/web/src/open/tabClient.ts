// Under which client id this tab sends: a fresh one, or one that a closed page left with edits the server has not confirmed.
import type { Id, Pending } from '@counterpoint/shared';
import { newId } from './newId.ts';
import type { TabOutbox } from './outbox.ts';
import { hold } from './tabName.ts';

export interface TabClient {
  readonly client: Id;
  readonly pending: readonly Pending[];
  readonly lastSeq: number;
  /** Lets another tab have the id. */
  readonly release: () => void;
}

/**
 * This tab's own id from before a reload comes first. An id without unsent edits is never used again: what the server
 * remembers of its numbers may reach further than what we do.
 */
export async function takeClient(map: Id, outbox: TabOutbox): Promise<TabClient> {
  const key = `client:${map}`;
  const mine = remembered(key);
  const orphans = await outbox.clients();
  const candidates = [
    ...orphans.filter((client) => client === mine),
    ...orphans.filter((client) => client !== mine),
  ];
  for (const client of candidates) {
    const release = await hold(nameOf(client));
    if (!release) continue;
    const left = await outbox.left(client);
    if (left.pending.length > 0) {
      remember(key, client);
      return { client, release, ...left };
    }
    release(); // nothing of it could be read
  }
  const client = newId();
  const release = (await hold(nameOf(client))) ?? (() => undefined);
  remember(key, client);
  return { client, release, pending: [], lastSeq: 0 };
}

const nameOf = (client: Id): string => `counterpoint:${client}`;

function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden
  }
}

function remember(key: string, client: Id): void {
  try {
    sessionStorage.setItem(key, client);
  } catch {
    // the next page then finds the edits as those of a closed tab
  }
}
