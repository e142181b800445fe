// What a restore refuses, and that it then leaves all as it was.
import 'reflect-metadata';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, migrations } from '@counterpoint/migrations';
import { backUp } from '@counterpoint/migrations/backup/backup';
import { BackupReader, written, type Head } from '@counterpoint/migrations/backup/backupFile';
import { Refused } from '@counterpoint/migrations/refused';
import { restore, type Wish } from '@counterpoint/migrations/backup/restore';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGunzip, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase, rowsOf, type TestDatabase } from './support/testDatabase.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-restore-'));
const fileNamed = (name: string): string => path.join(folder, name);
const REPLACE: Wish = { replace: true, migrations, at: Date.UTC(2026, 5, 1) };
const KEEP: Wish = { ...REPLACE, replace: false };

/** A migration of the version after this one. */
class CreateHoroscopes9999999999999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table horoscopes (number int generated always as identity, value text)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table horoscopes');
  }
}
const NEWER = [...migrations, CreateHoroscopes9999999999999];

const databases: TestDatabase[] = [];
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  fs.rmSync(folder, { recursive: true });
});

async function aDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  databases.push(database);
  return database;
}

/** One that this many of our migrations have made, and no more. */
async function databaseOf(count: number): Promise<TestDatabase> {
  const database = await aDatabase();
  await rowsOf(database, 'drop schema public cascade; create schema public');
  const source = { type: 'postgres', url: database.url, migrations: NEWER.slice(0, count) } as const;
  const older = await new DataSource(source).initialize();
  await migrate(older).finally(() => older.destroy());
  return database;
}

/** A map, its owner, and a word that needs every escape. */
async function fill(database: TestDatabase, title = 'tab\t, line\n, \\., "quote", 论证'): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const [map, account] = [uuidv7(), uuidv7()];
  await client.query(
    `insert into maps (id, changed_at, title, question, about, language, access, editing) values ($1, 0, $2, '', '', 'zh', 'members', 'all')`,
    [map, title],
  );
  await client.query(`insert into accounts (id, name) values ($1, 'Olga')`, [account]);
  await client.query('insert into memberships (map_id, account_id, participant_id) values ($1, $2, $2)', [map, account]); // prettier-ignore
  await client.query(
    `insert into arguments (map_id, id, direction, target, "order", at) values ($1, $2, 'support', $3, 'a0', 0)`,
    [map, uuidv7(), { kind: 'claim', id: uuidv7() }],
  );
  await client.end();
}

const TABLES = ['maps', 'accounts', 'memberships', 'arguments', 'migrations'];
const contentsOf = async (database: TestDatabase, tables = TABLES): Promise<unknown[]> =>
  Promise.all(tables.map((table) => rowsOf(database, `select * from ${table}`)));
const epochOf = async (database: TestDatabase): Promise<number> =>
  (await rowsOf<{ epoch: number }>(database, 'select max(epoch) as epoch from maps'))[0]!.epoch;

let full: TestDatabase;
let file: string;
beforeEach(async () => {
  full = await aDatabase();
  await fill(full);
  file = fileNamed(uuidv7());
  await backUp(full.url, file);
});

describe('a restore', () => {
  it('brings back every row to the letter, columns that are computed too, and raises every epoch', async () => {
    const empty = await databaseOf(0);
    await restore(empty.url, file, KEEP);
    const [maps, ...rest] = await contentsOf(full);
    const epoch = (REPLACE.at - Date.UTC(2026, 0, 1)) / 1_000;
    const raised = (maps as object[]).map((map) => ({ ...map, epoch }));
    const tables = ['maps', 'accounts', 'memberships', 'arguments'];
    expect(await contentsOf(empty, tables)).toEqual([raised, ...rest.slice(0, 3)]);
    const again = await new DataSource({ type: 'postgres', url: empty.url, migrations }).initialize();
    expect(await migrate(again).finally(() => again.destroy())).toEqual([]);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.existsSync(`${file}.part`)).toBe(false);
  });

  it('gives an epoch above all before, in the backup and in what it replaces, and another one the next time', async () => {
    const seen: number[] = [];
    for (const at of [REPLACE.at, REPLACE.at, REPLACE.at + 5_000, 0]) {
      await restore(full.url, file, { ...REPLACE, at });
      seen.push(await epochOf(full));
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    await rowsOf(full, 'update maps set epoch = 1900000000');
    await backUp(full.url, file);
    const empty = await databaseOf(0);
    await restore(empty.url, file, KEEP);
    expect(await epochOf(empty)).toBe(1_900_000_001);
  });

  it('moves an older backup up to this version, and numbers go on after the highest', async () => {
    const older = await databaseOf(1);
    await rowsOf(older, `insert into maps (id, changed_at, title, question, about, language, access, editing) values ('${uuidv7()}', 0, 'old', '', '', 'en', 'members', 'all')`); // prettier-ignore
    await backUp(older.url, file);
    await restore(full.url, file, REPLACE);
    expect(await rowsOf(full, 'select title, embeds from maps')).toEqual([{ title: 'old', embeds: '' }]);
    expect(await rowsOf(full, 'select name from migrations order by id')).toEqual(
      migrations.map(({ name }) => ({ name })),
    );
    const newest = await databaseOf(NEWER.length);
    await rowsOf(newest, `insert into horoscopes (value) values ('one'), ('two')`);
    await backUp(newest.url, file);
    await restore(full.url, file, { ...REPLACE, migrations: NEWER });
    expect(await rowsOf(full, `insert into horoscopes (value) values ('three') returning number`)).toEqual([
      { number: 3 },
    ]);
  });

  it('leaves all as it was when it fails on the way', async () => {
    const before = await contentsOf(full);
    const head: Head = {
      format: 'counterpoint backup',
      version: 1,
      at: new Date(0).toISOString(),
      migrations: migrations.map(({ name }) => name),
      tables: [{ name: 'memberships', columns: ['map_id', 'account_id', 'participant_id'], rows: 1 }],
    };
    const row = Buffer.from(`${[uuidv7(), uuidv7(), uuidv7()].join('\t')}\n`);
    const chunks = await Readable.from(written(head, Readable.from([row]))).toArray();
    fs.writeFileSync(file, gzipSync(Buffer.concat(chunks as Buffer[])));
    await expect(restore(full.url, file, REPLACE)).rejects.toThrow(/foreign key/);
    expect(await contentsOf(full)).toEqual(before);
  });

  it('leaves out, and names, a table that is not ours', async () => {
    await rowsOf(full, 'create table theirs as select 1 as one');
    await backUp(full.url, file);
    const { leftOut } = await restore(await databaseOf(0).then(({ url }) => url), file, KEEP);
    expect(leftOut).toEqual(['theirs']);
    await restore(full.url, file, REPLACE);
    expect(await rowsOf(full, 'select * from theirs')).toEqual([{ one: 1 }]);
  });
});

