import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MARK, type Id, type Me, type Placed, type RecordPage, type RecordRow, jsonOf } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { manyClaims } from '../../../../packages/shared/testing/manyClaims.ts';
import {
  addClaim,
  bodyOf,
  edit,
  invite,
  join,
  deleteMap,
  makeMap,
  read,
  startTestApp,
  type Person,
  type TestApp,
} from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const pageOf = (person: Person, map: Id, query: object = {}) =>
  bodyOf<RecordPage>(person.get(`/api/maps/${map}/record`).query(query).expect(200));

/** All pages, as one goes through them. */
async function rowsOf(person: Person, map: Id, query: object = {}): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let before: string | undefined, first = true; first || before !== undefined; first = false) {
    const page = await pageOf(person, map, { ...query, ...(before === undefined ? {} : { before }) });
    rows.push(...page.rows);
    before = page.older ?? undefined;
  }
  return rows;
}

const textOf = async (person: Person, map: Id, query: object = {}): Promise<string> =>
  (await person.get(`/api/maps/${map}/record/csv`).query(query).expect(200)).text;

const versions = (rows: readonly RecordRow[]) => rows.map(({ version }) => version);
const kinds = (rows: readonly RecordRow[]) => rows.map(({ kind }) => kind);

interface Scene {
  readonly map: Id;
  readonly owner: Person;
  readonly moderator: Person;
  readonly suggester: Person;
  readonly other: Person;
  readonly ids: Readonly<Record<'owner' | 'moderator' | 'suggester' | 'other', Id>>;
}

async function aScene(): Promise<Scene> {
  const [owner, moderator, suggester, other] = [await app.member(), app.person(), app.person(), app.person()];
  const { id: map } = await makeMap(owner);
  const come = async (person: Person, role: 'moderator' | 'suggester' | 'participant', name: string) =>
    (await join(person, (await invite(owner, map, role)).code, name)).participant.id;
  const ids = {
    owner: (await read(owner, map)).map.participants[0]?.id ?? '',
    moderator: await come(moderator, 'moderator', 'Mo'),
    suggester: await come(suggester, 'suggester', 'Su'),
    other: await come(other, 'participant', 'Pia'),
  };
  return { map, owner, moderator, suggester, other, ids };
}

const lastProposal = async (person: Person, map: Id): Promise<Id> =>
  (await read(person, map)).map.proposals.at(-1)?.id ?? '';

