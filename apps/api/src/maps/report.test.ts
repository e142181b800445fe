import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MARK, NO_TASKS, type Id, type Report } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { PARTS_FROM_LOG, type PartInLog } from '../../../../tests/support/reportFromLog.ts';
import { addClaim, bodyOf, edit, invite, join, makeMap, startTestApp, type Person, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const reportFor = (person: Person, map: Id) =>
  bodyOf<Report>(person.get(`/api/maps/${map}/report`).expect(200));

async function aSeminar() {
  const [owner, ada, bo] = [await app.member(), app.person(), app.person()];
  const { id: map } = await makeMap(owner);
  const come = async (person: Person, name: string) =>
    (await join(person, (await invite(owner, map, 'participant')).code, name)).participant.id;
  const ids = { ada: await come(ada, 'Ada'), bo: await come(bo, '=1+1') };
  const [thesis, own, answer, gone] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  const reply = (text: string, claim: Id, target: Id) => ({
    ...addClaim(text, claim),
    to: { at: 'argument', argument: uuidv7(), direction: 'rebut', target: { kind: 'claim', id: target }, order: 'a0' }, // prettier-ignore
  });
  await edit(owner, map, { kind: 'change-settings', set: { votes: 'hidden', tasks: { ...NO_TASKS, replies: 2 } } }); // prettier-ignore
  await edit(ada, map, addClaim('The bridge should stay', thesis), reply('It is old', own, thesis), {
    kind: 'comment',
    comment: uuidv7(),
    claim: own,
    text: 'So they say',
  });
  await edit(bo, map, reply('It was mended', answer, own), reply('It is blue', gone, thesis), { kind: 'remove', id: gone }); // prettier-ignore
  await edit(bo, map, ...[thesis, own].map((on) => ({ kind: 'vote', vote: uuidv7(), on, ballot: uuidv7(), judged: null, value: 2 }))); // prettier-ignore
  return { map, owner, ada, bo, ids };
}

describe('who contributed how much', () => {
  it('[S-19] [H1] [H2] [H7] is for who decides what SQL over the log says', async () => {
    const { map, owner, ids } = await aSeminar();
    const { people } = await reportFor(owner, map);
    const told = people.map(({ person, written, kept, claims, replies, sources, comments, voted, spoken }) => ({
      person: person.id, written, kept, claims, replies, sources, comments, voted, spoken,
    })); // prettier-ignore
    told.sort((a, b) => (a.person < b.person ? -1 : 1));
    const counted = await app.query<PartInLog>(PARTS_FROM_LOG, [map]);
    expect(told).toEqual(counted);
    expect(told.find(({ person }) => person === ids.bo)).toMatchObject({ written: 2, kept: 1, replies: 1, voted: 2, spoken: 0 }); // prettier-ignore
  });

  it('[S-19] [H7] is for others their own part alone', async () => {
    const { map, ada, ids } = await aSeminar();
    const { people } = await reportFor(ada, map);
    expect(people.map(({ person, voted }) => [person.id, voted])).toEqual([[ids.ada, 0]]);
    const csv = (await ada.get(`/api/maps/${map}/report/csv`).expect(200)).text;
    expect(csv.trim().split('\r\n')).toHaveLength(2);
  });

  it('[S-16] [S-24] comes as a file for spreadsheets, with how far each is in the tasks', async () => {
    const { map, owner, ids } = await aSeminar();
    const { text, headers } = await owner.get(`/api/maps/${map}/report/csv?language=zh`).expect(200);
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(text.startsWith(`${MARK}人,编号,方,主张,`)).toBe(true);
    expect(text).toContain(`\r\n'=1+1,${ids.bo},,0,1,0,0,2,0,2,1,50,50\r\n`);
  });
});
