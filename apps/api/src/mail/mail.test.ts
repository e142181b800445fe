import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailSettings, Me, Proposal } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { MailServer } from '../../../../tests/support/smtp.ts';
import { addClaim, bodyOf, edit, invite, join, makeMap, read, startTestApp, type Person, type TestApp } from '../../testing/testApp.ts'; // prettier-ignore
import { DigestsService } from './digests.service.ts';

const DAY = 86_400_000;
const PUBLIC = 'https://maps.example';

let mail: MailServer;
let app: TestApp;
const lines: string[] = [];
beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({ mail: { server: mail.url, from: 'Counterpoint <maps@example.org>' }, publicUrl: PUBLIC }, lines); // prettier-ignore
});
afterAll(async () => {
  await app.stop();
  await mail.stop();
});
afterEach(async () => {
  mail.letters.length = 0;
  mail.refuses = undefined;
  await app.query('delete from mail_addresses');
});

const set = (person: Person, more: object = {}) =>
  person
    .post('/api/accounts/mail')
    .send({ address: 'su@example.org', digest: true, language: 'en', ...more });
const settings = (person: Person) => bodyOf<MailSettings>(person.get('/api/accounts/mail').expect(200));
const keyIn = (text: string, task: string): string => new RegExp(`${PUBLIC}/mail/${task}/([\\w-]+)`).exec(text)?.[1] ?? ''; // prettier-ignore
const send = (now = Date.now() + DAY) => app.part(DigestsService).sendDue(now);

/** Someone with a confirmed address. */
async function withMail(person: Person, more: object = {}): Promise<void> {
  await set(person, more).expect(200);
  await app
    .person()
    .post(`/api/mail/confirm/${keyIn(mail.letters.at(-1)?.text ?? '', 'confirm')}`)
    .expect(204);
  mail.letters.length = 0;
}

/** A map with an owner, and a suggester who gets mail. */
async function aMapOf(more: object = {}) {
  const [owner, suggester] = [await app.member(), await app.member()];
  const { id: map } = await makeMap(owner, '河上的桥');
  const { participant } = await join(suggester, (await invite(owner, map, 'suggester')).code, 'Su');
  const claim = uuidv7();
  await edit(owner, map, addClaim('Uniforms cost less.', claim));
  await withMail(suggester, more);
  const propose = async (text: string): Promise<string> => {
    await edit(suggester, map, addClaim(text));
    const { proposals } = (await read(suggester, map)).map;
    return proposals.find((one) => (one.edit as { text?: string }).text === text)?.id ?? '';
  };
  const decide = (proposal: string, verdict: Proposal['state'], reason: string | null = null) =>
    edit(owner, map, { kind: 'decide', proposal, verdict, reason });
  return { owner, suggester, map, claim, participant: participant.id, propose, decide };
}

describe('an address', () => {
  it('[M-09] gets nothing but the question whether it is theirs, before that was answered by its link, which works once', async () => {
    const person = await app.member();
    expect(await settings(person)).toEqual({ address: null, confirmed: false, digest: true });
    await set(person, { language: 'zh' }).expect(200);
    const [letter] = mail.letters;
    expect([letter?.to, letter?.subject]).toEqual(['su@example.org', 'Counterpoint：这是你的邮箱吗？']);
    expect(await settings(person)).toMatchObject({ confirmed: false });
    const key = keyIn(letter?.text ?? '', 'confirm');
    await app.person().post(`/api/mail/confirm/${key}x`).expect(404);
    await app.person().post(`/api/mail/confirm/${key}`).expect(204);
    await app.person().post(`/api/mail/confirm/${key}`).expect(404);
    expect(await settings(person)).toEqual({ address: 'su@example.org', confirmed: true, digest: true });
    // Another one is asked anew; the same is not.
    await set(person, { digest: false }).expect(200);
    expect([mail.letters.length, await settings(person)]).toMatchObject([
      1,
      { confirmed: true, digest: false },
    ]);
    await set(person, { address: 'other@example.org' }).expect(200);
    expect([mail.letters.length, await settings(person)]).toMatchObject([2, { confirmed: false }]);
    await person.delete('/api/accounts/mail').expect(204);
    expect(await settings(person)).toMatchObject({ address: null });
    await set(person, { address: 'no address' }).expect(422);
    await app.person().get('/api/accounts/mail').expect(401);
  });

  it('[M-09] is asked about a few times a day, whoever asks, and a question that cannot be sent is said so', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => app.member()));
    const statuses: number[] = [];
    for (const person of people) statuses.push((await set(person)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const person = await app.member();
    mail.refuses = '550 no such box';
    await set(person, { address: 'nobody@example.org' }).expect(422);
    mail.refuses = '451 later';
    await set(person, { address: 'somebody@example.org' }).expect(503);
  });
});

