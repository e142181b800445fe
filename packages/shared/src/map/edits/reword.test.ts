import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { LONGEST } from '../text.ts';

function aClaim(text: string) {
  const m = aMap();
  const claim = m.thesis(text);
  return {
    m,
    claim,
    reword: (was: string, next: string, by = OWNER) => m.edit({ kind: 'reword', claim, was, text: next }, by),
    edit: (was: string, next: string) => ({ kind: 'reword', claim, was, text: next }) as const,
    wordings: () => [m.claim(claim).text, ...m.claim(claim).beside.map(({ text: beside }) => beside)],
  };
}

describe('reword', () => {
  it('[E8] replaces the wording it started from, and settles what stood beside', () => {
    const { m, claim, reword, wordings } = aClaim('v0');
    reword('v0', 'v1', PARTICIPANT);
    expect(m.claim(claim).reworded).toMatchObject({ by: PARTICIPANT });
    reword('v0', 'v2', OTHER_PARTICIPANT);
    expect(wordings()).toEqual(['v2', 'v1']);
    reword('v2', 'v2');
    expect(wordings()).toEqual(['v2']);
  });

  it('[E9] is merged with a change elsewhere in the text', () => {
    const { reword, wordings } = aClaim('河水上涨很快');
    reword('河水上涨很快', '黄河水上涨很快');
    reword('河水上涨很快', '河水上涨得很快');
    expect(wordings()).toEqual(['黄河水上涨得很快']);
  });

  it('[E9] names the writer whose words a merge took in, and nobody otherwise', () => {
    const builder = aMap();
    const claim = builder.thesis('open data helps everyone');
    const reword = (text: string, was: string) => ({ kind: 'reword', claim, text, was }) as const;
    const plain = builder.edit(
      reword('all open data helps everyone', 'open data helps everyone'),
      PARTICIPANT,
    );
    const merge = builder.edit(reword('open data helps nearly everyone', 'open data helps everyone'), OWNER);
    expect(plain[0]).not.toHaveProperty('mergedWith');
    expect(merge[0]).toHaveProperty('mergedWith', PARTICIPANT);
  });

  it('[E9] wins over an earlier change of the same place, which stays beside with its writer', () => {
    const { m, claim, reword, wordings } = aClaim('the dog barks');
    reword('the dog barks', 'the cat barks', PARTICIPANT);
    reword('the dog barks', 'the cow barks', OTHER_PARTICIPANT);
    expect(wordings()).toEqual(['the cow barks', 'the cat barks']);
    expect(m.claim(claim).beside[0]).toMatchObject({ by: PARTICIPANT });
    expect(m.claim(claim).reworded).toMatchObject({ by: OTHER_PARTICIPANT });
  });

  it('[E9] keeps the first wording beside with the author of the claim', () => {
    const { m, claim, reword } = aClaim('v0');
    reword('something else', 'v1', PARTICIPANT);
    expect(m.claim(claim).beside).toEqual([{ text: 'v0', by: OWNER, at: 1_001 }]);
  });

  it('[M2] never merges into a text that the schema refuses', () => {
    const blank = aClaim('a b');
    blank.reword('a b', 'a ');
    blank.reword('a b', ' b');
    expect(blank.wordings()).toEqual([' b', 'a ']);
    const half = 'x'.repeat(LONGEST.claim - 4);
    const long = aClaim(`${half} y`);
    long.reword(`${half} y`, `12 ${half} y`);
    long.reword(`${half} y`, `${half} y 3`);
    expect(long.wordings()).toEqual([`${half} y 3`, `12 ${half} y`]);
  });

  it('[E10] keeps eight wordings beside, the latest', () => {
    const { reword, wordings } = aClaim('v0');
    for (let i = 1; i <= 20; i++) reword('none of them', `v${i}`);
    expect(wordings()).toEqual(['v20', 'v12', 'v13', 'v14', 'v15', 'v16', 'v17', 'v18', 'v19']);
  });

  it('[E5] refuses a removed claim, [E11] and the wording that is there', () => {
    const { m, claim, reword, edit } = aClaim('v0');
    expect(m.answer(edit('v0', 'v0'))).toBe('no-change');
    reword('v0', 'v1');
    expect(m.answer(edit('v0', 'v1'))).toBe('no-change');
    expect(m.answer(edit('v0', 'v0'))).toBe('no-change');
    m.remove(claim);
    expect(m.answer(edit('v1', 'v2'))).toBe('removed');
    expect(m.answer({ kind: 'reword', claim: m.newId(), was: 'a', text: 'b' })).toBe('removed');
  });
});

describe('undo of reword', () => {
  it('[U2] brings the former wording back', () => {
    const { m, reword, edit } = aClaim('v0');
    const before = m.map;
    reword('v0', 'v1');
    expect(undoOf(edit('v0', 'v1'), before, m.map)).toEqual(edit('v1', 'v0'));
  });

  it('[U2] of the later of two that clashed settles for the earlier', () => {
    const { m, reword, edit, wordings } = aClaim('v0');
    reword('v0', 'v1', PARTICIPANT);
    const before = m.map;
    reword('v0', 'v2', OTHER_PARTICIPANT);
    const undo = undoOf(edit('v0', 'v2'), before, m.map);
    if (!undo) throw new Error('no undo');
    m.edit(undo, OTHER_PARTICIPANT);
    expect(wordings()).toEqual(['v1']);
  });

  it('[U3] takes only its own words out of a text that others reworded before and since', () => {
    const { m, reword, edit, wordings } = aClaim('one two three');
    reword('one two three', 'one two THREE', OTHER_PARTICIPANT);
    const before = m.map;
    reword('one two three', 'ONE two three', PARTICIPANT);
    expect(wordings()).toEqual(['ONE two THREE']);
    reword('ONE two THREE', 'ONE two THREE four', MODERATOR);
    const undo = undoOf(edit('one two three', 'ONE two three'), before, m.map);
    if (!undo) throw new Error('no undo');
    m.edit(undo, PARTICIPANT);
    expect(wordings()).toEqual(['one two THREE four']);
  });

  it('[U1] is not offered once someone reworded the same place', () => {
    const { m, reword, edit } = aClaim('v0');
    const before = m.map;
    reword('v0', 'v1', PARTICIPANT);
    reword('v1', 'v2', OTHER_PARTICIPANT);
    expect(undoOf(edit('v0', 'v1'), before, m.map)).toBeUndefined();
  });

  it('[U3] is not offered while it would settle what others have beside the claim', () => {
    const { m, reword, edit, wordings } = aClaim('v0');
    reword('v0', 'vB', OTHER_PARTICIPANT);
    reword('v0', 'vC', MODERATOR);
    const before = m.map;
    reword('v0', 'vA', PARTICIPANT);
    expect(wordings()).toEqual(['vA', 'vB', 'vC']);
    expect(undoOf(edit('v0', 'vA'), before, m.map)).toBeUndefined();
  });
});
