import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pairsIn, type Hits, type Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
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
import { RoomsService } from '../maps/rooms.service.ts';
import { candidatesSql } from './search.queries.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const search = (person: Person, q: string, map?: Id, more = {}) =>
  bodyOf<Hits>(
    person
      .get(map === undefined ? '/api/search' : `/api/maps/${map}/search`)
      .query({ q, ...more })
      .expect(200),
  );
const texts = ({ hits }: Hits) => hits.map(({ snippet }) => snippet.text);
/** In all maps of the person and in this one: the same. */
async function found(person: Person, q: string, map: Id): Promise<string[]> {
  const [all, one] = [texts(await search(person, q)), texts(await search(person, q, map))];
  expect(all).toEqual(one);
  return one.sort();
}
const reply = (text: string, id: Id, claim: Id = uuidv7()) => ({
  ...addClaim(text, claim),
  to: {
    at: 'argument',
    argument: uuidv7(),
    direction: 'support',
    target: { kind: 'claim', id },
    order: 'a0',
  },
});
const comment = (text: string, claim: Id) => ({ kind: 'comment', comment: uuidv7(), claim, text });
const aSource = (title: string, text: string) => ({
  kind: 'add-source', source: uuidv7(), edition: uuidv7(), title, language: 'zh', text,
}); // prettier-ignore
const rowsOf = (map: Id) =>
  app.query<{ thing: Id; kind: string }>(
    'select thing, part, kind, at, start, words, pairs from findable where map_id = $1 order by thing, part',
    [map],
  );

