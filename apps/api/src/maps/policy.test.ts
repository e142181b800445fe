import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Change, EditAnswer, Id, MapSummary } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
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
import { STATUS } from '../refusals.ts';

let app: TestApp;
let owner: Person;
let map: Id;
let moderator: Person;
let suggester: Person;
let author: Id;

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.member();
});
afterAll(() => app.stop());
beforeEach(async () => {
  map = (await makeMap(owner)).id;
  [moderator, suggester] = [app.person(), app.person()];
  await join(moderator, (await invite(owner, map, 'moderator')).code, 'Mo');
  author = (await join(suggester, (await invite(owner, map, 'suggester')).code, 'Sun')).participant.id;
});

const setting = (set: object) => edit(owner, map, { kind: 'change-settings', set });
const codes = ({ verdicts }: EditAnswer) =>
  verdicts.map((verdict) => ('refusal' in verdict ? verdict.refusal.code : 'ok'));
const waiting = async () =>
  (await read(moderator, map)).map.proposals.filter(({ state }) => state === 'pending');
const decide = (proposal: Id | undefined, verdict: string, code: string | null = null) => ({
  kind: 'decide',
  proposal,
  verdict,
  code,
  reason: null,
});
const listed = (reason: Id, en = 'Too long') => ({ kind: 'set-reason', reason, code: null, zh: '太长', en, offered: true }); // prettier-ignore

describe('the policy of a map', () => {
  it('[P17] [M-13] one more than may wait is refused with 429 and the number in words', async () => {
    await setting({ quota: 2 });
    expect(codes(await edit(suggester, map, addClaim('One.'), addClaim('Two.'), addClaim('Three.')))).toEqual(
      ['ok', 'ok', 'too-many-proposals'],
    );
    const text = { id: uuidv7(), source: uuidv7(), edition: uuidv7(), title: 'T', url: '', language: 'en', text: 'Said.', marks: [] }; // prettier-ignore
    const { refusal } = await bodyOf<RefusedBody>(
      suggester.post(`/api/maps/${map}/sources`).send(text).expect(429),
    );
    expect(refusal.code).toBe('too-many-proposals');
    expect(refusal.message).toContain('At most 2');
    await edit(moderator, map, decide((await waiting())[0]?.id, 'accepted'));
    await suggester.post(`/api/maps/${map}/sources`).send({ ...text, id: uuidv7() }).expect(201); // prettier-ignore
  });

  it('[P18] [M-14] the fourth goes live after three, waits again once that is taken back, and the log tells', async () => {
    await setting({ trust: 3 });
    await edit(suggester, map, addClaim('One.'), addClaim('Two.'), addClaim('Three.'));
    const three = (await waiting()).map(({ id }) => decide(id, 'accepted'));
    await edit(moderator, map, ...three);
    const live = addClaim('The fourth.');
    await edit(suggester, map, live);
    expect(await waiting()).toEqual([]);
    const { changes } = await bodyOf<{ changes: Change[] }>(owner.get(`/api/maps/${map}/changes`));
    const skipped = changes.filter(
      ({ by, patches }) => by === author && patches.some(({ table }) => table === 'claims'),
    );
    expect(skipped.map(({ kind, patches }) => [kind, patches.map(({ table }) => table)])).toEqual([
      ['add-claim', ['claims']],
    ]);
    await edit(moderator, map, { kind: 'set-trust', trust: uuidv7(), participant: author, revoked: true });
    await edit(suggester, map, addClaim('The fifth.'));
    expect((await waiting()).map(({ edit: { text } }) => text)).toEqual(['The fifth.']);
    const other = app.person();
    await join(other, (await invite(owner, map, 'suggester')).code, 'Su');
    const seen = async (person: Person) => (await read(person, map)).map.trusts.length;
    expect([await seen(suggester), await seen(moderator), await seen(other)]).toEqual([1, 1, 0]);
  });

  it('[P19] [M-04] a reason of its own is read by the author in both languages; an unknown one changes nothing', async () => {
    const reason = uuidv7();
    await edit(suggester, map, addClaim('One.'));
    const [proposal] = await waiting();
    expect([STATUS['reason-needed'], STATUS['unknown-reason'], STATUS['still-cited']]).toEqual([422, 422, 409]); // prettier-ignore
    const { version } = await read(owner, map);
    expect(codes(await edit(moderator, map, decide(proposal?.id, 'returned')))).toEqual(['reason-needed']);
    expect(codes(await edit(moderator, map, decide(proposal?.id, 'returned', reason)))).toEqual([
      'unknown-reason',
    ]);
    expect((await read(owner, map)).version).toBe(version);
    expect(codes(await edit(suggester, map, listed(reason)))).toEqual(['not-allowed']);
    await edit(owner, map, listed(reason), decide(proposal?.id, 'returned', reason));
    const { map: told } = await read(suggester, map);
    expect(told.proposals.map(({ code }) => code)).toEqual([reason]);
    expect(told.reasons).toMatchObject([{ id: reason, zh: '太长', en: 'Too long' }]);
    expect(codes(await edit(owner, map, { kind: 'drop-reason', reason }))).toEqual(['still-cited']);
  });

  it('[P17] a copy is moderated in the same way, and trusts nobody less', async () => {
    await setting({ policy: 'Sources first.', quota: 3, trust: 2 });
    const trust = { kind: 'set-trust', trust: uuidv7(), participant: author, revoked: true };
    await edit(owner, map, listed(uuidv7()), trust);
    const { id } = await bodyOf<MapSummary>(owner.post(`/api/maps/${map}/copy`));
    const copy = (await read(owner, id)).map;
    expect(copy.info).toMatchObject({ policy: 'Sources first.', quota: 3, trust: 2 });
    expect([copy.reasons.length, copy.trusts.length]).toEqual([1, 0]);
  });
});
