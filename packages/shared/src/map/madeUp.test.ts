// A table and its edits that nothing in the product names: everything handles them by their description.
import { note, NOTES, openAll } from '../../testing/madeUp.ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts'; // prettier-ignore
import { aLog, aRoom, newId, numbered, settle } from '../../testing/aRoom.ts';
import { askAgain, freshFor, hear, readersIn, type Reader } from '../../testing/readers.ts';
import { aSeedMap, play, steps } from '../../testing/randomEdits.ts';
import { chosen } from '../formats/choose.ts';
import { FORMATS } from '../formats/formats.ts';
import { renew } from '../formats/graph/renew.ts';
import { unsound } from '../formats/graph/soundness.ts';
import { contentOfJson, jsonOf } from '../formats/json.ts';
import type { Edit } from './edit.ts';
import { Edit as AnyEdit, undoOf } from './edit.ts';
import type { ArgumentMap, MapContent } from './map.ts';
import { applyPatches, contentOf, mapOf } from './patch.ts';
import { standing } from './permissions.ts';
import { putAwayIn } from './putAway.ts';
import { ToldContent, ToldPatch } from './told.ts';
import { viewerIn } from './circles.ts';
import { fileContent, groupIn, livingContent, visibleContent } from './visibility.ts';

const SIDE = [PARTICIPANT, OBSERVER];
const PEOPLE = [...SIDE, OTHER_PARTICIPANT, SUGGESTER, MODERATOR, OWNER, null];
const rows = (content: ArgumentMap | MapContent): unknown[] => [
  ...(content[NOTES] as Map<string, object>).values(),
];

function aNotedMap() {
  const m = aMap({ access: 'anyone' });
  const claim = m.thesis('A claim', { by: PARTICIPANT });
  const id = m.newId();
  m.edit(note(id, claim, 'geheim', SIDE), PARTICIPANT);
  return { m, claim, id };
}