describe('the record of a map (M-08)', () => {
  it('[L1] tells who did what, the latest first, a page at a time, and the same as a table', async () => {
    const { map, owner, moderator, other, ids } = await aScene();
    const claim = uuidv7();
    await edit(other, map, addClaim('It rises', claim));
    await edit(moderator, map, { kind: 'reword', claim, was: 'It rises', text: 'It falls' });
    await edit(owner, map, { kind: 'remove', id: claim });
    const rows = await rowsOf(owner, map);
    expect(kinds(rows)).toEqual(['remove', 'reword', 'add-claim', 'join', 'join', 'join', 'found']);
    expect(rows.slice(0, 3)).toMatchObject([
      { by: { id: ids.owner, name: 'Ann' }, before: 'It falls', claim },
      { by: { name: 'Mo' }, before: 'It rises', after: 'It falls', claim },
      { by: { name: 'Pia' }, after: 'It rises', did: { kind: 'add-claim', text: 'It rises' } },
    ]);
    for (const limit of [1, 2, 3, 5]) expect(await rowsOf(owner, map, { limit })).toEqual(rows);
    const [head, ...lines] = (await textOf(owner, map, { language: 'en' })).split('\r\n');
    expect(head).toMatch(/^\ufeffversion,time \(UTC\),person,/);
    expect(lines.at(-1)).toBe('');
    expect(lines.slice(0, -1).map((line) => line.split(',')[0])).toEqual(versions(rows).map(String));
    expect(lines[1]).toContain(',Mo,' + `${ids.moderator},New wording,${claim},${claim},It rises,It falls,`);
    expect(await textOf(owner, map, { language: 'zh' })).toContain(`Mo,${ids.moderator},改写,`);
  });

  it('[L1] tells what stood before, also of a proposal whose id something else was given since', async () => {
    const { map, owner, suggester } = await aScene();
    const [claim, reason] = [uuidv7(), uuidv7()];
    await edit(owner, map, addClaim('It rises', claim));
    const reword = { kind: 'reword', claim, was: 'It rises', text: 'It falls' };
    await suggester
      .post(`/api/maps/${map}/edits`)
      .send({ client: uuidv7(), edits: [{ seq: 1, id: reason, edit: reword }] })
      .expect(200);
    const before = await rowsOf(owner, map);
    expect(before[0]).toMatchObject({ kind: 'propose', proposal: reason });
    const decide = { kind: 'decide', proposal: reason, verdict: 'rejected', code: 'unclear', reason: null };
    await edit(owner, map, { kind: 'set-reason', reason, code: null, zh: '', en: 'Why', offered: true });
    await edit(owner, map, decide);
    const rows = await rowsOf(owner, map);
    expect(kinds(rows).slice(0, 3)).toEqual(['decide', 'set-reason', 'propose']);
    expect(rows[0]).toMatchObject({ verdict: 'rejected', proposal: reason, proposedBy: { name: 'Su' } });
    expect(rows.slice(2)).toEqual(before);
  });

  it('[L1] finds exactly the rows that were asked for: by person, kind, claim, moment and version', async () => {
    const { map, owner, moderator, suggester, other, ids } = await aScene();
    const [first, second] = [uuidv7(), uuidv7()];
    await edit(other, map, addClaim('One', first), addClaim('Two', second));
    await edit(moderator, map, { kind: 'reword', claim: first, was: 'One', text: 'One more' });
    await edit(suggester, map, { kind: 'reword', claim: first, was: 'One more', text: 'One only' });
    await edit(moderator, map, { kind: 'decide', proposal: await lastProposal(owner, map), verdict: 'accepted', reason: null }); // prettier-ignore
    await edit(suggester, map, { kind: 'reword', claim: second, was: 'Two', text: 'Two only' });
    await edit(owner, map, { kind: 'decide', proposal: await lastProposal(owner, map), verdict: 'rejected', code: 'unclear', reason: null }); // prettier-ignore
    await edit(owner, map, {
      kind: 'batch',
      edits: [
        { kind: 'comment', comment: uuidv7(), claim: first, text: 'Why?' },
        { kind: 'reword', claim: second, was: 'Two', text: 'Two again' },
      ],
    });
    const all = await rowsOf(owner, map);
    const where = (is: (row: RecordRow) => boolean) => all.filter(is);
    for (const limit of [1, 3, 50]) {
      const asked = (query: object) => rowsOf(owner, map, { ...query, limit });
      for (const id of Object.values(ids))
        expect(await asked({ by: id })).toEqual(where(({ by, proposedBy }) => by?.id === id || proposedBy?.id === id)); // prettier-ignore
      for (const kind of ['reword', 'comment', 'propose', 'found', 'join', 'withdraw'])
        expect(await asked({ kind })).toEqual(where((row) => row.kind === kind));
      expect(await asked({ kind: 'decide' })).toEqual(where(({ kind, verdict }) => kind === 'decide' || verdict === 'accepted')); // prettier-ignore
      expect(await asked({ kind: 'comment,propose' })).toEqual(where(({ kind }) => kind === 'comment' || kind === 'propose')); // prettier-ignore
      for (const claim of [first, second]) expect(await asked({ claim })).toEqual(where((row) => row.claim === claim)); // prettier-ignore
      const { at, version } = all[4]!;
      expect(await asked({ from: at })).toEqual(where((row) => row.at >= at));
      expect(await asked({ to: at })).toEqual(where((row) => row.at <= at));
      expect(await asked({ since: version })).toEqual(where((row) => row.version > version));
      expect(await asked({ by: ids.owner, claim: second, kind: 'reword' })).toEqual(
        where(({ by, claim, kind }) => by?.id === ids.owner && claim === second && kind === 'reword'),
      );
    }
    expect(where(({ proposedBy }) => proposedBy?.name === 'Su')).toMatchObject([
      { kind: 'decide', by: { name: 'Ann' }, verdict: 'rejected', code: 'unclear', claim: second },
      { kind: 'reword', by: { name: 'Mo' }, verdict: 'accepted', before: 'One more', after: 'One only' },
    ]);
    const lines = (await textOf(owner, map, { kind: 'reword' })).split('\r\n').slice(1, -1);
    expect(lines).toHaveLength(where(({ kind }) => kind === 'reword').length);
  });

  it('[W1] [L1] tells nothing of who read, and what became of a person though their reading bears the same id', async () => {
    const { map, owner, other, ids } = await aScene();
    const look = { kind: 'look', until: Date.now(), told: 0, opened: [], all: false };
    const [verdict] = (await edit(other, map, look)).verdicts;
    expect(verdict).toHaveProperty('version');
    await edit(owner, map, { kind: 'set-role', participant: ids.other, role: 'observer' });
    for (const person of [owner, other]) {
      const [row, ...rest] = await rowsOf(person, map, { limit: 1 });
      expect(row).toMatchObject({
        kind: 'set-role',
        about: ids.other,
        before: 'participant',
        after: 'observer',
      });
      expect(kinds(rest)).toEqual(['join', 'join', 'join', 'found']);
    }
  });

  it('[L2] survives the removal of a claim, and who was taken out of the map and whose account is gone', async () => {
    const { map, owner, other, ids } = await aScene();
    const claim = uuidv7();
    await edit(other, map, addClaim('It stays', claim));
    const before = await rowsOf(owner, map);
    await edit(owner, map, { kind: 'remove', id: claim });
    await edit(owner, map, { kind: 'set-role', participant: ids.other, role: null });
    const { account } = await bodyOf<Me>(other.get('/api/accounts/me'));
    await app.query('delete from memberships where account_id = $1', [account?.id]);
    await app.query('delete from accounts where id = $1', [account?.id]);
    const rows = await rowsOf(owner, map);
    expect(kinds(rows.slice(0, 2))).toEqual(['set-role', 'remove']);
    expect(rows.slice(2)).toEqual(before);
    expect(before[0]).toMatchObject({ kind: 'add-claim', by: { id: ids.other, name: 'Pia' }, claim });
  });

  it('[L2] is refused to be changed, and goes with its map alone; a purge takes words out of it', async () => {
    const { map, owner } = await aScene();
    const claim = uuidv7();
    await edit(owner, map, addClaim('zqUnique words', claim), { kind: 'remove', id: claim });
    const count = async () => (await app.query('select 1 from changes where map_id = $1', [map])).length;
    const there = await count();
    const refused = /only written on/;
    for (const set of [
      `patches = '[]'`,
      `edit = '{}'`,
      'at = 0',
      'kind = kind',
      `"by" = null`,
      'version = version + 100',
    ])
      // prettier-ignore
      await expect(app.query(`update changes set ${set} where map_id = $1`, [map])).rejects.toThrow(refused);
    await expect(app.query('delete from changes where map_id = $1', [map])).rejects.toThrow(refused);
    await expect(app.query('truncate changes')).rejects.toThrow(refused);
    for (const may of ['purge', 'delete-map']) {
      await app.query('begin');
      await app.query(`select set_config('counterpoint.rewrites_log', $1, true)`, [may]);
      await expect(app.query('update changes set at = 0 where map_id = $1', [map])).rejects.toThrow(refused);
      await app.query('rollback');
    }
    const rows = await rowsOf(owner, map);
    expect(JSON.stringify(rows)).toContain('zqUnique');
    await edit(owner, map, { kind: 'purge', id: claim });
    expect(await count()).toBe(there + 1);
    const after = await rowsOf(owner, map);
    expect(versions(after).slice(1)).toEqual(versions(rows));
    expect(JSON.stringify([after, await textOf(owner, map)])).not.toContain('zqUnique');
    await deleteMap(owner, map);
    expect(await count()).toBe(0);
  });

  it('[V1] [V5] [N1] [F1] tells a visitor and who has no part in it no word of proposals, reasons, flags, notes and what was removed', async () => {
    const { map, owner, moderator, suggester, other } = await aScene();
    await edit(owner, map, { kind: 'change-settings', set: { access: 'anyone' } });
    const secret = (n: number) => `zq${n}q`;
    const claim = uuidv7();
    await edit(owner, map, addClaim('Seen by all', claim));
    await edit(suggester, map, addClaim(secret(1)));
    const proposal = await lastProposal(owner, map);
    const decide = (verdict: string, reason: string) => edit(moderator, map, { kind: 'decide', proposal, verdict, code: 'other', reason }); // prettier-ignore
    await decide('returned', secret(2));
    await edit(suggester, map, { kind: 'resubmit', proposal, text: secret(3) });
    await decide('rejected', secret(4));
    await edit(suggester, map, { kind: 'appeal', proposal, text: secret(5) });
    await edit(suggester, map, {
      kind: 'flag',
      flag: uuidv7(),
      about: claim,
      code: 'other',
      text: secret(6),
    });
    const [source, edition] = [uuidv7(), uuidv7()];
    await edit(owner, map, {
      kind: 'add-source',
      source,
      edition,
      title: 'T',
      language: 'en',
      text: 'It rises.',
    });
    await edit(suggester, map, { kind: 'annotate', annotation: uuidv7(), edition, start: 0, end: 2, text: secret(7), open: false }); // prettier-ignore
    const gone = uuidv7();
    await edit(owner, map, addClaim(secret(8), gone), { kind: 'remove', id: gone });
    const told = async (person: Person) => {
      const asked = [{}, { claim }, { claim: gone }, { kind: 'propose,decide,flag,annotate,add-claim' }];
      const pages = await Promise.all(asked.map(async (query) => [await rowsOf(person, map, query), await textOf(person, map, query)])); // prettier-ignore
      return [...new Set(JSON.stringify(pages).match(/zq\dq/g))].sort();
    };
    expect(await told(owner)).toEqual([1, 2, 3, 4, 5, 6, 8].map(secret));
    expect(await told(suggester)).toEqual([1, 2, 3, 4, 5, 6, 7].map(secret));
    for (const stranger of [other, app.person()]) {
      expect(await told(stranger)).toEqual([]);
      // Not even that there is something: neither by the name of who proposed, nor by a kind.
      expect(kinds(await rowsOf(stranger, map, { kind: 'propose,decide,appeal,resubmit,flag,annotate' }))).toEqual([]); // prettier-ignore
    }
    await edit(owner, map, { kind: 'change-settings', set: { access: 'members' } });
    for (const path of ['record', 'record/csv'])
      await app.person().get(`/api/maps/${map}/${path}`).expect(404);
  });

  it('guards every cell of the table from being taken for a formula, and marks it as UTF-8', async () => {
    const { map, owner, ids } = await aScene();
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\n=1', '＝1', '"=1"', "'=1"];
    for (const text of evil) await edit(owner, map, addClaim(text));
    const bytes = await bodyOf<Buffer>(
      owner
        .get(`/api/maps/${map}/record/csv`)
        .query({ kind: 'add-claim' })
        .buffer(true)
        .parse((response, done) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => done(null, Buffer.concat(pieces)));
        }),
    );
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = bytes.toString('utf8');
    expect(text.startsWith(MARK)).toBe(true);
    // A cell begins behind a comma, a line's end or an opening quote.
    expect(text.slice(1)).not.toMatch(/(^|,|\r\n)"?[=+\-@\t\n\r＝＋－＠](?!\n)/);
    for (const cell of [`'=1+1`, `'+1`, `'-1`, `'@SUM(A1)`]) expect(text).toContain(`,${cell},`);
    expect(text).toContain(ids.owner);
  });

  it('tells what a map began with, and a file that came in, without holding all of it for a page', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const file = Buffer.from(jsonOf(manyClaims(1_000)));
    await bodyOf<Placed>(person.post(`/api/maps/${id}/import`).set('Content-Type', 'application/octet-stream').send(file).expect(200)); // prettier-ignore
    const { map } = await read(person, id);
    const page = await pageOf(person, id);
    expect(page.rows.length).toBeLessThanOrEqual(300);
    const rows = await rowsOf(person, id);
    expect(kinds(rows).at(-1)).toBe('found');
    const came = rows.filter(({ kind }) => kind === 'add-claim').map(({ claim }) => claim);
    expect(came.sort()).toEqual(map.claims.map((claim) => claim.id).sort());
    expect(new Set(rows.map(({ version, part }) => `${version} ${part}`)).size).toBe(rows.length);
    const claim = map.claims[500]!;
    await edit(person, id, { kind: 'reword', claim: claim.id, was: claim.text, text: 'Again' });
    expect(await rowsOf(person, id, { claim: claim.id, kind: 'reword,add-claim' })).toMatchObject([
      { kind: 'reword', before: claim.text, after: 'Again' },
      { kind: 'add-claim', after: claim.text },
    ]);
    const copied = await bodyOf<{ id: Id }>(person.post(`/api/maps/${id}/copy`).expect(201));
    expect(kinds(await rowsOf(person, copied.id))).toEqual(['found']);
    const [known] = (await read(person, copied.id)).map.claims;
    const own = await rowsOf(person, copied.id, { claim: known?.id });
    expect(own[0]).toMatchObject({ kind: 'found', claim: known?.id, about: known?.id, after: known?.text });
    expect(own.filter(({ kind, claim: about }) => kind !== 'found' || about !== known?.id)).toEqual([]);
  });
});
