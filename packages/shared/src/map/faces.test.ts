import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, anId, FORMER, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OTHER_SUGGESTER, OWNER, PARTICIPANT, STRANGER, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts'; // prettier-ignore
import { undoOf } from './edit.ts';
import { isNameBorne, type Faces } from './faces.ts';
import { noticesFor } from './notices.ts';
import { applyPatches, drop, put } from './patch.ts';
import { newPseudonym, pseudonymsIn } from './pseudonyms.ts';
import { PersonName } from './text.ts';
import { viewerIn } from './circles.ts';
import { visibleMap, visiblePatches } from './visibility.ts';

const LEVELS: readonly Faces[] = ['named', 'pseudonymous', 'anonymous'];
const OTHERS = [PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER, OTHER_SUGGESTER, OBSERVER, FORMER];

/** A map in which nobody is yet but an owner and a moderator. */
function untold(faces: Faces = 'named', language = 'en'): MapBuilder {
  const m = aMap({ faces, language });
  m.map = applyPatches(m.map, OTHERS.map((id) => drop('participants', id))); // prettier-ignore
  return m;
}

const come = { kind: 'join', participant: STRANGER, name: 'Teal Heron', role: 'participant' } as const;

describe('who comes', () => {
  it.each(LEVELS)('[A1] comes under the kind of name that they were told, in a map that is %s', (faces) => {
    for (const told of LEVELS)
      expect([told, untold(faces).answer({ ...come, faces: told }, null)]).toEqual([
        told,
        told === faces ? 'ok' : 'stale',
      ]);
    const m = untold(faces);
    m.edit({ ...come, faces }, null);
    expect(m.map.participants.get(STRANGER)).toMatchObject({ pseudonym: faces !== 'named' });
  });

  it.each(LEVELS)('[A1] to decide, is named in a map that is %s', (faces) => {
    const m = untold(faces);
    const moderator = { ...come, name: 'Mo', role: 'moderator' } as const;
    if (faces !== 'named') expect(m.answer({ ...moderator, faces }, null)).toBe('stale');
    m.edit(moderator, null);
    expect(m.map.participants.get(STRANGER)).toMatchObject({ name: 'Mo', pseudonym: false });
    m.edit({ kind: 'set-role', participant: STRANGER, role: 'participant' });
    m.edit({ kind: 'set-role', participant: STRANGER, role: 'moderator' });
  });

  it('[A1] under a pseudonym gets no role that decides', () => {
    const m = untold('pseudonymous');
    m.edit({ ...come, faces: 'pseudonymous' }, null);
    for (const role of ['moderator', 'owner'] as const)
      expect(m.answer({ kind: 'set-role', participant: STRANGER, role })).toBe('has-pseudonym');
    m.edit({ kind: 'set-role', participant: STRANGER, role: 'suggester' });
    m.edit({ kind: 'set-role', participant: STRANGER, role: null });
  });

  it('[A1] stands under their own name in a map of an earlier version, by an edit of one', () => {
    const m = untold();
    m.edit(come, null);
    expect(m.map.participants.get(STRANGER)?.pseudonym).toBe(false);
  });
});

describe('a pseudonym', () => {
  it('[A2] is nobody else’s, nor one that looks like it', () => {
    const m = untold('anonymous');
    m.edit({ ...come, faces: 'anonymous' }, null);
    for (const name of ['Teal Heron', 'teal heron', 'Teal  Heron'])
      // the last with a Cyrillic letter
      expect(m.answer({ ...come, participant: anId(77, 7), name, faces: 'anonymous' }, null)).toBe(
        'name-taken',
      );
    expect(isNameBorne(m.map, 'olga')).toBe(true);
    // Nor is one made up that only looks like another's: here with Cyrillic letters.
    const first = newPseudonym(untold('anonymous').map, () => 0);
    const like = {
      ...come,
      participant: anId(78, 7),
      name: first.replace('A', 'А').replace('e', 'е'),
      faces: 'named',
      role: 'moderator',
    } as const;
    expect(like.name).not.toBe(first);
    m.edit(like, null);
    expect(newPseudonym(m.map, () => 0)).not.toBe(first);
  });

  it.each(['zh', 'en', 'fr', 'zh-Hant'])('[A2] [S-12] 200 people have 200 names in %s', (language) => {
    const m = untold('anonymous', language);
    // The first one each time: the worst that chance can do.
    for (let i = 0; i < 200; i++)
      m.edit(
        { ...come, participant: anId(i, 9), name: newPseudonym(m.map, () => 0), faces: 'anonymous' },
        null,
      );
    const names = [...m.map.participants.values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(202);
    expect(names.filter((name) => /\d$/.test(name))).toEqual([]);
    expect(names.map((name) => PersonName.parse(name))).toEqual(names);
  });

  it.each(['zh', 'en'])('[A2] has a number when all of them are borne in %s', (language) => {
    const m = untold('anonymous', language);
    const most = pseudonymsIn(language);
    const person = { role: 'participant', side: null, pseudonym: true, at: 0 } as const;
    const all = Array.from({ length: most }, (_, n) => {
      let taken = 0;
      const below = (many: number) => (taken++ === 0 ? n % many : Math.floor(n / 24) % many);
      return put('participants', {
        ...person,
        id: anId(n, 9),
        name: newPseudonym(untold('anonymous', language).map, below),
      });
    });
    m.map = applyPatches(m.map, all);
    expect(new Set([...m.map.participants.values()].map(({ name }) => name)).size).toBe(most + 2);
    expect(newPseudonym(m.map, () => 0)).toMatch(/ 2$/);
  });

  it('[A2] speaks the language of the map, and is drawn from all of its names', () => {
    const drawn = (language: string, most: number) =>
      newPseudonym(untold('anonymous', language).map, (below) => most % below);
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(drawn('zh', n)).toMatch(/^\p{Script=Han}+$/u);
        expect(drawn('en', n)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      }),
    );
  });
});

