import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  contentOf,
  FORMATS,
  formatOf,
  mapOf,
  MOST_FILE_BYTES,
  type Change,
  type ExportLosses,
  type ImportAnswer,
  type Loss,
  type MapContent,
  type Snapshot,
  SAMPLES,
} from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { hostileTexts } from '../../../../packages/shared/testing/contents.ts';
import { pictureOf } from '../../../../packages/shared/testing/aMap.ts';
import fc from 'fast-check';
import { stillClock } from '../../../../packages/shared/testing/stillClock.ts';
import {
  addClaim,
  bodyOf,
  edit,
  invite,
  join,
  makeMap,
  read,
  startTestApp,
  type Person,
  type RefusedBody,
  type TestApp,
} from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Those that can be read as text. */
const ALL = [...FORMATS.filter(({ write }) => write).map(({ id }) => id), 'svg', 'html'];

async function exported(person: Person, map: string, format = 'json') {
  const answer = await person.get(`/api/maps/${map}/export/${format}?comments=true`).buffer().expect(200);
  return {
    // Pictures come as bytes.
    text: Buffer.isBuffer(answer.body) ? answer.body.toString() : answer.text,
    headers: answer.headers as Record<string, string>,
    losses: JSON.parse(String(answer.headers['x-loss-report'])) as Loss[],
  };
}

const imported = (person: Person, text: string): Promise<Required<ImportAnswer>> =>
  bodyOf<Required<ImportAnswer>>(
    person.post('/api/maps/import').set('Content-Type', 'application/json').send(text).expect(201),
  );

/** A map in which a participant argued and a suggester waits. */
async function aDebate() {
  const owner = await app.member();
  const { id: map } = await makeMap(owner, '开源 / “open” source');
  const people = { owner } as Record<'owner' | 'participant' | 'suggester' | 'other', Person>;
  for (const [name, role] of [['participant', 'participant'], ['suggester', 'suggester'], ['other', 'suggester']] as const) {
    people[name] = await app.member();
    await join(people[name], (await invite(owner, map, role)).code, undefined);
  } // prettier-ignore
  const [thesis, reason, argument] = [uuidv7(), uuidv7(), uuidv7()];
  const on = (target: object, direction: string, id = uuidv7()) => ({
    at: 'argument',
    argument: id,
    direction,
    target,
    order: 'a0',
  });
  await edit(owner, map, addClaim('开源降低门槛。\n真的', thesis));
  await edit(
    people.participant,
    map,
    { ...addClaim('Less to pay.', reason), to: on({ kind: 'claim', id: thesis }, 'support', argument) },
    { ...addClaim('And to know.'), to: { at: 'premise', argument, order: 'a1' } },
    { ...addClaim('Price is not all.'), to: on({ kind: 'argument', id: argument }, 'rebut') },
    { kind: 'comment', comment: uuidv7(), claim: reason, text: '- which?' },
    addClaim('Wrong.'),
  );
  const wrong = (await read(owner, map)).map.claims.find(({ text }) => text === 'Wrong.')?.id;
  await edit(people.participant, map, { kind: 'remove', id: wrong });
  await edit(people.suggester, map, {
    kind: 'reword',
    claim: thesis,
    text: 'geheim',
    was: '开源降低门槛。\n真的',
  });
  return { map, people };
}

