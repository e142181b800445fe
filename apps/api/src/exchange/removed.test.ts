// Words that were removed, looked for in every way out of the server, by everyone who may ask.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORMATS, type Frame } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Bot } from '../../../../tests/support/bot.ts';
import { Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** Those that can be read as text; the others are written from the same content. */
const ALL = [...FORMATS.filter(({ write }) => write).map(({ id }) => id), 'svg', 'html'];
const NAMES = ['moderator', 'author', 'participant', 'observer', 'stranger', 'visitor'] as const;
type Name = (typeof NAMES)[number];
const READERS: readonly Name[] = ['moderator', 'author'];

/** Every string that a person can write gets a word of its own, so that each is looked for. */
let planted = 0;
const secret = (): string => `zq${++planted}q`;
/** A font that a page brings along is letters without a meaning, and may have such a word by chance. */
const FONT = /base64,[\w+/=]+/g;
const secretsIn = (text: string): number => new Set(text.replace(FONT, '').match(/zq\d+q/g)).size;

interface Debate {
  readonly map: string;
  readonly people: Readonly<Record<Name, Person>>;
  readonly owner: Person;
  /** What the author wrote, and all of it hangs beneath: removed and restored with one mark. */
  readonly top: string;
  readonly source: string;
  readonly editions: readonly string[];
  /** How many secrets were planted. */
  readonly secrets: number;
}

async function aDebate(): Promise<Debate> {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('Open to anyone', 'en');
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone' } }]);
  const people = {} as Record<Name, Person>;
  for (const name of NAMES) {
    people[name] = new Person(app.url);
    if (name === 'visitor') continue;
    await people[name].signUp(name);
    if (name === 'stranger') continue;
    const role = name === 'author' ? 'participant' : name;
    await people[name].join((await owner.invite(map, role)).code, name);
  }
  const [thesis, top, claim, source, edition, corrected] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()]; // prettier-ignore
  const add = (id: string, text: string, to: object) => ({ kind: 'add-claim', claim: id, text, language: 'en', to }); // prettier-ignore
  const under = (id: string) => ({ at: 'argument', argument: uuidv7(), direction: 'support', target: { kind: 'claim', id }, order: 'a0' }); // prettier-ignore
  await owner.edit(map, [
    add(thesis, 'A thesis', { at: 'thesis', order: 'a0' }),
    add(top, 'A reason', under(thesis)),
  ]);
  const before = planted;
  const [first, marked] = [secret(), `${secret()} ${secret()} ${secret()}`];
  await people.author.edit(map, [
    add(claim, first, under(top)),
    { kind: 'reword', claim, text: secret(), was: first },
    { kind: 'reword', claim, text: secret(), was: first },
    { kind: 'comment', comment: uuidv7(), claim, text: secret() },
    {
      kind: 'add-source',
      source,
      edition,
      title: secret(),
      url: `https://example.org/${secret()}`,
      language: 'en',
      text: marked,
      marks: [{ start: 0, speaker: secret(), time: null }],
    },
    { kind: 'add-edition', edition: corrected, source, text: secret(), reason: secret(), marks: [] },
    { kind: 'quote', quotation: uuidv7(), claim, edition, start: 6, end: 8, bearing: 'paraphrase' },
  ]);
  return { map, people, owner, top, source, editions: [edition, corrected], secrets: planted - before };
}