describe('look-behind', () => {
  const scene = (faces: Faces = 'pseudonymous') => {
    const m = untold(faces);
    m.edit({ ...come, faces }, null);
    return m;
  };
  const look = (m: MapBuilder) =>
    ({ kind: 'look-behind', reveal: m.newId(), participant: STRANGER, reason: 'A threat' }) as const;

  it('[A4] is kept with who, when and why, and tells no name', () => {
    const m = scene();
    const edit = look(m);
    const patches = m.edit(edit, MODERATOR);
    expect(m.map.reveals.get(edit.reveal)).toMatchObject({
      participant: STRANGER,
      reason: 'A threat',
      by: MODERATOR,
    });
    expect(patches).toHaveLength(1);
    expect(patches[0]?.table).toBe('reveals');
    // Every look counts.
    m.edit(look(m), MODERATOR);
    expect(m.map.reveals.size).toBe(2);
  });

  it('[A4] leads somewhere under a pseudonym alone, in a map with pseudonyms alone', () => {
    for (const faces of ['named', 'anonymous'] as const) {
      const m = scene(faces);
      expect(m.answer(look(m))).toBe('nothing-behind');
    }
    const m = scene();
    expect(m.answer({ ...look(m), participant: MODERATOR })).toBe('nothing-behind');
    expect(m.answer({ ...look(m), participant: PARTICIPANT })).toBe('not-found');
    expect(m.answer({ ...look(m), reveal: m.thesis() })).toBe('id-taken');
    expect(m.answer(look(m), STRANGER)).toBe('not-allowed');
  });

  it('[A4] is told to those who decide and to the person, and to nobody else', () => {
    const m = scene();
    m.edit({ ...come, participant: anId(5, 7), name: 'Blue Swan', faces: 'pseudonymous' }, null);
    const patches = m.edit(look(m), MODERATOR);
    const told = [OWNER, MODERATOR, STRANGER, anId(5, 7), null].map((participant) => {
      const viewer = viewerIn(m.map, participant);
      const seen = visibleMap(m.map, viewer);
      expect(visiblePatches(patches, viewer, m.map)).toHaveLength(seen.reveals.size);
      const notices = noticesFor(seen, viewer, 10_000).filter(({ kind }) => kind === 'revealed');
      return [seen.reveals.size, notices.map((one) => [one.by, 'text' in one && one.text])];
    });
    expect(told).toEqual([
      [1, []],
      [1, []],
      [1, [[MODERATOR, 'A threat']]],
      [0, []],
      [0, []],
    ]);
  });

  it('[A4] is not undone', () => {
    const m = scene();
    const before = m.map;
    const edit = look(m);
    m.edit(edit, MODERATOR);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});

describe('the names of a map', () => {
  const set = (faces: Faces) => ({ kind: 'change-settings', set: { faces } }) as const;

  it('[A5] are set and set back while only those who decide are in it', () => {
    const m = untold();
    const before = m.map;
    m.edit(set('anonymous'), MODERATOR);
    expect(undoOf(set('anonymous'), before, m.map)).toEqual(set('named'));
    m.edit(set('named'));
  });

  it('[A5] stay once anybody else is in it, was, or wrote what came with a copy or a file', () => {
    const m = untold('anonymous');
    m.edit({ ...come, faces: 'anonymous' }, null);
    for (const faces of ['named', 'pseudonymous'] as const) {
      expect(m.answer(set(faces))).toBe('faces-fixed');
      // Hidden among other settings, too.
      expect(m.answer({ kind: 'change-settings', set: { title: 'T', faces } })).toBe('faces-fixed');
    }
    m.edit({ kind: 'change-settings', set: { title: 'T', faces: 'anonymous' } });
    m.edit({ kind: 'set-role', participant: STRANGER, role: null });
    expect(m.answer(set('named'))).toBe('faces-fixed');
    expect(aMap().answer(set('anonymous'))).toBe('faces-fixed');
  });
});