describe('export', () => {
  it('comes as a file with a name, a type and a loss report', async () => {
    const { map, people } = await aDebate();
    for (const [format, type, extension] of [['json', 'application/json', 'json'], ['markdown', 'text/markdown', 'md'], ['argdown', 'text/x-argdown', 'argdown']] as const) {
      const { headers, text, losses } = await exported(people.participant, map, format);
      expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
      expect(headers['content-disposition']).toBe(
        `attachment; filename="open source.${extension}"; filename*=UTF-8''%E5%BC%80%E6%BA%90%20%E2%80%9Copen%E2%80%9D%20source.${extension}`,
      );
      expect(text).toContain('Price is not all');
      expect(losses.map(({ kind }) => kind)).toEqual(formatOf(format)?.lossless ? [] : expect.arrayContaining(['removed']));
    } // prettier-ignore
    const { text } = await exported(people.participant, map, 'markdown');
    const { version } = await read(people.participant, map);
    expect(text).toContain(` · version ${version} · <${app.url}/maps/${map}>`);
  });

  it('[M-01] [X-05] [V1] shows nobody a proposal but its author and the moderators, in any format', async () => {
    const { map, people } = await aDebate();
    const holds = async (person: Person) => {
      const files = await Promise.all(ALL.map((format) => exported(person, map, format)));
      return files.some(({ text, headers }) => /geheim/.test(text + JSON.stringify(headers)));
    };
    expect(await holds(people.participant)).toBe(false);
    expect(await holds(people.other)).toBe(false);
    expect(await holds(people.suggester)).toBe(true);
    expect(await holds(people.owner)).toBe(true);
    const counts = (await exported(people.other, map, 'markdown')).losses.find(
      ({ kind }) => kind === 'proposals',
    );
    expect(counts).toBeUndefined();
  });

  it('says beforehand what a file would lose, and how to get less of it', async () => {
    const { map, people } = await aDebate();
    for (const options of ['comments=true', 'comments=false&authors=false&look=print']) {
      const path = `/api/maps/${map}/export/markdown`;
      const file = await people.owner.get(`${path}?${options}`).buffer().expect(200);
      const told = (await people.owner.get(`${path}/losses?${options}`).expect(200)).body as ExportLosses;
      const counts = (losses: readonly Loss[]) => losses.map(({ kind, count }) => [kind, count]);
      expect(counts(told.losses)).toEqual(
        counts(JSON.parse(String(file.headers['x-loss-report'])) as Loss[]),
      );
      expect(file.text.includes('which?')).toBe(options === 'comments=true');
    }
    const asked = people.owner.get(`/api/maps/${map}/export/png?scale=99`).expect(422);
    expect((await bodyOf<RefusedBody>(asked)).refusal.message).toMatch(/^scale: /);
    await people.owner.get(`/api/maps/${map}/export/json?branch=${uuidv7()}`).expect(404);
  });

  it('[V1] brings the history along as far as the asker may see it', async () => {
    const { map, people } = await aDebate();
    const historyFor = async (person: Person) => {
      const { text } = await person.get(`/api/maps/${map}/export/json?history=true`).buffer().expect(200);
      return { text, history: (JSON.parse(text) as { history: Change[] }).history };
    };
    const { version } = await read(people.owner, map);
    const owner = await historyFor(people.owner);
    expect(owner.history.map((change) => change.version)).toEqual(
      Array.from({ length: version }, (_, i) => i + 1),
    );
    expect(owner.text).toContain('geheim');
    const other = await historyFor(people.other);
    expect(other.history).toHaveLength(version);
    expect(other.text).not.toContain('geheim');
    expect((await exported(people.owner, map)).text).not.toContain('"history"');
  });

  it('is a file to keep, in which no browser runs anything', async () => {
    const { map, people } = await aDebate();
    for (const format of ['html', 'svg', 'json']) {
      const { headers } = await people.owner.get(`/api/maps/${map}/export/${format}`).buffer().expect(200);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.* sandbox$/);
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is made so often only, for each account and each address by itself', async () => {
    const { limits } = app.config;
    await app.restart({ limits: { ...limits, exchange: { most: 3, perMs: 60_000 } } });
    const [one, other] = [await app.member(), await app.member()];
    const path = `/api/maps/${SAMPLES.en}/export/json`;
    await stillClock(async () => {
      for (let i = 0; i < 3; i++) await one.get(path).expect(200);
      const { refusal } = await bodyOf<RefusedBody>(one.get(`${path}/losses`).expect(429));
      expect(refusal.code).toBe('too-many-requests');
      await one.post('/api/maps/import').send({}).expect(429);
      await other.get(path).expect(200);
    });
    await app.restart({ limits });
  });

  it('knows no other format', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const { refusal } = await bodyOf<RefusedBody>(owner.get(`/api/maps/${id}/export/..%2Fetc`).expect(422));
    expect(refusal.code).toBe('unsupported-format');
  });
});

