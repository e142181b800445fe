import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, PROTOCOL } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { aMap } from '../../../packages/shared/testing/aMap.ts';
import {
  addClaim,
  edit,
  invite,
  join,
  deleteMap,
  makeMap,
  startTestApp,
  type Person,
  type TestApp,
} from '../testing/testApp.ts';
import { ROUTES, type RouteName } from './routes.ts';

const WHO = [
  'owner',
  'moderator',
  'participant',
  'suggester',
  'observer',
  'removed',
  'stranger',
  'nobody',
] as const;
type Who = (typeof WHO)[number];
type Row = Record<Who, number>;

/** Expected statuses in the order of WHO: on a map for members, and on one that anyone may read. */
const row = (...statuses: number[]): Row =>
  Object.fromEntries(WHO.map((who, i) => [who, statuses[i] ?? 0])) as Row;
const READ = [
  row(200, 200, 200, 200, 200, 404, 404, 404),
  row(200, 200, 200, 200, 200, 200, 200, 200),
] as const;
const TEXT = [
  row(201, 201, 201, 201, 403, 404, 404, 401),
  row(201, 201, 201, 201, 403, 403, 403, 401),
] as const;
const GIVEN = [
  row(200, 200, 200, 200, 403, 404, 404, 401),
  row(200, 200, 200, 200, 403, 403, 403, 401),
] as const;
const both = (each: Row) => [each, each] as const;
/** Whoever may, asks for what there is not. */
const GROUPED = [
  row(404, 404, 403, 403, 403, 404, 404, 404),
  row(404, 404, 403, 403, 403, 403, 403, 401),
] as const;
const EXPECTED: Record<RouteName, readonly [Row, Row]> = {
  'GET /healthz': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'POST /api/accounts/sign-up': both(row(201, 201, 201, 201, 201, 201, 201, 201)),
  'POST /api/accounts/sign-in': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'POST /api/accounts/sign-out': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'GET /api/accounts/me': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'POST /api/accounts/name': both(row(200, 200, 200, 200, 200, 200, 200, 401)),
  // With a password that is not theirs.
  'POST /api/accounts/password': both(row(401, 401, 401, 401, 401, 401, 401, 401)),
  'POST /api/accounts/reset': both(row(404, 404, 404, 404, 404, 404, 404, 404)),
  'GET /api/accounts/sessions': both(row(200, 200, 200, 200, 200, 200, 200, 401)),
  'DELETE /api/accounts/sessions': both(row(204, 204, 204, 204, 204, 204, 204, 401)),
  'DELETE /api/accounts/sessions/:session': both(row(404, 404, 404, 404, 404, 404, 404, 401)),
  'GET /api/accounts/data/:format': both(row(200, 200, 200, 200, 200, 200, 200, 401)),
  'GET /api/accounts/departure': both(row(200, 200, 200, 200, 200, 200, 200, 401)),
  'POST /api/accounts/delete': both(row(401, 401, 401, 401, 401, 401, 401, 401)),
  'POST /api/admin/resets': both(row(403, 403, 403, 403, 403, 403, 403, 401)),
  'GET /api/accounts/mail': both(row(404, 404, 404, 404, 404, 404, 404, 401)),
  'POST /api/accounts/mail': both(row(404, 404, 404, 404, 404, 404, 404, 401)),
  'DELETE /api/accounts/mail': both(row(404, 404, 404, 404, 404, 404, 404, 401)),
  'POST /api/mail/confirm/:key': both(row(404, 404, 404, 404, 404, 404, 404, 404)),
  'POST /api/mail/leave/:key': both(row(404, 404, 404, 404, 404, 404, 404, 404)),
  'GET /api/join/:key': both(row(200, 200, 200, 200, 200, 403, 200, 200)),
  'POST /api/join/:key': both(row(200, 200, 200, 200, 200, 403, 200, 200)),
  'GET /api/maps': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'POST /api/maps': both(row(201, 201, 201, 201, 201, 201, 201, 401)),
  'POST /api/maps/demo': both(row(201, 201, 201, 201, 201, 201, 201, 401)),
  'GET /api/maps/:id': READ,
  'GET /api/maps/:id/changes': READ,
  'GET /api/maps/:id/record': READ,
  'GET /api/maps/:id/record/csv': READ,
  'GET /api/maps/:id/report': READ,
  'GET /api/maps/:id/report/csv': READ,
  'GET /api/maps/:id/grades/csv': [
    row(200, 200, 403, 403, 403, 404, 404, 404),
    row(200, 200, 403, 403, 403, 403, 403, 401),
  ],
  'GET /api/maps/:id/groups': READ,
  // Of nobody but a person that there is not.
  'POST /api/maps/:id/groups': [
    row(422, 422, 403, 403, 403, 404, 404, 404),
    row(422, 422, 403, 403, 403, 403, 403, 401),
  ],
  'POST /api/maps/:id/groups/merge': [{ ...GROUPED[0], nobody: 401 }, GROUPED[1]],
  'POST /api/maps/:id/groups/:group/people': GROUPED,
  'POST /api/maps/:id/groups/:group/name': GROUPED,
  // Nobody was moved.
  'GET /api/maps/:id/moved': both(row(404, 404, 404, 404, 404, 404, 404, 404)),
  'GET /api/maps/:id/at/:version': READ,
  'GET /api/search': both(row(200, 200, 200, 200, 200, 200, 200, 200)),
  'GET /api/maps/:id/search': READ,
  'GET /api/maps/:id/export/:format': READ,
  'GET /api/maps/:id/export/:format/losses': READ,
  'GET /api/exchange/:job': both(row(404, 404, 404, 404, 404, 404, 404, 404)),
  'POST /api/maps/import': both(row(201, 201, 201, 201, 201, 201, 201, 401)),
  'POST /api/maps/:id/import': GIVEN,
  'POST /api/maps/:id/copy': [
    row(201, 201, 201, 201, 201, 404, 404, 401),
    row(201, 201, 201, 201, 201, 201, 201, 401),
  ],
  'POST /api/maps/:id/edits': [
    row(200, 200, 200, 200, 403, 404, 404, 404),
    row(200, 200, 200, 200, 403, 403, 403, 401),
  ],
  'POST /api/door': both(row(204, 204, 204, 204, 204, 204, 204, 204)),
  'POST /api/maps/:id/sync/hello': READ,
  // The room asks of each edit whether it is allowed.
  'POST /api/maps/:id/sync/push': [
    row(200, 200, 200, 200, 200, 404, 404, 404),
    row(200, 200, 200, 200, 200, 200, 403, 403),
  ],
  'GET /api/maps/:id/sync/catch-up': READ,
  'POST /api/maps/:id/looks': [
    row(200, 200, 200, 200, 200, 404, 404, 401),
    row(200, 200, 200, 200, 200, 403, 403, 401),
  ],
  'POST /api/maps/:id/sources': TEXT,
  'POST /api/maps/:id/sources/read': GIVEN,
  'POST /api/maps/:id/sources/:source/editions': TEXT,
  'GET /api/maps/:id/editions/:edition': READ,
  'GET /api/maps/:id/invites': [
    row(200, 200, 403, 403, 403, 404, 404, 404),
    row(200, 200, 403, 403, 403, 403, 403, 401),
  ],
  'POST /api/maps/:id/invites': [
    row(201, 201, 403, 403, 403, 404, 404, 404),
    row(201, 201, 403, 403, 403, 403, 403, 401),
  ],
  'POST /api/maps/:id/invites/:invite': [
    row(200, 200, 403, 403, 403, 404, 404, 404),
    row(200, 200, 403, 403, 403, 403, 403, 401),
  ],
  'GET /api/maps/:id/seen': [
    row(200, 200, 403, 403, 403, 404, 404, 404),
    row(200, 200, 403, 403, 403, 403, 403, 401),
  ],
  'DELETE /api/maps/:id/invites/:invite': [
    row(204, 204, 403, 403, 403, 404, 404, 404),
    row(204, 204, 403, 403, 403, 403, 403, 401),
  ],
  'GET /api/maps/:id/joined': [
    row(200, 200, 403, 403, 403, 404, 404, 404),
    row(200, 200, 403, 403, 403, 403, 403, 401),
  ],
  // Names are everybody's own there.
  'POST /api/maps/:id/participants/:participant/name': [
    row(409, 409, 403, 403, 403, 404, 404, 404),
    row(409, 409, 403, 403, 403, 403, 403, 401),
  ],
  'DELETE /api/maps/:id': [
    row(204, 403, 403, 403, 403, 404, 404, 404),
    row(204, 403, 403, 403, 403, 403, 403, 401),
  ],
};