describe('a restore is refused with a sentence', () => {
  const refused = async (wish: Wish, sentence: RegExp, url = full.url): Promise<void> => {
    const before = await contentsOf(full);
    const error = await restore(url, file, wish).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).toMatch(sentence);
    expect(await contentsOf(full)).toEqual(before);
  };

  it('for a database that is not empty', () => refused(KEEP, /not empty \(accounts: 1\)\. Add --replace/));

  it('for what is no backup', async () => {
    for (const bytes of ['', 'a,b\n', gzipSync('{"format":"counterpoint","version":1}\n')]) {
      fs.writeFileSync(file, bytes);
      await refused(REPLACE, /is not a backup that this version of Counterpoint reads\.$/);
    }
  });

  it('for a file that was cut', async () => {
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(file, bytes.subarray(0, bytes.length - 12));
    await refused(REPLACE, /is damaged: it was cut short or changed after it was written\.$/);
  });

  it('for a backup of a newer version', async () => {
    const newest = await databaseOf(NEWER.length);
    await backUp(newest.url, file);
    await refused(
      REPLACE,
      /written by a newer version .* migration CreateHoroscopes9999999999999: restore it with/,
    );
  });

  it('for a database of a newer version', async () => {
    const newest = await databaseOf(NEWER.length);
    await refused(
      REPLACE,
      /belongs to a newer version .* CreateHoroscopes9999999999999: restore into/,
      newest.url,
    );
  });

  it('while a server uses the database', async () => {
    const server = new Client({ connectionString: full.url, application_name: 'counterpoint doorbell' });
    await server.connect();
    await refused(REPLACE, /^Counterpoint is running on this database: stop it first\.$/).finally(() =>
      server.end(),
    );
  });
});

describe('the file of a backup', () => {
  it('that differs in any byte, or ends early, is either refused or reads the same', async () => {
    const bytes = fs.readFileSync(file);
    const wrong: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += 3) {
      wrong.push(bytes.subarray(0, at), Buffer.from(bytes.with(at, bytes[at]! ^ 0x10)));
    }
    const whole = await textIn(bytes);
    const read = await Promise.all(
      wrong.map((each) => textIn(each).catch((error: unknown) => (error as Error).name)),
    );
    expect(read.filter((text) => text !== whole && text !== 'Error')).toEqual([]);
    // gzip's own head has some ten bytes that mean nothing to us.
    expect(read.filter((text) => text === whole).length).toBeLessThan(8);
    const unpacked = await Readable.from([bytes]).pipe(createGunzip()).toArray() as Buffer[]; // prettier-ignore
    const altered = Buffer.concat(unpacked).toString().replace('Olga', 'Olgo');
    await expect(textIn(gzipSync(altered))).rejects.toThrow('damaged');
    await expect(textIn(gzipSync(altered.replace('Olgo', 'Olga') + 'x'))).rejects.toThrow('damaged');
  });
});

async function textIn(bytes: Uint8Array): Promise<string> {
  const chunks = Readable.from([bytes]).pipe(createGunzip()) as AsyncIterable<Uint8Array>;
  const { head, reader } = await BackupReader.open('x', chunks);
  const pieces: Uint8Array[] = [];
  for (const { rows } of head.tables) for await (const piece of reader.rows(rows)) pieces.push(piece);
  await reader.close();
  return JSON.stringify(head) + Buffer.concat(pieces).toString();
}

describe('an older build', () => {
  it('refuses the schema of a newer one with a sentence, before it listens', async () => {
    const newest = await databaseOf(NEWER.length);
    const main = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [main], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], DATABASE_URL: newest.url, PORT: '1', LOG_LEVEL: 'warn', NODE_ENV: 'production' }, // prettier-ignore
    });
    expect([status, stdout, stderr.trimEnd()]).toEqual([
      1,
      '',
      expect.stringMatching(/^The database was used by a newer version .* CreateHoroscopes9999999999999: start that version, .*\.$/), // prettier-ignore
    ]);
  });
});