/** How many secrets come out of each way, by whoever asks. */
async function found({ map, editions }: Debate, person: Person): Promise<Record<string, number>> {
  const answers: Record<string, string> = {};
  const paths = [
    '',
    '/changes?limit=100',
    ...editions.map((edition) => `/editions/${edition}`),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((version) => `/at/${version}`),
  ];
  const files = ALL.flatMap((format) => [`${format}?comments=true`, `${format}?comments=true&history=true`]);
  for (const path of [...paths, ...files.map((file) => `/export/${file}`)]) {
    const response = await person.send('GET', `/api/maps/${map}${path}`);
    answers[path] = `${await response.text()} ${JSON.stringify([...response.headers])}`;
    if (!response.ok) answers[path] = `${path}: ${response.status} ${answers[path]}`;
    expect(response.ok || path.startsWith('/at/')).toBe(true);
  }
  answers['/api/maps'] = await (await person.send('GET', '/api/maps')).text();
  answers['/embed'] = await (await person.send('GET', `/embed/${map}`)).text();
  return Object.fromEntries(Object.entries(answers).map(([way, text]) => [way, secretsIn(text)]));
}

const NONE = (ways: Record<string, number>): string[] => Object.entries(ways).filter(([, n]) => n > 0).map(([way]) => way); // prettier-ignore

describe('[V5] [V6] [V8] removed words', () => {
  it('[V5] [V8] leave by no way but for their author and the moderators, and by all again once they are restored', async () => {
    const debate = await aDebate();
    const { map, owner, top, source, people, secrets } = debate;
    const open = await found(debate, people.visitor);
    expect(debate.editions.map((edition) => open[`/editions/${edition}`])).toEqual([4, 1]);
    // Of the texts it tells what is quoted; the word in its midst is cut in two, and who speaks is not told.
    const told = secrets - 3;
    expect(open['/changes?limit=100']).toBe(told);
    expect(open['/export/json?comments=true']).toBe(secrets - 1); // the first wording is history
    await owner.edit(map, [
      { kind: 'remove', id: source },
      { kind: 'remove', id: top },
    ]);
    for (const name of NAMES) {
      const ways = await found(debate, people[name]);
      if (READERS.includes(name)) {
        expect(ways['/changes?limit=100']).toBe(told);
        expect(debate.editions.map((edition) => ways[`/editions/${edition}`])).toEqual([4, 1]);
      } else expect({ name, leaks: NONE(ways) }).toEqual({ name, leaks: [] });
      const file = await (
        await people[name].send('GET', `/api/maps/${map}/export/json?comments=true`)
      ).text();
      expect((await owner.send('POST', '/api/maps/import', file)).status).toBe(201);
    }
    await owner.edit(map, [
      { kind: 'restore', id: source },
      { kind: 'restore', id: top },
    ]);
    for (const name of NAMES) expect(await found(debate, people[name])).toEqual(open);
  });

  it('[V7] leave the map of who is connected, and come back, over a real socket', async () => {
    const debate = await aDebate();
    const { map, owner, top, people, secrets } = debate;
    const bots = Object.fromEntries(NAMES.map((name) => [name, new Bot(app.url, people[name], map)]));
    const frames = new Map<string, Frame[]>(NAMES.map((name) => [name, []]));
    const inMap = ({ client }: Bot): number => secretsIn(JSON.stringify([...client.confirmed.claims.values(), ...client.confirmed.comments.values(), ...client.confirmed.quotations.values()])); // prettier-ignore
    try {
      for (const [name, bot] of Object.entries(bots)) {
        await bot.live();
        bot.onFrame = (frame) => frames.get(name)?.push(frame);
      }
      const version = (await owner.edit(map, [{ kind: 'remove', id: top }])).version;
      for (const [name, bot] of Object.entries(bots)) {
        await bot.until(({ version: held }) => held === version);
        expect([name, inMap(bot) > 0]).toEqual([name, READERS.includes(name as Name)]);
        expect([name, secretsIn(JSON.stringify(frames.get(name)))]).toEqual([name, 0]);
      }
      const back = (await owner.edit(map, [{ kind: 'restore', id: top }])).version;
      for (const bot of Object.values(bots)) {
        await bot.until(({ version: held }) => held === back);
        expect(inMap(bot)).toBeGreaterThan(0);
      }
      expect(secrets).toBeGreaterThan(8);
    } finally {
      for (const bot of Object.values(bots)) bot.close();
    }
  });
});
