// Walks every way out of the server as every kind of viewer, and looks for words that are not theirs to read. It names no
// table: what there is, the descriptions tell, and which routes, the API page.
import { may, tables, FORMATS, PAPERS, contentOf, type ArgumentMap, type Frame, type Id, type Joined, type Role, type Row, type Snapshot, type TableName } from '@counterpoint/shared'; // prettier-ignore
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../tests/support/bot.ts';
import { Person } from '../../../tests/support/people.ts';
import { planted, secretsIn, type Planted } from '../../../packages/shared/testing/planted.ts';
import { RoomsService } from '../src/maps/rooms.service.ts';
import type { TestApp } from './testApp.ts';

export interface Viewer {
  readonly name: string;
  readonly person: Person;
  readonly participant: Id | null;
  readonly role: Role | null;
  readonly side: Id | null;
}

export interface Scene {
  readonly formats: readonly string[];
  readonly map: Id;
  readonly viewers: readonly Viewer[];
  /** Known once they are there. */
  readonly editions: readonly Id[];
  readonly claims: readonly Id[];
}

async function aScene({ url }: TestApp, formats: readonly string[]): Promise<Scene> {
  const owner = new Person(url);
  await owner.signUp('Olga');
  const map = await owner.newMap('A map', 'en');
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone' } }]);
  const { map: made } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const sides = await beginDebate(owner, map);
  const viewers: Viewer[] = [
    {
      name: 'owner',
      person: owner,
      participant: made.participants[0]?.id ?? null,
      role: 'owner',
      side: null,
    },
    { name: 'nobody', person: new Person(url), participant: null, role: null, side: null },
  ];
  const stranger = new Person(url);
  await stranger.signUp('Stan');
  viewers.push({ name: 'stranger', person: stranger, participant: null, role: null, side: null });
  for (const [i, role] of (
    ['moderator', 'participant', 'participant', 'suggester', 'suggester', 'observer'] as const
  ).entries()) {
    const person = new Person(url);
    await person.signUp(role);
    const { participant } = await person.ask<Joined>('POST', `/api/join/${(await owner.invite(map, role)).code}`, { name: role }); // prettier-ignore
    const side = may(role, 'review') ? null : (sides[i % sides.length] ?? null);
    if (side !== null) await owner.edit(map, [{ kind: 'set-side', participant: participant.id, side }]);
    viewers.push({ name: `${role} ${i}`, person, participant: participant.id, role, side });
  }
  return { map, viewers, formats, editions: [], claims: [] };
}

/** Two sides, and no phase that keeps anything back. */
async function beginDebate(owner: Person, map: Id): Promise<Id[]> {
  const sides = (['square', 'triangle'] as const).map((sign) => ({ id: uuidv7(), name: sign, sign }));
  const plan = { name: 'A debate', sides, phases: [], queue: 'raised', pace: 'hand', injury: null, choose: false } as const; // prettier-ignore
  await owner.edit(map, [{ kind: 'begin-debate', debate: uuidv7(), plan }]);
  return sides.map(({ id }) => id);
}

/** Whose the words of a row are, by its description and by what was removed; apart from visibility.ts, which it is held against. */
function mayRead({ row }: Planted, { participant, role, side }: Viewer, map: ArgumentMap): boolean {
  const isIn = (circle: string): boolean =>
    circle === 'everyone' ||
    (circle === 'reviewers' && may(role, 'review')) ||
    (participant !== null && circle === `person:${participant}`) ||
    (side !== null && circle === `side:${side}`);
  const sees = (tables[row.table].sees as (entity: Row['entity'], map: ArgumentMap) => readonly string[])(
    row.entity,
    map,
  );
  if (!sees.some(isIn)) return false;
  if (!('removed' in row.entity) || !row.entity.removed) return true;
  return may(role, 'review') || ('by' in row.entity && row.entity.by === participant && participant !== null);
}

/** Formats whose files can be searched as text. */
export const WRITTEN: readonly string[] = [
  ...FORMATS.filter(({ write }) => write),
  ...PAPERS.filter(({ id }) => id === 'html' || id === 'svg'),
].map(({ id }) => id);

/** Every address that a route has for this map; a parameter that is not known here fails. */
function addresses(
  route: string,
  { map, formats, editions }: Pick<Scene, 'map' | 'formats' | 'editions'>,
  last: number,
): string[] {
  const values: Record<string, readonly string[]> = {
    id: [map],
    version: [`${last}`],
    // What a file lost is told with the file, too.
    format: route.endsWith('/losses') ? formats.slice(0, 1) : formats,
    job: [uuidv7()],
    key: ['ABCDEFGH'],
    edition: editions,
  };
  return [...route.matchAll(/:(\w+)/g)].reduce<string[]>(
    (all, [whole, name = '']) => {
      const known = values[name];
      if (!known) throw new Error(`${route}: say in leaks.ts what :${name} may be`);
      return all.flatMap((address) => known.map((value) => address.replace(whole, value)));
    },
    [route],
  );
}

const ALL = '?comments=true&quotations=true&history=true';
/** Together these ask for every word that is planted. */
const SEARCHES = Array.from({ length: 9 }, (_, i) => `?q=zq${i + 1}&limit=200`);