describe('what is found [A-11]', () => {
  it('[E16] is a claim that has the id of a proposal, also once that has lost its words', async () => {
    const [owner, suggester] = [await app.member(), app.person()];
    const { id: map } = await makeMap(owner);
    await join(suggester, (await invite(owner, map, 'suggester')).code, 'Su');
    const [top, both] = [uuidv7(), uuidv7()];
    await edit(owner, map, addClaim('上面', top));
    const suggested = await suggester
      .post(`/api/maps/${map}/edits`)
      .send({ client: uuidv7(), edits: [{ seq: 1, id: both, edit: reply('建议', top) }] })
      .expect(200);
    expect(suggested.body).toMatchObject({ version: 4, verdicts: [{ id: both, version: 4 }] });
    await edit(owner, map, addClaim('留下来', both));
    expect(await found(owner, '留下', map)).toEqual(['留下来']);
    await edit(owner, map, { kind: 'decide', proposal: both, verdict: 'returned', reason: '不行' });
    expect(await found(owner, '留下', map)).toEqual(['留下来']);
    await edit(owner, map, { kind: 'remove', id: top }, { kind: 'purge', id: top });
    const { proposals } = (await read(owner, map)).map;
    expect(proposals).toMatchObject([{ id: both, edit: { text: '' }, reason: null }]);
    expect(await found(owner, '留下', map)).toEqual(['留下来']);
  });

  it('is a word of two characters in claims, comments, titles and texts, wherever the person has a role', async () => {
    const person = await app.member();
    const [one, other] = [await makeMap(person, 'One'), await makeMap(person, 'Other')];
    const [claim, source] = [uuidv7(), aSource('论开源', `${'前言。\n'.repeat(200)}谈谈开源的未来。`)];
    await edit(person, one.id, addClaim('各国应当在开源上合作', claim), comment('什么是开源？', claim));
    await edit(person, other.id, source, addClaim('源开不是一个词'));
    const { hits, more } = await search(person, '开源');
    expect(more).toBe(false);
    const what = hits.map(({ snippet, at, start, ...hit }) => {
      expect([typeof at, start > 0]).toEqual(['number', hit.kind === 'edition']);
      const [mark] = snippet.hits;
      return { ...hit, marked: [...snippet.text].slice(mark?.start, mark?.end).join('') };
    });
    const hit = { marked: '开源', claim: null, source: null };
    expect(what).toHaveLength(4);
    expect(what).toEqual(
      expect.arrayContaining([
        { ...hit, map: one.id, title: 'One', kind: 'claim', id: claim, claim },
        { ...hit, map: one.id, title: 'One', kind: 'comment', id: expect.any(String), claim },
        { ...hit, map: other.id, title: 'Other', kind: 'source', id: source.source, source: source.source },
        { ...hit, map: other.id, title: 'Other', kind: 'edition', id: source.edition, source: source.source },
      ]),
    );
    expect((await search(person, '开源', one.id)).hits.map(({ kind }) => kind).sort()).toEqual(['claim', 'comment']); // prettier-ignore
  });

  it('is a word of a claim that was merged, too, and leads to where that went', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const [claim, into] = [uuidv7(), uuidv7()];
    await edit(person, id, addClaim('开放源码', claim), addClaim('公开代码', into));
    const hit = async () => (await search(person, '源码', id)).hits.map((one) => one.claim);
    expect(await hit()).toEqual([claim]);
    await edit(person, id, { kind: 'merge-claim', claim, into, reference: uuidv7() });
    expect(await hit()).toEqual([into]);
    await edit(person, id, { kind: 'unmerge-claim', claim });
    expect(await hit()).toEqual([claim]);
    await edit(person, id, { kind: 'merge-claim', claim, into, reference: uuidv7() }, { kind: 'remove', id: into }); // prettier-ignore
    expect(await hit()).toEqual([]);
  });

  it('does not depend on case, width, or traditional and simplified [I-05]', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    await edit(person, id, addClaim('ＡＩ 與開源'), addClaim('ai与开源'));
    for (const q of ['开源', '開源', 'AI', 'ａｉ', '與開源 Ai'])
      expect(await found(person, q, id)).toEqual(['ai与开源', 'ＡＩ 與開源']);
  });

  it('has every word of the query, and is not only made of the same pairs', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    await edit(
      person,
      id,
      addClaim('abxbc'),
      addClaim('abc'),
      addClaim('竞争，也可以开源'),
      addClaim('开源'),
    );
    expect(await found(person, 'abc', id)).toEqual(['abc']);
    expect(await found(person, '开源 竞争', id)).toEqual(['竞争，也可以开源']);
    expect(await found(person, '封闭', id)).toEqual([]);
  });

  it('is told the latest first, and says when there is more', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    // Those without the word in one piece stand between.
    for (let i = 0; i < 5; i++) await edit(person, id, addClaim(`open ${i}`), addClaim('op pen xpe'));
    expect(await search(person, 'open', id, { limit: 3 })).toMatchObject({ more: true });
    expect(texts(await search(person, 'open', id, { limit: 3 }))).toEqual(['open 4', 'open 3', 'open 2']);
    expect(await search(person, 'open', id, { limit: 5 })).toMatchObject({ more: false });
    await edit(person, id, { kind: 'reword', claim: await claimWith(person, id, 'open 0'), was: 'open 0', text: 'open 00' }); // prettier-ignore
    expect(texts(await search(person, 'open', id, { limit: 2 }))).toEqual(['open 00', 'open 4']);
  });
});

async function claimWith(person: Person, map: Id, text: string): Promise<Id> {
  return (await read(person, map)).map.claims.find((claim) => claim.text === text)?.id ?? '';
}