const CODES: Record<number, string> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  409: 'nothing-behind',
  422: 'invalid',
};

/** Where a wrong password is given. */
const PROVING: Partial<Record<RouteName, string>> = {
  'POST /api/accounts/password': 'wrong-credentials',
  'POST /api/accounts/delete': 'wrong-credentials',
};

interface Scene {
  readonly map: string;
  readonly owner: Person;
  readonly invite: string;
  readonly source: string;
  readonly edition: string;
  readonly key: string;
  readonly people: Record<Who, Person>;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function aScene(access: 'members' | 'anyone'): Promise<Scene> {
  const owner = await app.member();
  const map = (await makeMap(owner)).id;
  const [source, edition] = [uuidv7(), uuidv7()];
  await edit(
    owner,
    map,
    addClaim('Uniforms cost less.'),
    { kind: 'add-source', source, edition, title: 'T', language: 'en', text: 'The first text.' },
    ...(access === 'anyone' ? [{ kind: 'change-settings', set: { access } }] : []),
  );
  const people = { owner, stranger: await app.member(), nobody: app.person() } as Record<Who, Person>;
  for (const role of ['moderator', 'participant', 'suggester', 'observer'] as const) {
    people[role] = await app.member();
    await join(people[role], (await invite(owner, map, role)).code);
  }
  people.removed = await app.member();
  const { participant } = await join(people.removed, (await invite(owner, map, 'participant')).code);
  await edit(owner, map, { kind: 'set-role', participant: participant.id, role: null });
  const { id, code } = await invite(owner, map, 'observer');
  return { map, owner, people, invite: id, key: code, source, edition };
}

function aFile(): object {
  const built = aMap();
  built.thesis('From a file.');
  return { format: 'counterpoint', version: 1, map: contentOf(built.map) };
}

const BODIES: Partial<Record<RouteName, (scene: Scene) => object>> = {
  'POST /api/accounts/sign-up': () => ({ login: uuidv7(), name: 'New', password: 'long enough' }),
  'POST /api/accounts/sign-in': () => ({ login: 'matrix', password: 'long enough' }),
  'POST /api/accounts/name': () => ({ name: 'Another' }),
  'POST /api/accounts/password': () => ({ old: 'not theirs', password: 'another long one' }),
  'POST /api/accounts/reset': () => ({ key: 'A'.repeat(22), password: 'another long one' }),
  'POST /api/accounts/delete': () => ({ password: 'not theirs' }),
  'POST /api/admin/resets': () => ({ login: 'matrix' }),
  'POST /api/join/:key': () => ({ name: 'Joe' }),
  'POST /api/accounts/mail': () => ({ address: 'a@example.org', digest: true, language: 'en' }),
  'POST /api/maps': () => ({ title: 'Another', language: 'en' }),
  'POST /api/maps/demo': () => ({ language: 'en' }),
  'POST /api/maps/import': aFile,
  'POST /api/maps/:id/import': aFile,
  'POST /api/maps/:id/edits': () => ({ edits: [{ id: uuidv7(), edit: addClaim('One more.') }] }),
  'POST /api/maps/:id/sync/hello': () => ({
    protocol: PROTOCOL,
    client: uuidv7(),
    version: null,
    epoch: null,
  }),
  'POST /api/maps/:id/sync/push': () => ({
    client: uuidv7(),
    edits: [{ seq: 1, id: uuidv7(), edit: addClaim('One more.') }],
  }),
  'POST /api/maps/:id/looks': () => ({ until: 1, told: 0, opened: [], all: false }),
  'POST /api/maps/:id/sources': () => ({
    id: uuidv7(),
    source: uuidv7(),
    edition: uuidv7(),
    title: 'T',
    language: 'en',
    text: 'A text.',
  }),
  'POST /api/maps/:id/sources/read': () => ({ text: 'A text.' }),
  'POST /api/maps/:id/sources/:source/editions': () => ({
    id: uuidv7(),
    edition: uuidv7(),
    reason: 'Typing errors.',
    text: `A text ${uuidv7()}.`,
  }),
  'POST /api/maps/:id/groups': () => ({ groups: [{ name: 'One', people: [uuidv7()] }] }),
  'POST /api/maps/:id/groups/:group/people': () => ({ participant: uuidv7() }),
  'POST /api/maps/:id/groups/:group/name': () => ({ name: 'Reds' }),
  'POST /api/maps/:id/invites': () => ({ role: 'observer' }),
  'POST /api/maps/:id/invites/:invite': () => ({ most: 40 }),
  'POST /api/maps/:id/participants/:participant/name': () => ({ reason: 'A threat.' }),
};

async function ask(route: RouteName, who: Who, scene: Scene) {
  const [method = '', path = ''] = route.split(' ');
  const url = path
    .replace(':id', scene.map)
    .replace(':key', scene.key)
    .replace(':version', '1')
    .replace(':format', 'json')
    .replace(':invite', scene.invite)
    .replace(':participant', uuidv7())
    .replace(':group', uuidv7())
    .replace(':source', scene.source)
    .replace(':edition', scene.edition)
    .replace(':job', uuidv7())
    .replace(':session', 'a'.repeat(32))
    .replace(/search$/, 'search?q=uniforms');
  const asked = scene.people[who][method.toLowerCase() as 'get' | 'post' | 'delete'](url);
  return asked.send(BODIES[route]?.(scene));
}

/** All rows of the map, wherever they are. */
async function stateOf(map: string): Promise<string> {
  const tables = [
    'maps',
    'changes',
    'claims',
    'participants',
    'proposals',
    'memberships',
    'invites',
    'sources',
    'editions',
  ];
  const counts = tables.map(
    (table) => `(select count(*) from ${table} where ${table === 'maps' ? 'id' : 'map_id'} = $1) as ${table}`,
  );
  return JSON.stringify(
    await app.query(`select ${counts.join(', ')}, (select version from maps where id = $1) as version`, [
      map,
    ]),
  );
}

describe('every role at every route (S-02, Z-01, Z-11)', () => {
  it('is decided in the table above', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  // Those that end a session or join are asked by people of their own; deleting comes last.
  const changesThePerson = (route: string) => /sign-|\/join\//.test(route);
  const routes = (Object.keys(ROUTES) as RouteName[]).filter(
    (route) => !changesThePerson(route) && route !== 'DELETE /api/maps/:id',
  );

  for (const [i, access] of (['members', 'anyone'] as const).entries()) {
    it(`on a map for ${access}`, async () => {
      const scene = await aScene(access);
      const seen: Record<string, Row> = {};
      const wanted: Record<string, Row> = {};
      for (const route of [...routes, 'DELETE /api/maps/:id' as const]) {
        if (route === 'DELETE /api/maps/:id')
          await edit(scene.owner, scene.map, { kind: 'set-hold', hold: 'archived', slow: 0 });
        wanted[route] = EXPECTED[route][i] ?? row();
        const statuses: Partial<Row> = {};
        for (const who of [...WHO].reverse()) {
          const before = await stateOf(scene.map);
          const answer = await ask(route, who, scene);
          const { status } = answer;
          statuses[who] = status;
          if (status < 400) continue;
          const code = (who !== 'nobody' && PROVING[route]) || CODES[status];
          expect(answer.body).toEqual({ refusal: { code, message: expect.any(String) } });
          expect(await stateOf(scene.map)).toBe(before);
        }
        seen[route] = statuses as Row;
      }
      expect(seen).toEqual(wanted);
    });
  }

  it('for routes that change who one is', async () => {
    await app
      .person()
      .post('/api/accounts/sign-up')
      .send({ login: 'matrix', name: 'M', password: 'long enough' })
      .expect(201);
    const scene = await aScene('members');
    for (const route of (Object.keys(ROUTES) as RouteName[]).filter(changesThePerson).sort()) {
      for (const who of WHO) {
        const { status } = await ask(route, who, scene);
        expect([route, who, status]).toEqual([route, who, EXPECTED[route][0][who]]);
      }
    }
  });

  it('leaves nothing of a deleted map', async () => {
    const { map, owner } = await aScene('members');
    await deleteMap(owner, map);
    const tables = await app.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.columns
       where table_schema = 'public' and column_name = 'map_id'`,
    );
    expect(tables.length).toBeGreaterThan(13);
    for (const { name } of tables)
      expect(await app.query(`select 1 from ${name} where map_id = $1`, [map])).toEqual([]);
    expect(await app.query('select 1 from maps where id = $1', [map])).toEqual([]);
    await owner.get(`/api/maps/${map}`).expect(404);
    const late = { edits: [{ id: uuidv7(), edit: addClaim('Too late.') }] };
    await owner.post(`/api/maps/${map}/edits`).send(late).expect(404);
  });
});