describe('import', () => {
  it('[X-03] of an export is the same map, but for ids and members', async () => {
    const { map, people } = await aDebate();
    const before = await exported(people.owner, map);
    const stranger = await app.member();
    const { map: made, losses } = await imported(stranger, before.text);
    expect(made).toMatchObject({
      role: 'owner',
      version: 1,
      claims: 4,
      info: { title: '开源 / “open” source' },
    });
    expect(losses).toEqual([{ kind: 'roles', count: 4, where: expect.any(Array) as unknown }]);
    const after = (await read(stranger, made.id)).map;
    const [own, ...former] = [...after.participants].sort((a, b) => b.at - a.at);
    expect(own).toMatchObject({ role: 'owner' });
    expect(former.every(({ role }) => role === null)).toBe(true);
    expect(shapeOf({ ...after, participants: former })).toEqual(
      shapeOf((JSON.parse(before.text) as { map: MapContent }).map),
    );
    expect(pictureOf(mapOf(after))).toBe(pictureOf(mapOf((await read(people.owner, map)).map)));
    // Nobody of the file got into the new map, and it is a map like any other.
    await people.owner.get(`/api/maps/${made.id}`).expect(404);
    await edit(stranger, made.id, addClaim('One more.'));
    await edit(stranger, made.id, {
      kind: 'decide',
      proposal: after.proposals[0]?.id,
      verdict: 'accepted',
      reason: null,
    });
    expect((await read(stranger, made.id)).map.claims.map(({ text }) => text)).toContain('geheim');
  });

  it('twice makes two maps, and survives a restart', async () => {
    const { map, people } = await aDebate();
    const { text } = await exported(people.participant, map);
    const one = await imported(people.participant, text);
    const two = await imported(people.participant, text);
    expect(one.map.id).not.toBe(two.map.id);
    await app.restart();
    const [first, second] = [
      await read(people.participant, one.map.id),
      await read(people.participant, two.map.id),
    ];
    const ofFile = ({ map: content }: Snapshot) => ({
      ...content,
      participants: content.participants.filter(({ role }) => role === null),
    });
    expect(shapeOf(ofFile(first))).toEqual(shapeOf(ofFile(second)));
  });

  it('keeps what was typed, whatever it looks like', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const texts = fc.sample(hostileTexts, 30);
    await edit(owner, id, ...texts.map((text) => addClaim(text)));
    const { map } = await imported(owner, (await exported(owner, id)).text);
    expect((await read(owner, map.id)).map.claims.map(({ text }) => text).sort()).toEqual([...texts].sort());
  });

  it('does not open a map to everyone because a file says so', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const set = { access: 'anyone', embeds: 'https://school.example' };
    await edit(owner, id, { kind: 'change-settings', set });
    const { map, losses } = await imported(owner, (await exported(app.person(), id)).text);
    expect(map.info).toMatchObject({ access: 'members', embeds: '' });
    expect(losses).toContainEqual({ kind: 'settings', count: 2, where: ['info.access', 'info.embeds'] });
  });

  it('refuses with a reason what is no map, and makes none', async () => {
    const owner = await app.member();
    const send = (body: string, path = '/api/maps/import') =>
      owner.post(path).set('Content-Type', 'application/json').send(body);
    const before = await app.query('select count(*) from maps');
    const cases: [string, string, number, RegExp][] = [
      ['{"format":', '', 422, /invalid.*begins as JSON, and breaks in line 1/],
      ['', '', 422, /invalid/],
      ['{"nodes":[]}', '', 422, /unsupported-format/],
      ['{"format":"counterpoint","version":1,"map":{"info":{"title":""}}}', '', 422, /invalid.*info\.title/],
      ['{}', '?format=dot', 422, /unsupported-format/],
      ['{}', '?format=klingon', 422, /unsupported-format/],
    ];
    for (const [body, query, status, refusal] of cases) {
      const answer = await send(body, `/api/maps/import${query}`).expect(status);
      expect(JSON.stringify(answer.body)).toMatch(refusal);
    }
    expect(await app.query('select count(*) from maps')).toEqual(before);
  });

  it('takes files of up to 20 MB on this route alone, from those who are signed in', async () => {
    const owner = await app.member();
    const { id } = await makeMap(owner);
    const { map: content } = await read(owner, id);
    const claims = Array.from({ length: 3_000 }, (_, i) => ({
      id: uuidv7(), text: `${i} ${'开源'.repeat(150)}`, language: 'zh', home: null, order: 'a0', by: null, at: 1, reworded: null, beside: [], removed: null,
    })); // prettier-ignore
    const file = JSON.stringify({ format: 'counterpoint', version: 1, map: { ...content, claims } });
    expect(Buffer.byteLength(file)).toBeGreaterThan(2_000_000);
    const send = (person: Person, path: string, body: string) =>
      person.post(path).set('Content-Type', 'application/json').send(body);
    await send(owner, `/api/maps/${id}/edits`, file).expect(413);
    await send(app.person(), '/api/maps/import', file).expect(413);
    await send(app.person(), '/api/maps/import', '{}').expect(401);
    const { map } = await imported(owner, file);
    expect(map.claims).toBe(3_000);
    const tooLong = send(owner, '/api/maps/import', ' '.repeat(MOST_FILE_BYTES + 1)).expect(413);
    expect((await bodyOf<RefusedBody>(tooLong)).refusal.code).toBe('too-large');
  });
});

/** A content with every id replaced by where it first stands, and everyone's role left out. */
function shapeOf(content: MapContent): unknown {
  const participants = content.participants.map((participant) => ({ ...participant, role: null }));
  const places = new Map<string, number>();
  const text = JSON.stringify(contentOf(mapOf({ ...content, participants })), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return JSON.parse(
    text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, (id) => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return `#${place}`;
    }),
  );
}