const queriesOf = (path: string, claims: readonly Id[]): readonly string[] => {
  if (path.endsWith('/search')) return SEARCHES;
  // What a map began with is told claim by claim.
  if (path.includes('/record')) {
    const some = path.endsWith('/csv') ? claims.slice(-2) : claims;
    return ['', ...some.map((claim) => `?claim=${claim}`)];
  }
  return path.includes(':format') ? [ALL] : ['', ALL, '?limit=200', '?since=0&limit=200'];
};

/** All that a viewer is told over REST, by address. */
export async function* crawled(
  routes: Iterable<string>,
  scene: Pick<Scene, 'map' | 'formats' | 'editions' | 'claims'>,
  { person }: Pick<Viewer, 'person'>,
  last: number,
): AsyncGenerator<readonly [string, string]> {
  for (const route of routes) {
    const [method, path = ''] = route.split(' ');
    if (method !== 'GET') continue;
    for (const address of addresses(path, scene, last))
      for (const query of queriesOf(path, scene.claims)) {
        const response = await person.send('GET', `${address}${query}`);
        const report = response.headers.get('x-loss-report') ?? '';
        const text = await response.text();
        if (text.includes('"more":true'))
          throw new Error(`${address}${query}: not all that was found is listed`);
        if (response.status < 500) yield [`GET ${address}${query}`, `${text}${report}`];
        else throw new Error(`${address}${query}: ${response.status}`);
      }
  }
  const copied = await person.send('POST', `/api/maps/${scene.map}/copy`);
  if (!copied.ok) return;
  const { id } = (await copied.json()) as { id: Id };
  yield ['POST copy', JSON.stringify(await person.ask('GET', `/api/maps/${id}`))];
}

export interface Findings {
  /** Who was told what is not theirs, or what nobody is told, and by which way. */
  readonly leaks: string[];
  /** Who was not told what is theirs by the snapshot or a frame. */
  readonly missing: string[];
  readonly tables: ReadonlySet<string>;
}

export async function crawl(app: TestApp, formats = WRITTEN): Promise<Findings> {
  const scene = await aScene(app, formats);
  const { map, viewers } = scene;
  const bots = viewers.map(({ person }) => new Bot(app.url, person, map));
  const heard = bots.map(() => '');
  const leaks: string[] = [];
  const missing: string[] = [];
  try {
    for (const [i, bot] of bots.entries()) {
      await bot.live();
      bot.onFrame = (frame: Frame) => (heard[i] = `${heard[i]}${JSON.stringify(frame)}`);
    }
    const authors = viewers.flatMap(({ participant, role }) => (role !== 'owner' && participant) || []);
    const sideOf = (by: Id) => viewers.find(({ participant }) => participant === by)?.side ?? null;
    const { content, rows } = planted(authors, uuidv7, sideOf);
    const rooms = app.part(RoomsService);
    const info = (await rooms.current(map))?.map.info;
    if (!info) throw new Error('the map is gone');
    const answer = await rooms.edit(map, null, [
      { id: uuidv7(), edit: { kind: 'found', content: { ...content, info } } },
    ]);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const current = await rooms.current(map);
    if (!current) throw new Error('the map is gone');
    const { version } = current;
    for (const [i, bot] of bots.entries()) {
      const viewer = viewers[i]!;
      await bot.until(({ version: held }) => held === version);
      const caught = JSON.stringify(await bot.socket.emitWithAck('catch-up', { since: version - 1 }));
      const { map: fresh } = await viewer.person.ask<Snapshot>('GET', `/api/maps/${map}`);
      const told = {
        frame: heard[i] ?? '',
        'catch-up': caught,
        'confirmed map': JSON.stringify(contentOf(bot.client.confirmed)),
        snapshot: JSON.stringify(fresh),
      };
      const theirs = new Set(rows.flatMap((row) => (mayRead(row, viewer, current.map) ? row.words : [])));
      const fetched = new Set(rows.flatMap((row) => row.fetched));
      const ownOr = (way: string, text: string): void => {
        for (const { row, words } of rows)
          for (const word of words)
            if (!theirs.has(word) && text.includes(word))
              leaks.push(`${viewer.name}: ${row.table} by ${way}`);
      };
      for (const [way, text] of Object.entries(told)) {
        ownOr(way, text);
        for (const word of theirs)
          if (text.includes(word) === fetched.has(word))
            (fetched.has(word) ? leaks : missing).push(
              `${viewer.name}: ${rows.find(({ words }) => words.includes(word))?.row.table} by ${way}`,
            );
      }
      const unread = new Set([...fetched].filter((word) => theirs.has(word)));
      const idsOf = (table: TableName) =>
        rows.flatMap(({ row }) => (row.table === table ? row.entity.id : []));
      const routes = { ...scene, editions: idsOf('editions'), claims: idsOf('claims') };
      for await (const [way, text] of crawled(app.page.routes.keys(), routes, viewer, version)) {
        ownOr(way, text);
        if (!way.includes('/export/')) for (const word of secretsIn(text)) unread.delete(word);
      }
      for (const word of unread) missing.push(`${viewer.name}: ${word} can be fetched nowhere`);
    }
    return { leaks, missing, tables: new Set(rows.map(({ row }) => row.table)) };
  } finally {
    for (const bot of bots) bot.close();
  }
}
