// `counterpoint admin`, by whoever runs the server: beside a server that runs, and while none does.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORMER_NAME, type Me, type Snapshot } from '@counterpoint/shared';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { Person } from './support/people.ts';
import { createTestDatabase, rowsOf, type TestDatabase } from './support/testDatabase.ts';

const script = fileURLToPath(new URL('../scripts/counterpoint.mjs', import.meta.url));
const PASSWORD = 'correct horse';
const NEW = 'quite another one';

let database: TestDatabase;
let api: RunningApi;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** What a command says, and how it ends. */
function admin(...args: string[]): Promise<{ status: number | null; said: string; wrong: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.url, PUBLIC_URL: api.url };
  const child = spawn(process.execPath, [script, 'admin', ...args], { env });
  let [said, wrong] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (wrong += chunk.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said, wrong })));
}

async function someone(login: string, name: string): Promise<Person> {
  const person = new Person(api.url);
  await person.ask('POST', '/api/accounts/sign-up', { login, name, password: PASSWORD });
  return person;
}
const me = async (person: Person) => (await person.ask<Me>('GET', '/api/accounts/me')).account;
const signIn = (login: string, password: string) =>
  new Person(api.url).send('POST', '/api/accounts/sign-in', { login, password });

describe('counterpoint admin', () => {
  it('says in a sentence what it takes, and what is wrong', async () => {
    const help = await admin('--help');
    expect([help.status, help.said]).toEqual([0, expect.stringContaining('counterpoint admin reset <name>')]);
    for (const args of [
      ['reset'],
      ['list', 'x'],
      ['explode', 'x'],
      ['list', '--yes'],
      ['reset', 'x', '--what'],
    ]) {
      const { status, said, wrong } = await admin(...args);
      expect([args, status, said, wrong]).toEqual([
        args,
        1,
        '',
        expect.stringMatching(/Say: counterpoint admin list/),
      ]);
    }
    const nobody = await admin('reset', 'nobody');
    expect([nobody.status, nobody.wrong]).toEqual([
      1,
      expect.stringMatching(/Nobody here has the username "nobody"/),
    ]);
  });

  it('lists who has an account, whatever signs are in a name', async () => {
    await someone('mei', '梅');
    await someone('tab', 'Tab');
    await rowsOf(database, `update accounts set name = E'Tab\\nadmin' where login = 'tab' returning 1`);
    const { said } = await admin('list');
    const lines = said.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^"mei" +"梅" +since \d{4}-\d\d-\d\d +0 maps$/);
    expect(lines[1]).toContain('"Tab\\nadmin"');
  });

  it('makes a link that opens once, and ends the sessions', async () => {
    const person = await someone('forgetful', 'For');
    const { status, said } = await admin('reset', 'FORGETFUL');
    const [, key = ''] = /\/reset#([\w-]{22})$/m.exec(said) ?? [];
    expect([status, said.startsWith(`${api.url}/reset#`)]).toEqual([0, true]);
    const set = () => new Person(api.url).send('POST', '/api/accounts/reset', { key, password: NEW });
    expect((await set()).status).toBe(204);
    expect((await set()).status).toBe(404);
    expect(await me(person)).toBeNull();
    expect((await signIn('forgetful', PASSWORD)).status).toBe(401);
    expect((await signIn('forgetful', NEW)).status).toBe(200);
  });

  it('lets somebody make such links, and no longer', async () => {
    const boss = await someone('boss', 'Boss');
    const ask = () => boss.send('POST', '/api/admin/resets', { login: 'mei' });
    expect((await ask()).status).toBe(403);
    await admin('make-admin', 'boss');
    expect((await ask()).status).toBe(201);
    await admin('make-admin', 'boss', '--no');
    expect((await ask()).status).toBe(403);
  });

  it('[E22] deletes an account beside a server that runs: who looks at the map sees the name go, who was signed in is out', async () => {
    const owner = await someone('owner', 'Olga');
    const map = await owner.newMap('A bridge');
    const person = await someone('leaver', 'Zqleaver');
    await person.ask('POST', `/api/join/${(await owner.invite(map, 'participant')).code}`, {
      name: 'Zqleaver',
    });
    const claim = uuidv7();
    await person.edit(map, [{ kind: 'add-claim', claim, text: 'It stays.', language: 'en', to: { at: 'thesis', order: 'a0' } }]); // prettier-ignore
    const bot = new Bot(api.url, owner, map);
    await bot.live();
    const asked = await admin('delete', 'leaver');
    expect([asked.status, asked.said]).toEqual([0, expect.stringMatching(/Nothing was done yet: say --yes/)]);
    expect(await me(person)).not.toBeNull();
    const done = await admin('delete', 'leaver', '--yes');
    expect([done.status, done.wrong, done.said]).toEqual([
      0,
      '',
      expect.stringMatching(/The account is deleted/),
    ]);
    await bot.until(({ confirmed }) =>
      [...confirmed.participants.values()].some(({ name }) => name === FORMER_NAME),
    );
    bot.close();
    const { map: content } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
    expect(content.claims[0]?.text).toBe('It stays.');
    expect(await me(person)).toBeNull();
    const left = await rowsOf(
      database,
      `select version from changes where patches::text || edit::text like '%Zqleaver%'`,
    );
    expect(left).toEqual([]);
  });

  it('keeps a map that others are in and nobody else owns, until told otherwise; and needs no server', async () => {
    const holder = await someone('holder', 'Hol');
    const map = await holder.newMap('Held');
    const heir = await someone('heir', 'Heir');
    await heir.ask('POST', `/api/join/${(await holder.invite(map, 'participant')).code}`, { name: 'Heir' });
    await api.stop();
    const refused = await admin('delete', 'holder', '--yes');
    expect([refused.status, refused.wrong, refused.said]).toEqual([1, expect.stringMatching(/Nothing was deleted/), expect.stringContaining('"Held"')]); // prettier-ignore
    expect(await rowsOf(database, `select 1 from accounts where login = 'holder'`)).toHaveLength(1);
    expect((await admin('delete', 'holder', '--yes', '--with-maps')).status).toBe(0);
    expect(await rowsOf(database, `select 1 from accounts where login = 'holder'`)).toEqual([]);
    expect(await rowsOf(database, `select 1 from maps where id = '${map}'`)).toEqual([]);
  });
});
