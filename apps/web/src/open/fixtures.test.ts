// What every version kept in a browser, read by this one: see tests/fixtures.
import { describe, expect, it } from '@jest/globals';
import type { Id, Pending } from '@counterpoint/shared';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import fs from 'node:fs';
import path from 'node:path';
import { wordsOf } from './describe.ts';
import { openOutbox } from './outbox.ts';

const root = path.join(import.meta.dirname, '../../../../tests/fixtures');
const versions = fs.readdirSync(root).filter((name) => fs.statSync(path.join(root, name)).isDirectory());

interface Stores {
  readonly edits: readonly { person: string; map: Id; client: Id; pending: Pending }[];
  readonly clients: readonly object[];
  readonly tray: readonly { entry: { edit: unknown; refusal: unknown } }[];
}

describe.each(versions)('the outbox of %s', (version) => {
  it('[S7] [S9] is read as it was written', async () => {
    const file = fs.readFileSync(path.join(root, version, 'outbox.json'), 'utf8');
    const stores = JSON.parse(file) as Stores;
    const [first] = stores.edits;
    const outbox = await openOutbox(first!);
    const db = await openDB('counterpoint');
    for (const [name, rows] of Object.entries(stores) as [string, readonly object[]][])
      for (const row of rows) await db.put(name, row);
    db.close();
    const kept = stores.edits.map(({ pending }) => pending);
    expect(await outbox.left(first!.client)).toEqual({ pending: kept, lastSeq: kept.length });
    const tray = await outbox.tray();
    expect(tray).toMatchObject(stores.tray.map(({ entry: { edit, refusal } }) => ({ edit, refusal })));
    expect(tray.map(({ edit }) => wordsOf(edit))).not.toContain('');
  });
});
