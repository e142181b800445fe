import { describe, expect, it } from '@jest/globals';
import { aMap, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { commentsOn } from '../tree.ts';

describe('comment', () => {
  it('[P12] is put at once by whoever may edit, a suggester too', () => {
    const m = aMap();
    const thesis = m.thesis();
    m.comment(thesis, 'first', SUGGESTER);
    m.comment(thesis, 'second', PARTICIPANT);
    expect(commentsOn(m.map, thesis).map(({ text, by }) => [text, by])).toEqual([
      ['first', SUGGESTER],
      ['second', PARTICIPANT],
    ]);
  });

  it('[E5] hangs on a live claim, [M1] under an id of its own', () => {
    const m = aMap();
    const thesis = m.thesis();
    const { claim, argument } = m.support(thesis);
    const edit = { kind: 'comment', comment: m.newId(), claim, text: 'C' } as const;
    expect(m.answer(edit)).toBe('ok');
    expect(m.answer({ ...edit, comment: argument })).toBe('id-taken');
    expect(m.answer({ ...edit, claim: argument })).toBe('removed');
    m.remove(thesis);
    expect(m.answer(edit)).toBe('removed');
  });

  it('[U2] is undone by removing it, once', () => {
    const m = aMap();
    const claim = m.thesis();
    const before = m.map;
    const comment = m.comment(claim);
    const edit = { kind: 'comment', comment, claim, text: 'A remark' } as const;
    expect(undoOf(edit, before, m.map)).toEqual({ kind: 'remove', id: comment });
    m.remove(comment);
    expect(commentsOn(m.map, claim)).toEqual([]);
    expect(undoOf(edit, before, m.map)).toBeUndefined();
  });
});
