import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { startTestApp, type TestApp } from '../testing/testApp.ts';
import { refusalOf } from './refusals.ts';

const failing = (message: string, code?: string) => Object.assign(new Error(message), { code });

describe('refusalOf', () => {
  it('tells a database that is away, which passes, from a bug', () => {
    const away = [
      failing('connect', 'ECONNREFUSED'),
      failing('ending', '57P01'),
      failing('slow', '57014'),
      failing('starting', '57P03'),
      failing('idle', '25P03'),
      failing('gone', 'ENOTFOUND'),
      failing('Connection terminated unexpectedly'),
      failing('Connection terminated due to connection timeout'),
      failing('Client was closed and is not queryable'),
      failing('Client has encountered a connection error and is not queryable'),
      failing('Query read timeout'),
      failing('timeout expired'),
      failing('timeout exceeded when trying to connect'),
      failing('Cannot use a pool after calling end on the pool'),
      new QueryRunnerAlreadyReleasedError(),
    ];
    for (const error of away) expect(refusalOf(error)).toMatchObject({ code: 'busy', retryAfterMs: 1000 });
    for (const error of [failing('no such table', '42P01'), failing('oops'), 'text', null])
      expect(refusalOf(error)).toBeUndefined();
  });
});

describe('the server', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('outlives the loss of all its database connections', async () => {
    const person = await app.member();
    await app.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    const answers = await Promise.all(Array.from({ length: 10 }, () => person.get('/api/accounts/me')));
    for (const { status } of answers) expect([200, 503]).toContain(status);
    await person.get('/healthz').expect(200);
    await person.get('/api/accounts/me').expect(200);
  });
});
