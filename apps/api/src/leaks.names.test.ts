// [S-13] Real names of people under pseudonyms are looked for in everything that the server tells anybody.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Faces, Frame, Id, InviteRole, Joined, Me, Snapshot } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { planted } from '../../../packages/shared/testing/planted.ts';
import { Bot } from '../../../tests/support/bot.ts';
import { Person } from '../../../tests/support/people.ts';
import { MailServer } from '../../../tests/support/smtp.ts';
import { crawled, WRITTEN } from '../testing/leaks.ts';
import { startTestApp, type TestApp } from '../testing/testApp.ts';
import { DigestsService } from './mail/digests.service.ts';
import { RoomsService } from './maps/rooms.service.ts';

const DAY = 86_400_000;

let mail: MailServer;
let app: TestApp;
beforeAll(async () => {
  mail = await MailServer.start();
  app = await startTestApp({
    mail: { server: mail.url, from: 'maps@example.org' },
    publicUrl: 'http://maps.example',
  });
});
afterAll(async () => {
  await app.stop();
  await mail.stop();
});

interface Somebody {
  readonly person: Person;
  /** What nobody else may be told: their name, their login and the id of their account. */
  readonly secrets: readonly string[];
  readonly participant: Id | null;
  readonly role: InviteRole | 'owner' | null;
}

let count = 0;
/** A name that stands nowhere else. */
const realName = (): string => `Zname${++count}z`;

async function withMail(person: Person, address: string): Promise<void> {
  await person.ask('POST', '/api/accounts/mail', { address, digest: true, language: 'en' });
  const [, key = ''] = /confirm\/([\w-]+)/.exec(mail.letters.at(-1)?.text ?? '') ?? [];
  await person.ask('POST', `/api/mail/confirm/${key}`);
}

async function somebody(
  { owner, map }: { owner: Person; map: Id },
  role: InviteRole | null,
  hasAccount: boolean,
): Promise<Somebody> {
  const [person, name] = [new Person(app.url), realName()];
  const secrets: string[] = [name];
  if (hasAccount) {
    const { account } = await person.signUp(name);
    await withMail(person, `${name}@example.org`);
    secrets.push(account?.id ?? '');
  }
  if (role === null) return { person, secrets, participant: null, role };
  const { token } = await owner.invite(map, role);
  const { participant } = await person.ask<Joined>('POST', `/api/join/${token}`, hasAccount ? {} : { name });
  const me = await person.ask<Me>('GET', '/api/accounts/me');
  if (me.account && !hasAccount) secrets.push(me.account.id);
  // Who decides is named; their account is their own all the same.
  return {
    person,
    secrets: role === 'moderator' ? secrets.slice(1) : secrets,
    participant: participant.id,
    role,
  };
}

async function aScene(faces: Faces): Promise<{ map: Id; people: Somebody[] }> {
  const owner = new Person(app.url);
  const { account } = await owner.signUp('Olga');
  const map = await owner.newMap('A map', 'en');
  await owner.edit(map, [{ kind: 'change-settings', set: { access: 'anyone', faces } }]);
  const { map: made } = await owner.ask<Snapshot>('GET', `/api/maps/${map}`);
  const people: Somebody[] = [
    {
      person: owner,
      secrets: [account?.id ?? ''],
      participant: made.participants[0]?.id ?? null,
      role: 'owner',
    },
  ];
  for (const role of ['moderator', 'participant', 'suggester', 'observer', null] as const)
    for (const hasAccount of [true, false]) people.push(await somebody({ owner, map }, role, hasAccount));
  return { map, people };
}

