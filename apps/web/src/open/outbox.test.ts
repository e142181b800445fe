import type { Pending } from '@counterpoint/shared';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openDB } from 'idb';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import '../../testing/webLocks.ts';
import { wordsOf } from './describe.ts';
import { newId } from './newId.ts';
import { openOutbox } from './outbox.ts';
import { takeClient } from './tabClient.ts';

const [MAP, ONE, TWO] = [anId(1), anId(2), anId(3)];
let people = 0;
const someone = () => ({ person: `person ${++people}`, map: MAP });

const pendingEdit = (seq: number): Pending => ({
  seq,
  id: anId(seq, 7),
  at: 0,
  edit: { kind: 'comment', comment: anId(seq, 8), claim: anId(1, 9), text: `words ${seq}` },
});

describe('outbox', () => {
  it('keeps unsent edits over a reload, with the highest number that was used', async () => {
    const owner = someone();
    const before = await openOutbox(owner);
    for (const seq of [1, 2, 3]) await before.put(ONE, pendingEdit(seq));
    await before.settle(ONE, [1, 3]);
    const after = await openOutbox(owner);
    expect(await after.clients()).toEqual([ONE]);
    expect(await after.left(ONE)).toEqual({ pending: [pendingEdit(2)], lastSeq: 3 });
  });

  it('forgets a client whose edits have all arrived', async () => {
    const outbox = await openOutbox(someone());
    await outbox.put(ONE, pendingEdit(1));
    await outbox.settle(ONE, [1]);
    expect(await outbox.clients()).toEqual([]);
    expect(await outbox.left(ONE)).toEqual({ pending: [], lastSeq: 0 });
  });

  it('moves a refused edit to the tray, where it stays until it is forgotten', async () => {
    const owner = someone();
    const outbox = await openOutbox(owner);
    await outbox.put(ONE, pendingEdit(1));
    const entry = { ...pendingEdit(1), refusal: { code: 'removed', message: '' } } as const;
    await outbox.refuse(entry);
    const later = await openOutbox(owner);
    expect(await later.clients()).toEqual([]);
    expect(await later.tray()).toEqual([entry]);
    await later.forget(entry);
    expect(await later.tray()).toEqual([]);
  });

  it('[S9] gives each edit that it cannot read to the tray, once, and the others as they were', async () => {
    const owner = someone();
    const outbox = await openOutbox(owner);
    for (const seq of [1, 3]) await outbox.put(ONE, pendingEdit(seq));
    const other = { ...pendingEdit(2), edit: { kind: 'vote', argument: anId(1), why: 'It convinced me.' } };
    await asKept('edits', { ...owner, client: ONE, seq: 2, pending: other });
    for (let opened = 1; opened <= 2; opened++) {
      const later = await openOutbox(owner);
      expect(await later.left(ONE)).toEqual({ pending: [pendingEdit(1), pendingEdit(3)], lastSeq: 3 });
      expect((await later.tray()).map(({ edit }) => edit)).toMatchObject([{ edit: other.edit }]);
    }
  });

  it('[S9] keeps in the tray all that another version put there, until it is thrown away', async () => {
    const owner = someone();
    const outbox = await openOutbox(owner);
    const entry = { ...pendingEdit(1), refusal: { code: 'not-yet-invented', message: '' } };
    for (const kept of [undefined, 'words', { edit: null }, entry])
      await asKept('tray', { ...owner, id: newId(), entry: kept });
    const tray = await outbox.tray();
    expect(tray.map(({ edit }) => wordsOf(edit))).toEqual(['', 'words', '', 'words 1']);
    for (const one of tray) await outbox.forget(one);
    expect(await outbox.tray()).toEqual([]);
  });

  it('shows nobody what another person on this machine wrote', async () => {
    await (await openOutbox(someone())).put(ONE, pendingEdit(1));
    expect(await (await openOutbox(someone())).clients()).toEqual([]);
  });
});

/** Past the product, as another version of it may have done. */
async function asKept(store: string, row: object): Promise<void> {
  const db = await openDB('counterpoint');
  await db.put(store, row);
  db.close();
}

describe('the client id of a tab', () => {
  afterEach(() => sessionStorage.clear());

  it('is a fresh one when nothing waits, even after a reload', async () => {
    const outbox = await openOutbox(someone());
    const first = await takeClient(MAP, outbox);
    first.release();
    expect((await takeClient(MAP, outbox)).client).not.toBe(first.client);
  });

  it('is that of a closed tab whose edits have not arrived, one at a time', async () => {
    const outbox = await openOutbox(someone());
    await outbox.put(ONE, pendingEdit(5));
    await outbox.put(TWO, pendingEdit(1));
    const first = await takeClient(MAP, outbox);
    const second = await takeClient(MAP, outbox);
    const third = await takeClient(MAP, outbox);
    expect([first.client, second.client]).toEqual([ONE, TWO]);
    expect([ONE, TWO]).not.toContain(third.client);
    expect(first).toMatchObject({ pending: [pendingEdit(5)], lastSeq: 5 });
  });

  it('is its own again after a reload, before those of others', async () => {
    const outbox = await openOutbox(someone());
    const mine = await takeClient(MAP, outbox);
    await outbox.put(ONE, pendingEdit(1));
    await outbox.put(mine.client, pendingEdit(1));
    mine.release();
    expect((await takeClient(MAP, outbox)).client).toBe(mine.client);
  });

  it('is not that of a closed tab of which nothing can be read', async () => {
    const owner = someone();
    const outbox = await openOutbox(owner);
    await asKept('edits', { ...owner, client: anId(4), seq: 1, pending: null });
    await asKept('edits', { ...owner, client: 'tab 7', seq: 1, pending: pendingEdit(1) });
    expect((await takeClient(MAP, outbox)).client).toMatch(/-7/);
    expect([await outbox.clients(), (await outbox.tray()).length]).toEqual([[], 2]);
  });

  it('of a duplicated tab is not that of the original', async () => {
    const outbox = await openOutbox(someone());
    const original = await takeClient(MAP, outbox);
    await outbox.put(original.client, pendingEdit(1));
    expect((await takeClient(MAP, outbox)).client).not.toBe(original.client);
  });
});
