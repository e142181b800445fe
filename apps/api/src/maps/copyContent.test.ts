import { describe, expect, it } from '@jest/globals';
import {
  contentPatches,
  applyPatches,
  emptyMap,
  theses,
  unsound,
  viewerIn,
  type Participant,
} from '@counterpoint/shared';
import { anId, aMap, MODERATOR, OWNER, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { copyContent } from './copyContent.ts';

describe('copyContent', () => {
  const owner: Participant = {
    id: anId(1, 50),
    name: 'Copier',
    role: 'owner',
    side: null,
    pseudonym: false,
    at: 1,
  };
  const copyOf = (map: Parameters<typeof copyContent>[0], ownerWas: string | null) => {
    let made = 100;
    return copyContent(map, { owner, viewer: viewerIn(map, ownerWas), newId: () => anId(++made, 50) });
  };

  it('keeps authors by name, under new ids, and makes nobody but the owner a member', () => {
    const built = aMap();
    built.thesis('Mine', { by: OWNER });
    built.thesis('Theirs', { by: PARTICIPANT });
    const copied = copyOf(built.map, OWNER);
    const author = copied.participants.find(({ name }) => name === 'Pia');
    expect(author).toMatchObject({ role: null });
    expect(copied.participants).toEqual([owner, author]);
    expect(copied.claims.map(({ by }) => by).sort()).toEqual([owner.id, author?.id].sort());
    const known = [OWNER, PARTICIPANT, MODERATOR];
    for (const id of known) expect(JSON.stringify(copied)).not.toContain(id);
  });

  it('leaves out what was removed, and is a map that stands by itself', () => {
    const built = aMap();
    const thesis = built.thesis('Kept');
    const reply = built.support(thesis, 'Removed');
    built.edit({ kind: 'remove', id: reply.claim });
    const copied = copyOf(built.map, null);
    expect(copied.claims.map(({ text }) => text)).toEqual(['Kept']);
    expect(copied.arguments).toEqual([]);
    const map = applyPatches(emptyMap, contentPatches(copied));
    expect(theses(map).map(({ text }) => text)).toEqual(['Kept']);
  });

  it('takes along sources and what living claims quote of them, but opens the copy to no other site', () => {
    const built = aMap({ access: 'anyone', embeds: 'https://school.example' });
    const [kept, removed] = [built.thesis('Kept', { by: PARTICIPANT }), built.thesis('Removed')];
    const quoted = (claim: string, title: string, text: string) => {
      const [source, edition, quotation] = [built.newId(), built.newId(), built.newId()];
      const words = { title, url: '', language: 'en', text, marks: [] };
      built.edit({ kind: 'add-source', source, edition, ...words }, PARTICIPANT);
      built.edit({ kind: 'quote', quotation, claim, edition, start: 0, end: 1, bearing: 'inference' });
      return source;
    };
    const gone = quoted(kept, 'Put away', 'A');
    quoted(removed, 'Still offered', 'B');
    built.edit({ kind: 'remove', id: removed });
    built.edit({ kind: 'remove', id: gone });
    const copied = copyOf(built.map, OWNER);
    expect(copied.info.embeds).toBe('');
    expect(copied.sources.map(({ title }) => title).sort()).toEqual(['Put away', 'Still offered']);
    expect(copied.editions.map(({ text }) => text).sort()).toEqual(['A', 'B']);
    expect(copied.quotations.map(({ claim }) => claim)).toEqual([kept]);
    expect(unsound(copied)).toBeUndefined();
  });
});
