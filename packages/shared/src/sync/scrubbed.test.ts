// The log after purges, against the map: replayed it is the same, and no word of what is gone is left in it.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { undoOf } from '../map/edit.ts';
import { aMap, anId, MODERATOR, OWNER, SUGGESTER } from '../../testing/aMap.ts';
import { aLog, aRoom, MAP, newId, numbered, settle } from '../../testing/aRoom.ts';
import { planted as filled, secretsIn } from '../../testing/planted.ts';
import { aSeedMap, editOf, steps } from '../../testing/randomEdits.ts';
import type { Edit, SingleEdit } from '../map/edit.ts';
import { emptyMap, tables, type ArgumentMap } from '../map/map.ts';
import { TABLES } from '../map/tables/tables.ts';
import type { Id } from '../map/id.ts';
import { applyPatches, contentOf } from '../map/patch.ts';
import { toldPatches } from '../map/words.ts';
import type { LoggedChange } from './log.ts';

const SECRET = 'zqsecretq';

const removedIn = (map: ArgumentMap): string[] =>
  TABLES.flatMap((table) => [...map[table].values()]).flatMap((one) =>
    'removed' in one && one.removed && !one.removed.purged ? [one.id] : [],
  );

/** Gives every text of an edit a word of its own, and notes whose it is. */
function planted(edit: Edit, owners: Map<string, Id>): Edit {
  const word = (owner: Id): string => {
    const fresh = `zq${owners.size}q`;
    owners.set(fresh, owner);
    return fresh;
  };
  switch (edit.kind) {
    case 'add-claim':
    case 'reword':
      return { ...edit, text: word(edit.claim) };
    case 'comment':
      return { ...edit, text: word(edit.comment) };
    case 'add-source':
      return { ...edit, title: word(edit.source), text: word(edit.source), marks: [] };
    case 'add-edition':
      return { ...edit, text: word(edit.source), reason: word(edit.source) };
    case 'split-claim':
      return {
        ...edit,
        text: word(edit.claim),
        parts: edit.parts.map((part) => ({ ...part, text: word(part.claim) })),
      };
    case 'batch':
      return { ...edit, edits: edit.edits.map((part) => planted(part, owners) as SingleEdit) };
    default:
      return edit;
  }
}

const isPurged = ({ claims, comments, sources }: ArgumentMap, id: Id): boolean =>
  [claims, comments, sources].some((table) => table.get(id)?.removed?.purged);

