import { describe, expect, it } from '@jest/globals';
import { contentPatches, applyPatches, emptyMap, theses, type Participant } from '@counterpoint/shared';
import { anId, aMap, MODERATOR, OWNER, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { copyContent } from './copyContent.ts';

describe('copyContent', () => {
  const owner: Participant = { id: anId(1, 50), name: 'Copier', role: 'owner', at: 1 };
  const copyOf = (map: Parameters<typeof copyContent>[0], ownerWas: string | null) => {
    let made = 100;
    return copyContent(map, { owner, ownerWas, newId: () => anId(++made, 50) });
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
});
