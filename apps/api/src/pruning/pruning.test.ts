import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Me } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import {
  addClaim,
  bodyOf,
  invite,
  join,
  deleteMap,
  makeMap,
  startTestApp,
  type Person,
  type TestApp,
} from '../../testing/testApp.ts';
import { PruningService } from './pruning.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const prune = () => app.part(PruningService).prune();
const accountOf = async (person: Person) => (await bodyOf<Me>(person.get('/api/accounts/me'))).account!.id;
const isThere = async (account: string) =>
  (await app.query('select 1 from accounts where id = $1', [account])).length === 1;

/** A guest whose map is gone again. */
async function aGuestWithoutMaps(): Promise<{ guest: Person; account: string }> {
  const owner = await app.member();
  const { id } = await makeMap(owner);
  const guest = app.person();
  await join(guest, (await invite(owner, id, 'observer')).code);
  const account = await accountOf(guest);
  await deleteMap(owner, id);
  return { guest, account };
}

const aged = (account: string) =>
  app.query(`update accounts set created_at = created_at - interval '31 days' where id = $1`, [account]);
const signedOut = (account: string) =>
  app.query(`update sessions set expire = now() where sess ->> 'account' = $1`, [account]);

describe('pruning (docs/decisions/0014)', () => {
  it('takes guests who are in no map and cannot come back, and nobody else', async () => {
    const [gone, fresh, there, promoted] = [
      await aGuestWithoutMaps(),
      await aGuestWithoutMaps(),
      await aGuestWithoutMaps(),
      await aGuestWithoutMaps(),
    ];
    const owner = await app.member();
    const member = app.person();
    await join(member, (await invite(owner, (await makeMap(owner)).id, 'observer')).code);
    const inAMap = await accountOf(member);
    await promoted.guest
      .post('/api/accounts/sign-up')
      .send({ login: uuidv7(), name: 'Bob', password: 'correct horse battery' })
      .expect(201);
    for (const account of [gone.account, there.account, promoted.account, inAMap, await accountOf(owner)])
      await aged(account);
    for (const account of [gone.account, fresh.account, promoted.account, inAMap, await accountOf(owner)])
      await signedOut(account);
    await prune();
    expect(await isThere(gone.account)).toBe(false);
    for (const account of [fresh.account, there.account, promoted.account, inAMap])
      expect(await isThere(account)).toBe(true);
    expect(await accountOf(there.guest)).toBe(there.account);
  });

  it('takes the rows of tabs that were silent for long; what they wrote is accepted once all the same', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const asked = { edits: [{ id: uuidv7(), edit: addClaim('Once') }] };
    const send = () => bodyOf<object>(owner.post(`/api/maps/${id}/edits`).send(asked).expect(200));
    const first = await send();
    const rows = () => app.query('select client from clients where map_id = $1 order by client', [id]);
    const before = await rows();
    await prune();
    expect(await rows()).toEqual(before);
    await app.query(
      `update clients set seen_at = seen_at - interval '61 days' where map_id = $1 and client = $2`,
      [id, asked.edits[0]!.id],
    );
    await prune();
    expect(await rows()).toHaveLength(before.length - 1);
    await app.restart();
    expect(await send()).toEqual(first);
  });

  it('takes more than one statement does', async () => {
    await app.query(
      `insert into clients (map_id, client, last_seq, refusals, seen_at)
       select gen_random_uuid(), gen_random_uuid(), 1, '[]', now() - interval '1 year' from generate_series(1, 12000)`,
    );
    await prune();
    expect(await app.query(`select 1 from clients where seen_at < now() - interval '60 days'`)).toEqual([]);
  });
});
