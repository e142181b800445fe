// The real server on a database of its own, and people with a browser's cookies who speak to it.
import 'reflect-metadata';
import type {
  EditAnswer,
  Id,
  Invite,
  Joined,
  MapSummary,
  RefusalAnswer,
  Role,
  Snapshot,
} from '@counterpoint/shared';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Client } from 'pg';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { uuidv7 } from 'uuidv7';
import { createTestDatabase } from '../../../tests/support/testDatabase.ts';
import { createApp } from '../src/app.ts';
import { readConfig, type Config } from '../src/config.ts';
import { createLogger } from '../src/logging.ts';
import { ApiPage } from './apiPage.ts';

export type Person = TestAgent;
export const PASSWORD = 'correct horse battery';

export interface TestApp {
  readonly config: Config;
  readonly url: string;
  /** All answers to people are held against it; what differs comes out when the server stops. */
  readonly page: ApiPage;
  /** A part of the running server, to see what no answer tells. */
  part<T>(type: Type<T>): T;
  /** Handlers of the running server, as `METHOD /path`. */
  handlers(): string[];
  /** Someone with a fresh browser. */
  person(): Person;
  /** Someone who has just signed up. */
  member(login?: string): Promise<Person>;
  restart(more?: Partial<Config>): Promise<void>;
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** Over so long that clocks which tests move and set back make no difference. */
const PLENTY = { most: 10_000_000, perMs: 3_600_000 };

/** `tables` are made beside those of the migrations, before the server starts. */
export async function startTestApp(
  more: Partial<Config> = {},
  lines?: string[],
  tables = '',
): Promise<TestApp> {
  const database = await createTestDatabase();
  const usual = readConfig({ DATABASE_URL: database.url, LOG_LEVEL: lines ? 'trace' : 'fatal' });
  let config: Config = {
    ...usual,
    healthMs: 20_000,
    // Tests ask faster than people do; turnstile.test.ts has limits of its own.
    limits: { ...usual.limits, requests: PLENTY, reads: PLENTY },
    ...more,
  };
  const sql = new Client({ connectionString: database.url });
  await sql.connect();
  if (tables) await sql.query(tables);
  let app!: NestExpressApplication;
  const start = async (): Promise<void> => {
    app = await createApp(config, lines && createLogger(config, { write: (line) => lines.push(line) }));
    await app.listen(port, '127.0.0.1');
  };
  let port = 0;
  await start();
  port = Number(new URL(await app.getUrl()).port);
  const url = `http://127.0.0.1:${port}`;
  const page = new ApiPage(await (await fetch(`${url}/api/docs/openapi.json`)).text());
  // By address, so that people find the server again after a restart.
  const person = (): Person => supertest.agent(url).on('response', page.hold);
  return {
    get config() {
      return config;
    },
    url,
    page,
    part: (type) => app.get(type),
    handlers: () => handlersOf(app),
    person,
    async member(login = uuidv7()) {
      const agent = person();
      await agent.post('/api/accounts/sign-up').send({ login, name: 'Ann', password: PASSWORD }).expect(201);
      return agent;
    },
    async restart(changed = {}) {
      await app.close();
      config = { ...config, ...changed };
      await start();
    },
    query: async <Row extends object>(text: string, values: unknown[] = []) =>
      (await sql.query<Row>(text, values)).rows,
    async stop() {
      await sql.end();
      await app.close();
      await database.drop();
      if (page.breaches.size > 0) throw new Error(['Not as the API page says:', ...page.breaches].join('\n'));
    },
  };
}

function handlersOf(app: NestExpressApplication): string[] {
  const scanner = new MetadataScanner();
  return [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => {
      const prototype = metatype?.prototype as Readonly<Record<string, object>>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] ?? {};
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        return path === undefined || method === undefined ? [] : `${RequestMethod[method]} ${path}`;
      });
    }),
  );
}

/** The body of an answer; the caller says what it is. */
export async function bodyOf<T>(asked: PromiseLike<{ readonly body: unknown }>): Promise<T> {
  return (await asked).body as T;
}

export type RefusedBody = RefusalAnswer;

export function makeMap(person: Person, title = 'School uniforms'): Promise<MapSummary> {
  return bodyOf<MapSummary>(person.post('/api/maps').send({ title, language: 'en' }).expect(201));
}

export function invite(owner: Person, map: Id, role: Role): Promise<Invite> {
  return bodyOf<Invite>(owner.post(`/api/maps/${map}/invites`).send({ role }).expect(201));
}

export function join(person: Person, key: string, name: string | undefined = 'Bob'): Promise<Joined> {
  return bodyOf<Joined>(person.post(`/api/join/${key}`).send({ name }).expect(200));
}

export const addClaim = (text: string, claim: Id = uuidv7()) => ({
  kind: 'add-claim',
  claim,
  text,
  language: 'en',
  to: { at: 'thesis', order: 'a0' },
});

export function edit(person: Person, map: Id, ...edits: object[]): Promise<EditAnswer> {
  const asked = { edits: edits.map((one) => ({ id: uuidv7(), edit: one })) };
  return bodyOf<EditAnswer>(person.post(`/api/maps/${map}/edits`).send(asked).expect(200));
}

/** [P27] Only what lies in the archive is deleted. */
export async function deleteMap(owner: Person, map: Id): Promise<void> {
  await edit(owner, map, { kind: 'set-hold', hold: 'archived', slow: 0 });
  await owner.delete(`/api/maps/${map}`).expect(204);
}

export function read(person: Person, map: Id): Promise<Snapshot> {
  return bodyOf<Snapshot>(person.get(`/api/maps/${map}`).expect(200));
}
