// A debate by plan over the real server: phases end by themselves and are written down, whoever looks [D5].
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Id, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Person } from '../../../../tests/support/people.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const stand = async (person: Person, map: Id) =>
  (await person.ask<Snapshot>('GET', `/api/maps/${map}`)).map.debates[0]?.phase;

it('[D5] a phase whose time is up has ended, and the log says so (S-05)', async () => {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('A map', 'en');
  const [debate, first, second] = [uuidv7(), uuidv7(), uuidv7()];
  const phases = [first, second].map((id) => ({
    id,
    name: 'P',
    side: null,
    seconds: 60,
    may: [],
    bells: [],
  }));
  const plan = { name: 'D', sides: [], phases, queue: 'raised', pace: 'plan', injury: null, choose: false } as const; // prettier-ignore
  await owner.edit(map, [
    { kind: 'begin-debate', debate, plan },
    { kind: 'clock', debate, phase: null, deed: { what: 'go', to: first, spent: 59_990 } },
  ]);
  // Until the server has looked; however slow it is, the phase has ended.
  while ((await stand(owner, map)) !== second) await new Promise((done) => setTimeout(done, 100));
  const { changes } = await owner.ask<{ changes: { kind: string; by: Id | null }[] }>('GET', `/api/maps/${map}/changes?since=3`); // prettier-ignore
  expect(changes).toMatchObject([{ kind: 'clock', by: null }]);
});
