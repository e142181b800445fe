// Who comes along into a copy: by the function alone. What the server makes of it, copyWithPeople.test.ts tells.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyPatches, contentPatches, emptyMap, TABLES, tables, unsound, viewerIn, type ArgumentMap, type Id, type MapContent, type Participant, type Plan } from '@counterpoint/shared'; // prettier-ignore
import { anId, aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts'; // prettier-ignore
import { planted } from '../../../../packages/shared/testing/planted.ts';
import { aSeedMap, play, steps } from '../../../../packages/shared/testing/randomEdits.ts';
import { copyContent } from './copyContent.ts';

const COPIER = anId(1, 50);
const owner: Participant = {
  id: COPIER,
  name: 'Copier',
  role: 'owner',
  side: null,
  pseudonym: false,
  at: 77,
};

interface Copied {
  readonly copy: MapContent;
  /** As whom each member sits in the copy. */
  readonly seats: ReadonlyMap<Id, Id>;
}

function withPeople(map: ArgumentMap): Copied {
  let made = 100;
  const seats = new Map<Id, Id>();
  const newId = () => anId(++made, 50);
  const bringing = {
    below: (most: number) => (made * 7919) % most,
    newFace: newId,
    seated: (was: Id, as: Id) => void seats.set(was, as),
  };
  const copy = copyContent(map, { owner, viewer: viewerIn(map, OWNER), newId, bringing });
  return { copy, seats };
}

/** A debate of two sides, Pia on the first and Su on the second, that has begun and ended. */
function debated(m: MapBuilder): Plan {
  const [pro, con, opening, reply, debate] = [m.newId(), m.newId(), m.newId(), m.newId(), m.newId()];
  const phase = { seconds: 60, may: ['claim' as const], bells: [] };
  const plan: Plan = {
    name: 'Oxford',
    sides: [
      { id: pro, name: 'For', sign: 'square' },
      { id: con, name: 'Against', sign: 'circle' },
    ],
    phases: [
      { ...phase, id: opening, name: 'Opening', side: pro },
      { ...phase, id: reply, name: 'Reply', side: con },
    ],
    queue: 'turns',
    pace: 'plan',
    injury: null,
    choose: true,
  };
  m.edit({ kind: 'begin-debate', debate, plan });
  m.edit({ kind: 'set-side', participant: PARTICIPANT, side: pro });
  m.edit({ kind: 'set-side', participant: SUGGESTER, side: con });
  m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'end' } });
  return plan;
}

const by = (content: MapContent, id: Id | undefined): Participant | undefined =>
  content.participants.find((one) => one.id === id);

describe('people in a copy', () => {
  it('[Y1] [S-22] have the role that they had, the copier alone owns it, and who was taken out stays an author', () => {
    const m = aMap();
    const claim = m.thesis('Theirs', { by: PARTICIPANT });
    m.edit({ kind: 'set-role', participant: OTHER_PARTICIPANT, role: 'owner' });
    m.thesis('Left', { by: MODERATOR });
    m.edit({ kind: 'set-role', participant: MODERATOR, role: null });
    const { copy, seats } = withPeople(m.map);
    const roles = Object.fromEntries(copy.participants.map(({ name, role }) => [name, role]));
    expect(roles).toEqual({ Copier: 'owner', Mo: null, Pia: 'participant', 潘: 'moderator', Su: 'suggester', Sven: 'suggester', Ob: 'observer' }); // prettier-ignore
    expect(copy.claims.find(({ id }) => id === claim)?.by).toBe(seats.get(PARTICIPANT));
    expect([...seats.keys()]).not.toContain(OWNER);
    expect([...seats.keys()].filter((id) => copy.participants.some((one) => one.id === id))).toEqual([]);
  });

  it('[Y2] go on with the plan of the latest debate, not begun, on their sides', () => {
    const m = aMap();
    debated(m);
    const plan = debated(m);
    const { copy, seats } = withPeople(m.map);
    expect(copy.debates).toEqual([
      {
        ...plan,
        id: expect.any(String),
        by: COPIER,
        at: 77,
        phase: null,
        clock: { since: null, spent: 0, allowed: null, taken: 0 },
        spotlight: null,
        ended: null,
      },
    ]);
    const sideOf = (was: Id) => by(copy, seats.get(was))?.side;
    expect([PARTICIPANT, SUGGESTER, OTHER_PARTICIPANT].map(sideOf)).toEqual([plan.sides[0]?.id, plan.sides[1]?.id, null]); // prettier-ignore
  });

  it('[Y3] [A6] bear other pseudonyms, sit on no side, and did not write what was written under the former one', () => {
    const m = aMap({ faces: 'pseudonymous' });
    m.thesis('Theirs', { by: PARTICIPANT });
    debated(m);
    const { copy, seats } = withPeople(m.map);
    const names = new Set([...m.map.participants.values()].flatMap((one) => (one.pseudonym ? one.name : [])));
    const comers = copy.participants.filter(({ role, pseudonym }) => role !== null && pseudonym);
    expect(comers).toHaveLength(5);
    for (const { name, side, at } of comers)
      expect([names.has(name), side, at]).toEqual([false, null, owner.at]);
    expect(new Set(comers.map(({ name }) => name)).size).toBe(5);
    const author = by(copy, copy.claims[0]?.by ?? undefined);
    expect(author).toMatchObject({ name: 'Pia', role: null });
    expect([...seats.values()]).not.toContain(author?.id);
    expect(by(copy, seats.get(MODERATOR))).toMatchObject({ name: 'Mo', pseudonym: false });
    const listed = copy.participants.filter(({ role }) => role !== null && role !== 'owner').map(({ id }) => id); // prettier-ignore
    expect(listed).toEqual([...listed].sort());
  });

  it('[Y2] bring nothing of any table that a copy leaves behind: votes, flags, grades, notes, drafts', () => {
    const m = aMap();
    const { content, rows } = planted([PARTICIPANT, SUGGESTER, MODERATOR], () => m.newId());
    const map = applyPatches(m.map, contentPatches({ ...content, info: m.map.info, participants: [] }));
    const { copy } = withPeople(map);
    const text = JSON.stringify(copy);
    const left = rows.filter(({ row }) => !tables[row.table].copied && row.table !== 'debates');
    expect(new Set(left.map(({ row }) => row.table)).size).toBeGreaterThan(15);
    for (const { row, words } of left)
      for (const word of words) expect([row.table, text.includes(word)]).toEqual([row.table, false]);
    for (const table of TABLES)
      if (!tables[table].copied && table !== 'participants' && table !== 'debates')
        expect([table, copy[table]]).toEqual([table, []]);
  });

  it('[Y1] [Y2] make a sound map of whatever was done before, and each is there once', () => {
    fc.assert(
      fc.property(steps({ length: 30 }), (story) => {
        const m = aSeedMap(aMap());
        play(m, story);
        const { copy, seats } = withPeople(m.map);
        expect(unsound(copy)).toBeUndefined();
        const members = [...m.map.participants.values()].filter(
          ({ id, role }) => role !== null && id !== OWNER,
        );
        expect([...seats.keys()].sort()).toEqual(members.map(({ id }) => id).sort());
        for (const { id, name, role } of members)
          expect(by(copy, seats.get(id))).toMatchObject({
            name,
            role: role === 'owner' ? 'moderator' : role,
          });
        const ids = copy.participants.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const map = applyPatches(emptyMap, contentPatches(copy));
        expect(map.participants.get(COPIER)?.role).toBe('owner');
      }),
      { numRuns: 20 },
    );
  });
});