describe('a digest', () => {
  it('[M-09] tells an author of decisions since the last one, once, and of spam never', async () => {
    const { propose, decide, map } = await aMapOf();
    expect(await send()).toBe(0);
    const [accepted, rejected, spam] = [await propose('Bridges last.'), await propose('Boats rot.'), await propose('Buy now.')]; // prettier-ignore
    await decide(spam, 'spam');
    expect(await send(Date.now() + 2 * DAY)).toBe(0);
    await app.query('update mail_addresses set told_until = told_until - $1', [3 * DAY]);
    await decide(accepted, 'accepted');
    await decide(rejected, 'rejected', 'No source.');
    const now = Date.now();
    expect(await send(now)).toBe(1);
    const [letter] = mail.letters;
    expect([letter?.to, letter?.subject]).toEqual(['su@example.org', 'Counterpoint: 2 notices for you']);
    for (const words of [
      'Hello Ann,',
      `河上的桥\n${PUBLIC}/maps/${map}\n`,
      'Ann accepted your proposal',
      'Ann did not accept your proposal: “No source.”',
    ])
      // prettier-ignore
      expect(letter?.text).toContain(words);
    expect(letter?.text).not.toContain('Buy now');
    expect([await send(now + 1), await send(now + DAY)]).toEqual([0, 0]);
  });

  it('[M-09] is in the person’s language, holds what they may see and did not look at, and names of theirs', async () => {
    const { owner, suggester, map, claim, propose, decide } = await aMapOf({ language: 'zh' });
    const now = Date.now();
    await app.query('update mail_addresses set told_until = $1', [now - DAY]);
    await decide(await propose('Seen already.'), 'accepted');
    await suggester.post(`/api/maps/${map}/looks`).send({ until: 0, told: Date.now(), opened: [], all: false }).expect(200); // prettier-ignore
    await edit(owner, map, { kind: 'comment', comment: uuidv7(), claim, text: 'What says @Su?' });
    const closed = await makeMap(owner, 'Not theirs');
    await edit(owner, closed.id, addClaim('Hidden.'));
    expect(await send(Date.now() + 1)).toBe(1);
    const [letter] = mail.letters;
    expect(letter?.subject).toBe('Counterpoint：1 条与你有关的消息');
    expect(letter?.text).toContain('- Ann提到了你：“What says @Su?”');
    expect(letter?.text).not.toMatch(/Seen already|Hidden|Not theirs/);
  });

  it('[M-09] goes to nobody who was taken out, switched it off, or left by the one press of a mail program', async () => {
    const { owner, suggester, map, claim, participant } = await aMapOf();
    const mention = () => edit(owner, map, { kind: 'comment', comment: uuidv7(), claim, text: '@Su' });
    const due = () => app.query('update mail_addresses set told_until = $1', [Date.now() - DAY]);
    await mention();
    await due();
    await edit(owner, map, { kind: 'set-role', participant, role: null });
    expect(await send(Date.now() + 1)).toBe(0);
    await edit(owner, map, { kind: 'set-role', participant, role: 'suggester' });
    await due();
    expect(await send(Date.now() + 1)).toBe(1);
    const { headers, text } = mail.letters[0] ?? {};
    expect(headers?.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const key = keyIn(text ?? '', 'leave');
    expect(headers?.get('list-unsubscribe')).toBe(`<${PUBLIC}/api/mail/leave/${key}>`);
    await app.person().post(`/api/mail/leave/${key}`).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(204); // prettier-ignore
    expect(await settings(suggester)).toMatchObject({ confirmed: true, digest: false });
    await mention();
    await due();
    expect(await send(Date.now() + 1)).toBe(0);
  });

  it('[M-09] is sent by one process only, and once more where the mail server was away', async () => {
    const { owner, map, claim } = await aMapOf();
    await edit(owner, map, { kind: 'comment', comment: uuidv7(), claim, text: '@Su' });
    await app.query('update mail_addresses set told_until = $1', [Date.now() - DAY]);
    mail.refuses = '451 later';
    expect(await send(Date.now() + 1)).toBe(0);
    mail.refuses = undefined;
    const now = Date.now() + 2;
    const sent = await Promise.all(Array.from({ length: 5 }, () => send(now)));
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(mail.letters).toHaveLength(1);
  });

  it('[M-09] no line of the log holds an address or a key', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => /example\.org/.test(line))).toEqual([]);
    expect(lines.filter((line) => /\/mail\/(confirm|leave)\/[\w-]/.test(line))).toEqual([]);
  });
});

it('[M-09] without a mail server nothing of it is there', async () => {
  const person = await app.member();
  expect((await bodyOf<Me>(person.get('/api/accounts/me').expect(200))).mail).toBe(true);
  await app.restart({ mail: undefined });
  expect(await bodyOf<Me>(person.get('/api/accounts/me').expect(200))).not.toHaveProperty('mail');
  await person.get('/api/accounts/mail').expect(404);
  await set(person).expect(404);
});
