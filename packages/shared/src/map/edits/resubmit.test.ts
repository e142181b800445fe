import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OWNER, SUGGESTER } from '../../../testing/aMap.ts';
import { newerContent } from '../older.ts';
import { NEW_SETTINGS } from '../info.ts';
import { contentOf } from '../patch.ts';
import { standing } from '../permissions.ts';

function aWaiting() {
  const m = aMap();
  const claim = m.thesis('T');
  const edit = { kind: 'comment', comment: m.newId(), claim, text: 'Why?' } as const;
  const reword = { kind: 'reword', claim, text: 'Better', was: 'T' } as const;
  const id = m.propose(reword);
  const row = () => {
    const found = m.map.proposals.get(id);
    if (!found) throw new Error('no such proposal');
    return found;
  };
  const decide = (verdict: 'accepted' | 'returned' | 'rejected' | 'spam', more: object = {}) =>
    ({ kind: 'decide', proposal: id, verdict, reason: null, ...more }) as const;
  const again = (text: string) => ({ kind: 'resubmit', proposal: id, text }) as const;
  return { m, claim, edit, id, row, decide, again };
}

describe('a proposal that is sent back', () => {
  it('[P7] [P15] [M-04] is returned for a reason out of the list, or in words; “other” alone says nothing', () => {
    const { m, decide, row } = aWaiting();
    expect(m.answer(decide('returned'), MODERATOR)).toBe('reason-needed');
    expect(m.answer(decide('rejected', { code: 'other' }), MODERATOR)).toBe('reason-needed');
    m.edit(decide('returned', { code: 'unclear' }), MODERATOR);
    expect(row()).toMatchObject({ state: 'returned', code: 'unclear', decided: { by: MODERATOR } });
    expect(m.answer(decide('accepted'), MODERATOR)).toBe('already-decided');
  });

  it('[P15] comes once more in other words, in its place, with what was said of it', () => {
    const { m, claim, decide, again, row } = aWaiting();
    m.edit(decide('returned', { code: 'unclear', reason: 'Which one?' }), MODERATOR);
    m.edit(again('Much better'), SUGGESTER);
    expect(row()).toMatchObject({
      state: 'pending',
      decided: null,
      edit: { text: 'Much better' },
      answered: { state: 'returned', code: 'unclear', reason: 'Which one?', by: MODERATOR },
    });
    m.edit(decide('accepted'), MODERATOR);
    expect(m.claim(claim)).toMatchObject({ text: 'Much better', reworded: { by: SUGGESTER } });
  });

  it('[P15] only its words change, only its author changes them, and not those that have none', () => {
    const { m, again, claim, row } = aWaiting();
    m.edit(again('Other words'), SUGGESTER);
    expect(row().edit).toEqual({ kind: 'reword', claim, text: 'Other words', was: 'T' });
    expect(m.answer(again('Other words'), SUGGESTER)).toBe('no-change');
    expect(standing(m.map, again('x'), OWNER, 1)).toBe('refused');
    expect(standing(m.map, again('x'), SUGGESTER, 1)).toBe('change');
    const removal = m.propose({ kind: 'remove', id: claim });
    expect(m.answer({ ...again('x'), proposal: removal }, SUGGESTER)).toBe('invalid');
  });

  it('[P15] [M-06] a moderator who looked at the words before decides nothing about those that came since', () => {
    const { m, decide, again, row } = aWaiting();
    const seen = row().at;
    m.edit(again('Other words'), SUGGESTER);
    expect(m.answer(decide('accepted', { seen }), MODERATOR)).toBe('stale');
    expect(m.answer(decide('accepted', { seen: row().at }), MODERATOR)).toBe('ok');
  });

  it('[P16] [M-12] is appealed once, and another moderator looks at it', () => {
    const { m, decide, id, row } = aWaiting();
    const appeal = { kind: 'appeal', proposal: id, text: 'It is clear.' } as const;
    expect(m.answer(appeal, SUGGESTER)).toBe('already-decided');
    m.edit(decide('rejected', { code: 'unclear' }), MODERATOR);
    m.edit(appeal, SUGGESTER);
    expect(row()).toMatchObject({ state: 'pending', appeal: { text: 'It is clear.', by: SUGGESTER } });
    expect(m.answer(decide('accepted'), MODERATOR)).toBe('own-decision');
    expect(m.answer(decide('accepted'), OWNER)).toBe('ok');
    m.edit(decide('rejected', { code: 'unclear' }), OWNER);
    expect(m.answer(appeal, SUGGESTER)).toBe('no-change');
  });

  it('[P14] [M-13] has a place among those that wait, or stays where it is', () => {
    const { m, decide, again, id, row } = aWaiting();
    m.edit(decide('returned', { code: 'unclear' }), MODERATOR);
    const others = Array.from({ length: NEW_SETTINGS.quota }, (_, i) =>
      m.propose({
        kind: 'add-claim',
        claim: m.newId(),
        text: `${i}`,
        language: 'en',
        to: { at: 'thesis', order: 'a1' },
      }),
    );
    expect(m.answer(again('Other words'), SUGGESTER)).toBe('too-many-proposals');
    expect(m.answer({ kind: 'appeal', proposal: id, text: 'It is clear.' }, SUGGESTER)).toBe(
      'too-many-proposals',
    );
    expect(row().state).toBe('returned');
    m.edit({ kind: 'withdraw', proposal: others[0] ?? '' }, SUGGESTER);
    expect(m.answer(again('Other words'), SUGGESTER)).toBe('ok');
    // One that waits already takes no further place.
    expect(m.answer(again('Still other words'), SUGGESTER)).toBe('ok');
  });

  it('[M-04] spam needs no reason, and rows of before there was any of it are read as never answered', () => {
    const { m, decide, row } = aWaiting();
    m.edit(decide('spam'), MODERATOR);
    expect(row().state).toBe('spam');
    const content = contentOf(m.map);
    const old = content.proposals.map(
      ({ code: _code, answered: _answered, appeal: _appeal, ...one }) => one as never,
    );
    expect(newerContent({ ...content, proposals: old })).toEqual(content);
  });
});
