// A text and its quotations in a map for members only, and those that wait for a moderator: nobody else meets a word of them.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Id } from '@counterpoint/shared';
import { uuidv7 } from 'uuidv7';
import { Person } from '../../../../tests/support/people.ts';
import { crawled, WRITTEN } from '../../testing/leaks.ts';
import { startTestApp, type TestApp } from '../../testing/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** One unique word a place: a search for them all asks for zq1 to zq9, see leaks.ts. */
const WORDS = {
  title: 'zq1q',
  text: 'zq2q',
  quoted: 'zq3q',
  gloss: 'zq4q',
  reason: 'zq5q',
  proposedText: 'zq6q',
  proposedTitle: 'zq7q',
  proposedWords: 'zq8q',
  proposedGloss: 'zq9q',
} as const;
const PROPOSED: readonly string[] = [WORDS.proposedText, WORDS.proposedTitle, WORDS.proposedGloss];

async function joined(
  owner: Person,
  map: Id,
  role: 'participant' | 'suggester' | 'observer',
): Promise<Person> {
  const person = new Person(app.url);
  await person.signUp(role);
  await person.ask('POST', `/api/join/${(await owner.invite(map, role)).code}`, { name: role });
  return person;
}

it('[V1] [V9] [A-04] a closed map’s text, and a text and a quotation that wait, are told to nobody they are not for', async () => {
  const owner = new Person(app.url);
  await owner.signUp('Olga');
  const map = await owner.newMap('A closed map', 'en');
  const [participant, suggester, observer] = [
    await joined(owner, map, 'participant'),
    await joined(owner, map, 'suggester'),
    await joined(owner, map, 'observer'),
  ];
  const [claim, edition, waiting] = [uuidv7(), uuidv7(), uuidv7()];
  const quote = { kind: 'quote', claim, edition, start: 0, bearing: 'paraphrase' } as const;
  const quotation = uuidv7();
  await owner.ask('POST', `/api/maps/${map}/sources`, {
    id: uuidv7(),
    source: uuidv7(),
    edition,
    title: WORDS.title,
    language: 'en',
    text: `${WORDS.quoted} and ${WORDS.text} and ${WORDS.proposedWords}.`,
  });
  await owner.edit(map, [
    { kind: 'add-claim', claim, text: 'A claim', language: 'en', to: { at: 'thesis', order: 'a0' } },
    { ...quote, quotation, end: WORDS.quoted.length },
    { kind: 'gloss', quotation, text: WORDS.gloss, language: 'zh' },
  ]);
  await suggester.ask('POST', `/api/maps/${map}/sources`, {
    id: uuidv7(),
    source: uuidv7(),
    edition: waiting,
    title: WORDS.proposedTitle,
    language: 'en',
    text: `${WORDS.proposedText}.`,
  });
  await suggester.edit(map, [
    { ...quote, quotation: uuidv7(), start: 0, end: 10, bearing: 'inference' },
    { kind: 'gloss', quotation, text: WORDS.proposedGloss, language: 'zh' },
  ]);
  const { version } = await owner.ask<{ version: number }>('GET', `/api/maps/${map}`);
  const told = async (person: Person): Promise<string> => {
    let all = '';
    for await (const [, text] of crawled(
      app.page.routes.keys(),
      { map, formats: WRITTEN, editions: [edition, waiting], claims: [claim] },
      { person },
      version,
    ))
      // prettier-ignore
      all += text;
    return all;
  };
  const found = (text: string) => Object.values(WORDS).filter((word) => text.includes(word));
  const stranger = new Person(app.url);
  await stranger.signUp('Stan');
  expect(found(await told(new Person(app.url)))).toEqual([]);
  expect(found(await told(stranger))).toEqual([]);
  for (const member of [participant, observer]) {
    const theirs = found(await told(member));
    expect(theirs).toEqual(expect.arrayContaining([WORDS.title, WORDS.text, WORDS.quoted, WORDS.gloss]));
    expect(theirs.filter((word) => PROPOSED.includes(word))).toEqual([]);
  }
  for (const reader of [owner, suggester])
    expect(found(await told(reader)).filter((word) => PROPOSED.includes(word))).toEqual(PROPOSED);
});
