// docs/examples/client.py does what docs/protocol.md says, in Python. It writes along with two of our own clients over a line
// that is cut, stalls or loses answers; SEED=n plays another story.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentOf, mapOf, type ArgumentMap, type Id, type Snapshot } from '@counterpoint/shared';
import { migrations } from '@counterpoint/migrations';
import { backUp } from '@counterpoint/migrations/backup/backup';
import { restore } from '@counterpoint/migrations/backup/restore';
import { Random, Writer } from '@counterpoint/shared/simulator';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uuidv7 } from 'uuidv7';
import { startApi, type RunningApi } from './support/api.ts';
import { Bot } from './support/bot.ts';
import { dumpOf, type Dump } from './support/dump.ts';
import { logOf } from './support/load.ts';
import { aSeminar, Person } from './support/people.ts';
import { wireTo, type Wire } from './support/proxy.ts';
import { PythonWriter, type Result } from './support/pythonWriter.ts';
import { createTestDatabase, type TestDatabase } from './support/testDatabase.ts';

const seed = Number(process.env.SEED ?? 1);
const EDITS = 12;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-language-'));
const file = path.join(folder, 'backup');

let database: TestDatabase;
let server: RunningApi;
let wire: Wire;
let python: PythonWriter | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startApi({ databaseUrl: database.url });
  wire = await wireTo(server.port);
});
afterAll(async () => {
  await python?.stop();
  await wire.close();
  await server.stop();
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

/** One of our own clients, which writes what the simulator's people write. */
class Ours {
  readonly bot: Bot;
  readonly made: Id[] = [];
  private readonly writer: Writer;

  constructor(
    readonly person: Person,
    map: Id,
    ownSeed: number,
  ) {
    this.bot = new Bot(server.url, person, map);
    this.writer = new Writer(new Random(ownSeed), () => uuidv7());
  }

  get dump(): Dump {
    return dumpOf(this.bot.client.version, contentOf(this.bot.client.confirmed));
  }

  async write(count: number): Promise<void> {
    for (let left = count; left > 0; left--) {
      await this.bot.until(({ status, pending }) => status === 'live' && pending.length < 3);
      const { client } = this.bot;
      const edit = this.writer.next(client.view, { participant: client.participant, role: 'participant' });
      const asked = edit && client.edit(edit);
      if (asked?.ok) this.made.push(asked.value);
    }
  }
}

interface Scene {
  readonly python: PythonWriter;
  readonly ours: readonly Ours[];
  readonly owner: Person;
  readonly map: Id;
}

const none = (): void => undefined;
const cut = (): void => wire.cut();
const stall = (): void => wire.stall();
const mute = (): void => wire.mute();

/** Everyone writes; in the middle of it the line of the Python client breaks, and comes back when the others are done. */
async function round({ python, ours }: Scene, breakLine: () => void): Promise<void> {
  const before = python.state?.made ?? 0;
  python.tell({ write: EDITS });
  const others = Promise.all(ours.map((one) => one.write(EDITS)));
  await python.until(({ made, due }) => made > before + 2 || due === 0);
  breakLine();
  await others;
  wire.cut();
  wire.mend();
  await python.until(({ due, pending }) => due === 0 && pending === 0);
}

/** The Python client's edit is accepted and the answer is lost: it has to ask again. */
async function unanswered(scene: Scene, text: string): Promise<void> {
  const { python, ours } = scene;
  const newest = await quiet(scene);
  await python.until(({ version }) => version === newest);
  wire.mute();
  python.tell({ say: text });
  await ours[0]!.bot.until(({ confirmed }) => saying(confirmed, text).length === 1);
  await python.until(({ pending }) => pending === 1);
  wire.cut();
  wire.mend();
  await python.until(({ pending }) => pending === 0);
}

/** [S13] One change too long for a frame is only announced; and what is missed over a cut comes in pieces. */
async function long(scene: Scene): Promise<void> {
  const { python, owner, map } = scene;
  const newest = await quiet(scene);
  await python.until(({ version }) => version === newest);
  const claims = Array.from({ length: 40 }, (_, i) => `<outline text="${i} ${'仁'.repeat(8_000)}"/>`);
  const file = `<opml version="2.0"><body>${claims.join('')}</body></opml>`;
  const type = { 'content-type': 'application/octet-stream' };
  const answer = await owner.send('POST', `/api/maps/${map}/import?name=long.opml`, file, type);
  expect(answer.status).toBe(200);
  await python.until(({ version }) => version === newest + 1);
  wire.cut();
  for (const number of [1, 2, 3, 4]) await owner.edit(map, [aSource(`片段 ${number}`, 20_000)]);
  wire.mend();
  await python.until(({ version }) => version === newest + 5);
}

const added = (claim: Id, text: string) => ({
  ...{ kind: 'add-claim', claim, text, language: 'zh' },
  to: { at: 'thesis', order: 'a0' },
});

const aSource = (title: string, length: number) => ({
  ...{ kind: 'add-source', source: uuidv7(), edition: uuidv7(), title, language: 'zh' },
  text: '仁'.repeat(length),
});

/** The version that the server has when nobody writes. */
async function quiet({ ours, owner, map }: Scene): Promise<number> {
  await Promise.all(ours.map(({ bot }) => bot.settled()));
  return (await owner.ask<Snapshot>('GET', `/api/maps/${map}`)).version;
}

const saying = (map: ArgumentMap, text: string) =>
  [...map.claims.values()].filter((claim) => claim.text === text);

async function begin(role: 'moderator' | 'participant'): Promise<Scene> {
  wire.mend();
  const { map, owner } = await aSeminar(server.url, 0, '多语言');
  await leaveBehind(owner, map);
  const { code } = await owner.invite(map, role);
  const ours: Ours[] = [];
  for (const number of [1, 2]) {
    const person = new Person(server.url);
    await person.join(code, `学员 ${number}`);
    ours.push(new Ours(person, map, seed + number));
  }
  python = new PythonWriter(wire.url, code, '小蛇', seed);
  await Promise.all(ours.map(({ bot }) => bot.live()));
  await python.until(({ version }) => version !== null);
  return { python, ours, owner, map };
}

/** [E12] Merges a claim into another premise of the argument that refers to it: the reference names what is no claim since. */
async function leaveBehind(owner: Person, map: Id): Promise<void> {
  const [thesis, into, claim, argument, reference] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const at = {
    at: 'argument',
    argument,
    direction: 'support',
    target: { kind: 'claim', id: thesis },
    order: 'a0',
  };
  await owner.edit(map, [
    added(thesis, '论点'),
    { ...added(into, '理由'), to: at },
    added(claim, '又一个理由'),
    { kind: 'add-reference', reference, claim, to: { at: 'premise', argument, order: 'a1' } },
    { kind: 'merge-claim', claim, into, reference: uuidv7() },
  ]);
}

/** As much of a map as everybody sees. */
const forAll = ({ outline, map: { claims, arguments: all, references, comments, quotations } }: Dump) => ({ outline, claims, all, references, comments, quotations }); // prettier-ignore

/** Ends the Python client, and compares what everyone holds with what the server shows them. */
async function compare(scene: Scene): Promise<Result> {
  const { python, ours, map } = scene;
  const newest = await quiet(scene);
  await Promise.all(ours.map(({ bot }) => bot.until(({ version }) => version === newest)));
  const shown = async (headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/api/maps/${map}`, { headers });
    const snapshot = (await answer.json()) as Snapshot;
    return dumpOf(snapshot.version, snapshot.map);
  };
  const result = await python.end(newest);
  expect(result.dump).toEqual(await shown({ cookie: python.state!.cookie }));
  for (const one of ours) expect(one.dump).toEqual(await shown(one.person.headers));
  ours.forEach(({ bot }) => bot.close());
  return result;
}

/** Nothing lost, nothing twice: what anyone made is in the log or was refused, each once. */
async function account({ python, ours, owner, map }: Scene, { made, refused }: Result): Promise<void> {
  const log = await logOf(owner, map);
  expect(log.map(({ version }) => version)).toEqual(log.map((_, i) => i + 1));
  // What others keep back passes as a number without an id.
  const told = log.filter(({ kind }) => kind !== 'hidden');
  expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
  // As they read it themselves: some edits are signed for their author alone.
  const decided = (own: typeof log, by: Id | null, others: readonly { readonly id: Id }[]) =>
    [...own.filter((change) => change.by === by && change.kind !== 'join'), ...others]
      .map(({ id }) => id)
      .sort();
  const { participant } = python.state!;
  expect(decided(log, participant, refused)).toEqual([...made].sort());
  for (const { bot, person, made: asked } of ours)
    expect(decided(await logOf(person, map), bot.client.participant, bot.tray)).toEqual([...asked].sort());
  expect(log.filter(({ by }) => by === participant).length).toBeGreaterThan(EDITS);
}

describe(`a client in another language, after docs/protocol.md, seed ${seed}`, () => {
  it('[S3] [S4] [S5] [S6] [S13] moderators who write over each other end with one map, whatever became of the line', async () => {
    const scene = await begin('moderator');
    for (const breakLine of [none, cut, stall, mute, cut]) {
      await round(scene, breakLine);
      await unanswered(scene, `答复丢失 ${scene.python.state?.made}`);
    }
    await long(scene);
    const result = await compare(scene);
    await account(scene, result);
    // What each keeps to themselves differs: drafts, notes, how far they have read.
    for (const { dump } of scene.ours) expect(forAll(dump)).toEqual(forAll(result.dump));
  });

  it('[S12] [V2] [V7] who decides for a while, and only suggests for another, sees in the end what a participant may see', async () => {
    const scene = await begin('participant');
    const { owner, map } = scene;
    const { participant } = scene.python.state!;
    const claim = uuidv7();
    await owner.edit(map, [
      added(claim, '只给主持人看'),
      added(uuidv7(), '留下'),
      { kind: 'remove', id: claim },
    ]);
    for (const role of ['moderator', 'suggester', 'participant'] as const) {
      await owner.edit(map, [{ kind: 'set-role', participant, role }]);
      scene.python.tell({ say: `作为 ${role}` });
      await round(scene, cut);
      await round(scene, stall);
    }
    await unanswered(scene, '答复丢失');
    const result = await compare(scene);
    await account(scene, result);
    const { outline, map: held } = result.dump;
    const proposed = held.proposals.flatMap(({ edit }) => (edit.kind === 'add-claim' ? [edit.text] : []));
    expect(proposed).toContain('作为 suggester');
    for (const { dump } of scene.ours) {
      expect(dump.outline).toEqual(outline);
      expect(dump.map.proposals.filter(({ by }) => by === participant)).toEqual([]);
    }
  });

  it('goes on after a backup was restored, under a new client, with what it had not sent yet', async () => {
    const scene = await begin('moderator');
    const { python, ours } = scene;
    await round(scene, none);
    await backUp(database.url, file);
    await round(scene, none);
    wire.cut();
    python.tell({ say: '备份之后' });
    await python.until(({ pending }) => pending === 1);
    await server.stop();
    await Promise.all(ours.map(({ bot }) => bot.until(({ status }) => status !== 'live')));
    await restore(database.url, file, { replace: true, migrations, at: Date.now() });
    server = await startApi({ databaseUrl: database.url, port: server.port });
    wire.mend();
    await python.until(({ pending }) => pending === 0);
    const { dump, refused } = await compare(scene);
    expect(saying(mapOf(dump.map), '备份之后').length).toBe(1);
    expect(refused.filter(({ code }) => code === 'id-taken' || code === 'stale')).toEqual([]);
    for (const one of ours) expect(forAll(one.dump)).toEqual(forAll(dump));
  });
});