describe('what is not found [S-10] [M-01] [Z-11]', () => {
  it('are words of maps that are not open to the asker, or are no longer', async () => {
    const [owner, stranger, former] = [await app.member(), await app.member(), await app.member()];
    const { id } = await makeMap(owner);
    await edit(owner, id, addClaim('secret word'));
    const { participant } = await join(former, (await invite(owner, id, 'participant')).code);
    expect(await found(former, 'secret', id)).toEqual(['secret word']);
    await edit(owner, id, { kind: 'set-role', participant: participant.id, role: null });
    for (const person of [stranger, former, app.person()]) {
      expect(texts(await search(person, 'secret'))).toEqual([]);
      await person.get(`/api/maps/${id}/search?q=secret`).expect(404);
    }
    await edit(owner, id, { kind: 'change-settings', set: { access: 'anyone' } });
    expect(texts(await search(app.person(), 'secret', id))).toEqual(['secret word']);
    expect(texts(await search(stranger, 'secret'))).toEqual([]);
    await deleteMap(owner, id);
    expect(texts(await search(owner, 'secret'))).toEqual([]);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('are removed words and those beneath them, by whoever asks; restored they are found again', async () => {
    const [owner, member] = [await app.member(), await app.member()];
    const { id } = await makeMap(owner);
    await join(member, (await invite(owner, id, 'participant')).code);
    const [thesis, below] = [uuidv7(), uuidv7()];
    const source = aSource('word of a title', 'word of a text');
    await edit(owner, id, addClaim('word above', thesis), reply('word below', thesis, below), source);
    await edit(member, id, comment('word beside', below));
    const all = ['word above', 'word below', 'word beside', 'word of a text', 'word of a title'];
    for (const person of [owner, member]) expect(await found(person, 'word', id)).toEqual(all);
    for (const gone of [thesis, source.source]) await edit(owner, id, { kind: 'remove', id: gone });
    for (const person of [owner, member]) expect(await found(person, 'word', id)).toEqual([]);
    for (const back of [thesis, source.source]) await edit(owner, id, { kind: 'restore', id: back });
    for (const person of [owner, member]) expect(await found(person, 'word', id)).toEqual(all);
  });

  it('are proposals, by their author neither, until they are accepted', async () => {
    const [owner, author] = [await app.member(), await app.member()];
    const { id } = await makeMap(owner);
    await join(author, (await invite(owner, id, 'suggester')).code);
    await edit(author, id, addClaim('word'));
    for (const person of [owner, author]) expect(await found(person, 'word', id)).toEqual([]);
    const [proposal] = (await read(owner, id)).map.proposals;
    await edit(owner, id, { kind: 'decide', proposal: proposal?.id, verdict: 'accepted', reason: null });
    for (const person of [owner, author]) expect(await found(person, 'word', id)).toEqual(['word']);
  });

  it('are purged words: their pairs go with the commit [E16]', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const [claim, source] = [uuidv7(), aSource('word of a title', 'word of a text')];
    await edit(person, id, addClaim('word', claim), source);
    expect(await found(person, 'word', id)).toHaveLength(3);
    await edit(person, id, { kind: 'remove', id: claim }, { kind: 'remove', id: source.source });
    const { verdicts } = await edit(person, id, { kind: 'purge', id: claim }, { kind: 'purge', id: source.source }); // prettier-ignore
    expect(verdicts.map((verdict) => 'version' in verdict)).toEqual([true, true]);
    expect(await rowsOf(id)).toEqual([]);
    expect(await found(person, 'word', id)).toEqual([]);
  });

  it('are former wordings', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const claim = uuidv7();
    await edit(person, id, addClaim('former word', claim));
    expect(await found(person, 'former', id)).toHaveLength(1);
    await edit(person, id, { kind: 'reword', claim, was: 'former word', text: 'new word' });
    expect([await found(person, 'former', id), await found(person, 'new', id)]).toEqual([[], ['new word']]);
  });
});