describe('[S15] the log after a purge', () => {
  it('replayed is the map that was purged, and holds no word of what is gone', async () => {
    let purges = 0;
    let words = 0;
    await fc.assert(
      fc.asyncProperty(
        steps({ length: 80 }),
        fc.array(fc.nat(), { minLength: 4, maxLength: 8 }),
        async (story, picks) => {
          const builder = aSeedMap(aMap());
          const log = aLog(builder.map);
          const owners = new Map<string, Id>();
          const { room } = await aRoom(log);
          const ask = async (edit: Edit, by: string): Promise<void> => {
            void room.push(newId(), by, numbered([edit]));
            await settle();
            await room.drained();
            builder.map = room.current.map;
          };
          for (const step of story) await ask(planted(editOf(builder, step), owners), step.by);
          for (const pick of picks) {
            const all = removedIn(builder.map);
            const id = all[pick % Math.max(1, all.length)];
            if (id !== undefined) await ask({ kind: 'purge', id }, MODERATOR);
          }
          purges += log.changes.filter(({ kind }) => kind === 'purge').length;
          const replayed = log.changes.reduce((map, { patches }) => applyPatches(map, patches), emptyMap);
          expect(contentOf(replayed)).toEqual(contentOf(room.current.map));
          const told = JSON.stringify([log.changes, contentOf(replayed)]);
          const gone = [...owners].filter(([, owner]) => isPurged(replayed, owner));
          expect(gone.filter(([word]) => told.includes(word))).toEqual([]);
          words += gone.length;
          const kept = room.keptSince(1) ?? [];
          const withoutTexts = ({ edit: _, patches, ...change }: LoggedChange) => ({
            ...change,
            patches: toldPatches(patches),
          });
          expect(kept).toEqual(log.changes.slice(1).map(withoutTexts));
        },
      ),
      { numRuns: 80 },
    );
    expect(purges).toBeGreaterThan(7);
    expect(words).toBeGreaterThan(7);
  });

  it('keeps numbers, people, times and kinds, and the words of all else', async () => {
    const builder = aMap();
    const kept = builder.thesis('Kept');
    const log = aLog(builder.map);
    const { room } = await aRoom(log);
    const [claim, comment] = [newId(), newId()];
    const edits: Edit[] = [
      { kind: 'add-claim', claim, text: SECRET, language: 'en', to: { at: 'thesis', order: 'a1' } },
      { kind: 'batch', edits: [{ kind: 'reword', claim, text: `${SECRET} too`, was: SECRET }, { kind: 'reword', claim: kept, text: 'Kept on', was: 'Kept' }] },
      { kind: 'comment', comment, claim, text: SECRET },
      { kind: 'remove', id: claim },
    ]; // prettier-ignore
    await room.push(newId(), OWNER, numbered(edits));
    const [proposal] = numbered([{ kind: 'reword', claim: kept, text: 'Kept well', was: 'Kept on' }]);
    if (proposal) await room.push(newId(), SUGGESTER, [proposal]);
    const before = log.changes;
    await room.push(newId(), MODERATOR, numbered([{ kind: 'purge', id: claim }]));
    const bones = (change: (typeof before)[number]) => [change.version, change.at, change.by, change.id, change.kind, change.client, change.seq, change.edit.kind]; // prettier-ignore
    expect(log.changes.slice(0, -1).map(bones)).toEqual(before.map(bones));
    expect(JSON.stringify([log.changes, room.keptSince(1)])).not.toContain(SECRET);
    expect(JSON.stringify(log.changes)).toContain('Kept well');
    expect(log.changes[2]?.edit).toMatchObject({ edits: [{ text: '', was: '' }, { text: 'Kept on' }] });
    expect(log.changes.at(-1)).toMatchObject({ kind: 'purge', by: MODERATOR });
  });

  it('[E16] [E21] keeps the words of a claim that was to be split, when a part of it that is gone is purged', async () => {
    const builder = aMap();
    const kept = builder.thesis('Kept and all');
    const log = aLog(builder.map);
    const { room } = await aRoom(log);
    const [part, argument] = [newId(), newId()];
    const split = { kind: 'split-claim', claim: kept, was: 'Kept and all', text: 'Kept', as: 'own', parts: [{ claim: part, argument, order: 'a5', text: SECRET, quotations: [] }] } as const; // prettier-ignore
    const [asked] = numbered([split as unknown as Edit]);
    await room.push(newId(), SUGGESTER, [asked!]);
    const proposal = asked!.id;
    const decided: Edit = { kind: 'decide', proposal, verdict: 'accepted', reason: null };
    const before = room.current.map;
    await room.push(newId(), MODERATOR, numbered([decided]));
    await room.push(newId(), MODERATOR, numbered([undoOf(decided, before, room.current.map)!]));
    await room.push(newId(), MODERATOR, numbered([{ kind: 'purge', id: part }]));
    expect(JSON.stringify(log.changes)).not.toContain(SECRET);
    expect(room.current.map.claims.get(kept)?.text).toBe('Kept and all');
    const replayed = log.changes.reduce((map, { patches }) => applyPatches(map, patches), builder.map);
    expect(replayed.claims.get(kept)?.text).toBe('Kept and all');
  });

  it('[E16] keeps the words of what has the id of a proposal, when that loses its own', async () => {
    const builder = aMap();
    const { claim, argument } = builder.support(builder.thesis('Kept'), 'Goes');
    const log = aLog(builder.map);
    const { room } = await aRoom(log);
    const to = { at: 'premise', argument, order: 'a5' } as const;
    const [asked] = numbered<Edit>([{ kind: 'add-claim', claim: newId(), text: SECRET, language: 'en', to }]);
    const proposal = asked!.id;
    await room.push(newId(), SUGGESTER, [asked!]);
    const said: Edit = { kind: 'set-reason', reason: proposal, code: null, zh: '', en: 'Kept, too', offered: true }; // prettier-ignore
    await room.push(newId(), OWNER, numbered([said]));
    await room.push(newId(), MODERATOR, numbered<Edit>([{ kind: 'decide', proposal, verdict: 'returned', reason: SECRET }, { kind: 'remove', id: argument }, { kind: 'purge', id: claim }])); // prettier-ignore
    expect(log.changes.at(-1)?.kind).toBe('purge');
    expect(room.current.map.proposals.get(proposal)).toMatchObject({ edit: { text: '' }, reason: null });
    expect(JSON.stringify([log.changes, room.keptSince(1)])).not.toContain(SECRET);
    const replayed = log.changes.reduce((map, { patches }) => applyPatches(map, patches), emptyMap);
    expect(replayed.reasons.get(proposal)?.en).toBe('Kept, too');
    expect(contentOf(replayed)).toEqual(contentOf(room.current.map));
    expect(log.changes.find(({ kind }) => kind === 'set-reason')?.edit).toEqual(said);
  });

  it('holds when writing, removing and purging are one commit, and one batch', async () => {
    const log = aLog();
    const { room, frames } = await aRoom(log);
    const [one, two] = [newId(), newId()];
    const add = (claim: string): Edit & { kind: 'add-claim' } => ({ kind: 'add-claim', claim, text: SECRET, language: 'en', to: { at: 'thesis', order: 'a1' } }); // prettier-ignore
    const gone = (id: string) =>
      [
        { kind: 'remove', id },
        { kind: 'purge', id },
      ] as const;
    await room.push(newId(), OWNER, numbered<Edit>([add(one), ...gone(one), { kind: 'batch', edits: [add(two), ...gone(two)] }])); // prettier-ignore
    expect(log.version).toBe(5);
    expect(JSON.stringify([log.changes, frames, room.keptSince(1)])).not.toContain(SECRET);
    const replayed = log.changes.reduce((map, { patches }) => applyPatches(map, patches), emptyMap);
    expect(contentOf(replayed)).toEqual(contentOf((await log.load(MAP))?.map ?? emptyMap));
  });

  it('[S15] knows the words of every table that has some', () => {
    let made = 0;
    const { rows } = filled([OWNER], () => anId(++made, 78));
    const left = rows.flatMap(({ row: { table, entity } }) =>
      Object.entries(entity).flatMap(([field, value]) =>
        field in tables[table].words || secretsIn(JSON.stringify(value)).size === 0
          ? []
          : `${table}.${field}`,
      ),
    );
    // What waits is an edit, and loses the words of that: words.ts. By which rule a quotation was suggested is no one's words.
    expect([...new Set(left)].sort()).toEqual([
      // The mark of what was judged holds no words. A point of order, the plan of a debate, why somebody is muted, what somebody is graded, and by what people are graded, go with their map.
      'ballots.judged', 'debates.name', 'debates.phases', 'debates.sides', 'grades.feedback', 'hands.point', 'mutes.reason', 'proposals.answered', 'proposals.appeal', 'proposals.edit', 'proposals.reason', 'quotations.rule', 'rubrics.criteria', 'rubrics.name']); // prettier-ignore
  });
});