/** Rows of every table by everybody, and what people do to one another. */
async function busy(map: Id, people: readonly Somebody[], faces: Faces): Promise<void> {
  const members = people.flatMap(({ participant, role }) => (role !== 'owner' && participant) || []);
  const { content } = planted(members, uuidv7);
  const rooms = app.part(RoomsService);
  const info = (await rooms.current(map))?.map.info;
  if (!info) throw new Error('the map is gone');
  const answer = await rooms.edit(map, null, [
    { id: uuidv7(), edit: { kind: 'found', content: { ...content, info } } },
  ]);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const [owner] = people;
  const claim = content.claims.find(({ removed }) => !removed)?.id ?? '';
  for (const { person, role } of people)
    if (role !== null && role !== 'observer')
      await person.edit(map, [{ kind: 'comment', comment: uuidv7(), claim, text: 'Is it so?' }]);
  for (const { participant, role } of people) {
    if (!participant || !owner || (role !== 'participant' && role !== 'suggester')) continue;
    await owner.person.edit(map, [{ kind: 'set-role', participant, role: 'observer' }, { kind: 'set-role', participant, role }]); // prettier-ignore
    const named = await owner.person.send('POST', `/api/maps/${map}/participants/${participant}/name`, {
      reason: 'Why',
    });
    expect(named.status).toBe(faces === 'pseudonymous' ? 200 : 409);
  }
}

it.each(['pseudonymous', 'anonymous'] as const)(
  '[A6] [S-13] no real name leaves by any way, in a map that is %s',
  async (faces) => {
    mail.letters.length = 0;
    const { map, people } = await aScene(faces);
    const bots = people.map(({ person }) => new Bot(app.url, person, map));
    const heard = people.map((): string[] => []);
    const found: string[] = [];
    const everything: string[] = [];
    try {
      for (const [i, bot] of bots.entries()) {
        bot.socket.onAny((...message: unknown[]) => heard[i]?.push(JSON.stringify(message)));
        bot.onFrame = (frame: Frame) => heard[i]?.push(JSON.stringify(frame));
        await bot.live();
      }
      await busy(map, people, faces);
      const { version, map: seen } = await people[0]!.person.ask<Snapshot>('GET', `/api/maps/${map}`);
      await app.part(DigestsService).sendDue(Date.now() + DAY);
      const idsOf = (rows: readonly { readonly id: Id }[]) => rows.map(({ id }) => id);
      const scene = {
        map,
        formats: WRITTEN,
        editions: idsOf(seen.editions),
        claims: idsOf(seen.claims).slice(0, 4),
      };
      for (const [i, bot] of bots.entries()) {
        await bot.until(({ version: held }) => (held ?? 0) >= version);
        const { person, secrets } = people[i]!;
        const others = people.flatMap((one) => (one === people[i] ? [] : one.secrets));
        const look = (way: string, text: string, mayTellOwn = false): void => {
          everything.push(text);
          for (const word of mayTellOwn ? others : [...others, ...secrets])
            if (text.includes(word)) found.push(`${people[i]?.role ?? 'no member'}: ${word} by ${way}`);
        };
        look('a message', heard[i]?.join('\n') ?? '');
        look('catch-up', JSON.stringify(await bot.socket.emitWithAck('catch-up', { since: 0 })));
        look('the confirmed map', JSON.stringify([...bot.client.confirmed.participants.values()]));
        for await (const [way, text] of crawled(app.page.routes.keys(), scene, { person }, version))
          look(way, text, /^(POST copy|GET \/api\/accounts\/|GET \/api\/maps(\?|$))/.test(way));
      }
      for (const { to, subject, text } of mail.letters) {
        everything.push(text);
        const own = people.find(({ secrets }) => secrets.some((word) => to.includes(word)));
        for (const word of people.flatMap((one) => (one === own ? [] : one.secrets)))
          if (`${subject}${text}`.includes(word)) found.push(`a letter to ${to}: ${word}`);
      }
      // It did look: those who decide are named, and letters went out where there is whom to write to.
      expect(everything.filter((text) => text.includes('Olga')).length).toBeGreaterThan(50);
      const digests = mail.letters.filter(({ subject }) => /notice/.test(subject)).length;
      // [A3] Who is known to nobody is written to by nobody.
      expect(digests).toBe(faces === 'anonymous' ? 1 : 3);
      expect([...new Set(found)]).toEqual([]);
    } finally {
      for (const bot of bots) bot.close();
    }
  },
);