describe('what can be found is written down', () => {
  it('the same piece by piece and at once, and needs no room', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const [a, b, c] = [uuidv7(), uuidv7(), uuidv7()];
    const edits = [
      [addClaim('word a', a), reply('word b', a, b), aSource('word s', `word\n${'x '.repeat(900)}`)],
      [reply('word c', b, c), comment('word d', c), { kind: 'remove', id: b }],
      [{ kind: 'reword', claim: a, was: 'word a', text: 'word aa' }],
      [{ kind: 'restore', id: b }, comment('word e', a)],
      [{ kind: 'remove', id: c }],
    ];
    for (const some of edits) {
      const { verdicts } = await edit(person, id, ...some);
      expect(verdicts.filter((verdict) => 'refusal' in verdict)).toEqual([]);
      await search(person, 'word', id);
    }
    const rows = await rowsOf(id);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['claim', 'claim', 'comment', 'edition', 'source']);
    await app.restart();
    for (const lost of ['version = version - 1', 'rule = -1']) {
      await app.query(`update gathered set ${lost} where map_id = $1`, [id]);
      await app.query(`update findable set pairs = '{}' where map_id = $1`, [id]);
      expect(texts(await search(person, 'word'))).toHaveLength(5);
      expect(await rowsOf(id)).toEqual(rows);
    }
    expect(await app.part(RoomsService).opened(id)).toBeUndefined();
  });

  it('when a map that was searched before has settled', async () => {
    const person = await app.member();
    const [searched, other] = [await makeMap(person), await makeMap(person)];
    await search(person, 'word', searched.id);
    for (const { id } of [other, searched]) await edit(person, id, addClaim('word'));
    while ((await rowsOf(searched.id)).length === 0);
    expect(await app.query('select version from gathered where map_id = $1', [searched.id])).toEqual([{ version: '2' }]); // prettier-ignore
    expect(await rowsOf(other.id)).toEqual([]);
  });

  it('of an open map only what changed', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    const [kept, changed] = [uuidv7(), uuidv7()];
    await edit(person, id, addClaim('word kept', kept), addClaim('word', changed));
    expect(await found(person, 'word', id)).toHaveLength(2);
    await app.query(`update findable set pairs = '{}' where map_id = $1`, [id]);
    await edit(person, id, { kind: 'reword', claim: changed, was: 'word', text: 'word changed' });
    expect(await found(person, 'word', id)).toEqual(['word changed']);
  });

  it('once, whoever asks at the same time', async () => {
    const person = await app.member();
    const { id } = await makeMap(person);
    await edit(person, id, addClaim('word'));
    const all = await Promise.all(Array.from({ length: 8 }, () => search(person, 'word', id)));
    expect(all.map(texts)).toEqual(all.map(() => ['word']));
  });
});

describe('the index [A-11]', () => {
  const MANY = 20_000;
  const map = uuidv7();
  const planOf = async (isOneMap: boolean, q: string): Promise<string> => {
    const values = [isOneMap ? map : [map, uuidv7()], pairsIn(q), null, null, null, 21];
    const rows = await app.query<Record<string, string>>(`explain ${candidatesSql(isOneMap)}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  beforeAll(async () => {
    const [common] = pairsIn('国家');
    const [rare] = pairsIn('开源');
    await app.query(
      `insert into findable (map_id, thing, part, kind, at, start, pairs)
       select $1, gen_random_uuid(), 0, 'claim', n, 0,
         (select array_agg(distinct (random() * 100000)::int + m) from generate_series(1, 40) m)
           || case when n % 2 = 0 then array[$3::int] else '{}' end
           || case when n % 500 = 0 then array[$4::int] else '{}' end
       from generate_series(1, $2) n`,
      [map, MANY, common, rare],
    );
    await app.query('vacuum analyze findable');
  });

  it.each([true, false])('finds what is rare or missing by its pairs, in one map: %s', async (isOneMap) => {
    for (const q of ['开源', '开源的', '封闭'])
      expect(await planOf(isOneMap, q)).toContain('Bitmap Index Scan on findable_by_pairs');
  });

  it.each([true, false])('finds what many have by age, and stops early, in one map: %s', async (isOneMap) => {
    expect(await planOf(isOneMap, '国家')).toMatch(/Index Scan Backward using findable_by_(map_and_)?age/);
  });
});

it('words that very many have are found, too, the latest first [A-11]', async () => {
  const person = await app.member();
  const { id } = await makeMap(person);
  await edit(person, id, addClaim('the first of all'));
  const { kind: _, ...source } = aSource('T', `${'a very common word '.repeat(18)}\n`.repeat(1_100));
  await person
    .post(`/api/maps/${id}/sources`)
    .send({ ...source, id: uuidv7() })
    .expect(201);
  await edit(person, id, addClaim('the last common word'));
  const { hits, more } = await search(person, 'common word', id, { limit: 200 });
  expect([hits[0]?.snippet.text, hits.length, more]).toEqual(['the last common word', 200, true]);
});
