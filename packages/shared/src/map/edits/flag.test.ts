import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, OTHER_PARTICIPANT, OWNER, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import type { Id } from '../id.ts';
import { contentOf } from '../patch.ts';
import { standing } from '../permissions.ts';
import { visibleContent } from '../visibility.ts';
import { flagsOn, isOpenFlag } from './flag.ts';

function aFlag() {
  const m = aMap();
  const thesis = m.thesis('T', { by: OTHER_PARTICIPANT });
  const flag = (about: Id = thesis, id = m.newId()) =>
    ({ kind: 'flag', flag: id, about, code: 'personal', text: 'Look!' }) as const;
  const seenBy = (participant: Id) => {
    const { role = null } = m.map.participants.get(participant) ?? {};
    return visibleContent(contentOf(m.map), { participant, role }, m.map).flags.length;
  };
  return { m, thesis, flag, seenBy };
}

describe('flag', () => {
  it('[F1] [M-10] is seen by who asked and by those who decide, not by the author of what is flagged', () => {
    const { m, flag, seenBy } = aFlag();
    m.edit(flag(), PARTICIPANT);
    for (const who of [PARTICIPANT, MODERATOR, OWNER]) expect(seenBy(who)).toBe(1);
    for (const who of [OTHER_PARTICIPANT, OBSERVER]) expect(seenBy(who)).toBe(0);
    expect(standing(m.map, flag(), OBSERVER, 1)).toBe('refused');
  });

  it('[F1] is put once by each person, with a reason, on what is there', () => {
    const { m, thesis, flag } = aFlag();
    m.edit(flag(), PARTICIPANT);
    expect(m.answer(flag(), PARTICIPANT)).toBe('no-change');
    m.edit(flag(), MODERATOR);
    expect(flagsOn(m.map, thesis)).toHaveLength(2);
    expect(m.answer({ ...flag(), code: 'other', text: null }, OWNER)).toBe('reason-needed');
    expect(m.answer(flag(m.newId()), OWNER)).toBe('removed');
    const comment = m.comment(thesis, 'rude', OTHER_PARTICIPANT);
    m.edit(flag(comment), PARTICIPANT);
    m.remove(thesis);
    expect(m.answer(flag(), OWNER)).toBe('removed');
    expect(m.answer(flag(comment), OWNER)).toBe('removed');
  });

  it('[F1] changes nothing about what its author may do with it', () => {
    const { m, thesis, flag } = aFlag();
    m.edit(flag(), PARTICIPANT);
    expect(standing(m.map, { kind: 'remove', id: thesis }, OTHER_PARTICIPANT, 1)).toBe('change');
  });

  it('[F2] is taken back by who asked, until somebody looked', () => {
    const { m, flag, thesis } = aFlag();
    const edit = flag();
    const before = m.map;
    m.edit(edit, PARTICIPANT);
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'remove', id: edit.flag });
    expect(standing(m.map, { kind: 'remove', id: edit.flag }, OTHER_PARTICIPANT, 1)).not.toBe('change');
    m.remove(edit.flag, PARTICIPANT);
    const again = flag();
    m.edit(again, PARTICIPANT);
    m.edit({ kind: 'close-flags', about: thesis }, MODERATOR);
    expect(undoOf(again, before, m.map)).toBeUndefined();
  });
});

describe('close-flags', () => {
  it('[F3] [M-10] closes all that is open about one thing, and says who looked', () => {
    const { m, flag, thesis } = aFlag();
    m.edit(flag(), PARTICIPANT);
    m.edit(flag(), OWNER);
    m.edit({ kind: 'close-flags', about: thesis }, MODERATOR);
    expect(flagsOn(m.map, thesis).filter(isOpenFlag)).toEqual([]);
    expect(flagsOn(m.map, thesis).map(({ seen }) => seen?.by)).toEqual([MODERATOR, MODERATOR]);
    expect(m.answer({ kind: 'close-flags', about: thesis }, MODERATOR)).toBe('no-change');
    // Seen once, by the same person it is not put again.
    expect(m.answer(flag(), PARTICIPANT)).toBe('no-change');
  });

  it('[F3] is for another moderator where it is about one’s own, if there is another', () => {
    const { m, flag } = aFlag();
    const own = m.thesis('Mine', { by: MODERATOR });
    m.edit(flag(own), PARTICIPANT);
    expect(m.answer({ kind: 'close-flags', about: own }, MODERATOR)).toBe('own-decision');
    m.edit({ kind: 'close-flags', about: own }, OWNER);
    const theirs = m.thesis('Owned', { by: OWNER });
    m.edit(flag(theirs), PARTICIPANT);
    m.edit({ kind: 'set-role', participant: MODERATOR, role: 'participant' }, OWNER);
    m.edit({ kind: 'close-flags', about: theirs }, OWNER);
    expect(flagsOn(m.map, theirs).filter(isOpenFlag)).toEqual([]);
  });
});