describe('a made-up table', () => {
  it('[V1] is applied, told as a map and as a patch, and undone', () => {
    const { m, claim, id } = aNotedMap();
    expect(rows(m.map)).toMatchObject([{ id, claim, text: 'geheim', by: PARTICIPANT }]);
    expect(ToldContent.safeParse(contentOf(m.map)).success).toBe(true);
    expect(ToldPatch.safeParse({ table: NOTES, put: rows(m.map)[0] }).success).toBe(true);
    expect(contentOf(mapOf(contentOf(m.map)))).toEqual(contentOf(m.map));
    const edit = AnyEdit.parse(note(id, claim, 'geheim', SIDE));
    const back = undoOf(edit, m.map, m.map);
    expect(back).toEqual({ kind: 'remove', id });
    m.edit(back as Edit, PARTICIPANT);
    expect(putAwayIn(m.map).has(NOTES, id)).toBe(true);
  });

  it('[E1] is written in by random stories, though nobody wrote down how', () => {
    const made = fc.sample(steps({ length: 60, actors: [OWNER] }), { numRuns: 20, seed: 1 }).map((story) => {
      const builder = aSeedMap(aMap());
      play(builder, story);
      return rows(builder.map).length;
    });
    expect(Math.max(...made)).toBeGreaterThan(0);
  });

  it('[V5] goes away and comes back with its claim', () => {
    const { m, claim, id } = aNotedMap();
    m.remove(claim, MODERATOR);
    expect(putAwayIn(m.map).has(NOTES, id)).toBe(true);
    expect(livingContent(m.map, viewerIn(m.map, PARTICIPANT))).toMatchObject({ notes: [] });
    m.edit({ kind: 'restore', id: claim }, MODERATOR);
    expect(putAwayIn(m.map).has(NOTES, id)).toBe(false);
  });

  it('[E16] loses its words with its claim, in its edits too', () => {
    const { m, claim } = aNotedMap();
    m.remove(claim, MODERATOR);
    m.edit({ kind: 'purge', id: claim }, MODERATOR);
    expect(JSON.stringify(contentOf(m.map))).not.toContain('geheim');
  });

  it('[E18] stays with a claim that is merged, for who sees it, goes away with both, and is there again', () => {
    const { m, claim, id } = aNotedMap();
    const into = m.thesis('The same');
    m.edit({ kind: 'merge-claim', claim, into, reference: m.newId() }, MODERATOR);
    expect(rows(m.map)).toMatchObject([{ id, claim }]);
    expect(unsound(contentOf(m.map))).toBeUndefined();
    expect(rows(visibleContent(contentOf(m.map), viewerIn(m.map, PARTICIPANT), m.map))).toHaveLength(1);
    expect(JSON.stringify(visibleContent(contentOf(m.map), viewerIn(m.map, MODERATOR), m.map))).not.toContain(
      id,
    );
    const merged = m.map;
    m.remove(into, OWNER);
    expect(putAwayIn(m.map).has(NOTES, id)).toBe(true);
    m.map = merged;
    m.edit({ kind: 'unmerge-claim', claim }, MODERATOR);
    expect(putAwayIn(m.map).has(NOTES, id)).toBe(false);
  });

  it('[P4] takes along what others noted only by a moderator', () => {
    const { m, claim } = aNotedMap();
    m.edit(note(m.newId(), claim, 'theirs', SIDE), OTHER_PARTICIPANT);
    expect(standing(m.map, { kind: 'remove', id: claim }, PARTICIPANT, 1)).toBe('proposal');
  });

  it('[X-03] stands in our own files for who sees it, and in no others', () => {
    const { m } = aNotedMap();
    for (const who of PEOPLE) {
      const content = fileContent(contentOf(m.map), viewerIn(m.map, who), m.map);
      const reads = who !== null && SIDE.includes(who);
      expect(jsonOf(content).includes('geheim')).toBe(reads);
      const origin = { at: 0, version: 1, permalink: null };
      for (const { id, write, lossless } of FORMATS) {
        const file = write?.(content, origin);
        if (!reads) expect([id, file?.value.includes('geheim') ?? false]).toEqual([id, false]);
        const isTold = file?.losses.some(({ kind }) => kind === 'comments') ?? reads;
        expect([id, isTold]).toEqual([id, reads && !lossless]);
      }
    }
    const whole = contentOf(m.map);
    expect(contentOfJson(jsonOf(whole))).toEqual({ ok: true, value: { value: whole, losses: [] } });
    expect(unsound({ ...whole, claims: [] })).toMatchObject({
      refusal: { message: 'notes.0.claim: there is no such claim or merger' },
    });
    expect(contentOfJson(jsonOf(whole).replace('"notes"', '"older"')).ok).toBe(true);
  });

  it('[X-04] gets new ids, keeps no names and goes with a branch, as all tables do', () => {
    const { m, claim } = aNotedMap();
    m.thesis('Another');
    const whole = contentOf(m.map);
    let made = 0;
    const renewed = renew(whole, () => anId(++made, 77));
    expect(JSON.stringify(rows(renewed))).not.toContain(claim);
    expect(unsound(renewed)).toBeUndefined();
    expect(rows(chosen(whole, { authors: false }).value)).toMatchObject([{ by: null }]);
    expect(rows(chosen(whole, { branch: claim }).value)).toHaveLength(1);
    const other = whole.claims.find(({ id }) => id !== claim)?.id ?? '';
    expect(rows(chosen(whole, { branch: other }).value)).toEqual([]);
  });

  it('[V1] [V7] is told to its side, piece by piece and as a whole, and to everyone once it is opened', async () => {
    const { m, claim } = aNotedMap();
    const faults: string[] = [];
    const readers: Reader[] = [];
    const { room } = await aRoom(aLog(m.map), {
      onFrame: (frame) => faults.push(...hear(room, frame, readers)),
    });
    readers.push(...readersIn(room, PEOPLE));
    const ask = async (by: string, edit: Edit): Promise<void> => {
      await room.push(newId(), by, numbered([edit]));
      await settle();
    };
    const whoHeard = (word: string): unknown[] => [
      ...new Set(readers.flatMap(({ heard, participant }) => (heard.includes(word) ? [participant] : []))),
    ];
    const lag = (): void => {
      for (const reader of readers) if (reader.lags) faults.push(...askAgain(room, reader));
    };
    await ask(PARTICIPANT, note(newId(), claim, 'heimlich', SIDE));
    lag();
    expect(whoHeard('geheim')).toEqual(SIDE);
    expect(whoHeard('heimlich')).toEqual(SIDE);
    expect(new Set(PEOPLE.map((participant) => groupIn(room.current.map, viewerIn(room.current.map, participant)))).size).toBe(3); // prettier-ignore
    await ask(MODERATOR, openAll(true));
    lag();
    expect(whoHeard('geheim')).toEqual(PEOPLE);
    expect(rows(freshFor(room, null).map)).toHaveLength(2);
    await ask(MODERATOR, openAll(false));
    await ask(PARTICIPANT, note(newId(), claim, 'spät', SIDE));
    lag();
    expect(whoHeard('spät')).toEqual(SIDE);
    expect(faults).toEqual([]);
    expect(rows(applyPatches(room.current.map, []))).toHaveLength(3);
  });
});
