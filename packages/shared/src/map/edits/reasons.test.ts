import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, PARTICIPANT, SUGGESTER } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import { contentOf } from '../patch.ts';
import { standing } from '../permissions.ts';
import { isReason, offeredReasons, ReasonCode, type Reason } from '../tables/reasons.ts';
import { visibleContent } from '../visibility.ts';
import { isCited, MOST_REASONS } from './reasons.ts';

function aModerated() {
  const m = aMap();
  const own = (zh = '太长', en = 'Too long', reason = m.newId(), offered = true) =>
    ({ kind: 'set-reason', reason, code: null, zh, en, offered }) as const;
  const off = (code: ReasonCode, reason = m.newId()) =>
    ({ kind: 'set-reason', reason, code, zh: '', en: '', offered: false }) as const;
  const sentBack = (code: Reason, reason: string | null = null) =>
    ({ kind: 'decide', proposal: proposed(), verdict: 'returned', code, reason }) as const;
  const proposed = () =>
    m.propose({ kind: 'add-claim', claim: m.newId(), text: 'x', language: 'en', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
  return { m, own, off, sentBack };
}

describe('the reasons of a map', () => {
  it('[P19] [M-04] are those of every map, but for what is off, and its own before the last', () => {
    const { m, own, off } = aModerated();
    expect(offeredReasons(m.map)).toEqual(ReasonCode.options);
    const [mine, switched] = [own(), off('personal')];
    m.edit(mine);
    m.edit(switched);
    const listed = ReasonCode.options.filter((code) => code !== 'personal' && code !== 'other');
    expect(offeredReasons(m.map)).toEqual([...listed, mine.reason, 'other']);
    m.edit({ ...mine, offered: false });
    m.edit({ kind: 'drop-reason', reason: switched.reason });
    expect(offeredReasons(m.map)).toEqual(ReasonCode.options);
  });

  it('[P19] [M-04] one of its own sends back without a note; an unknown one is refused, here and on a flag', () => {
    const { m, own, sentBack } = aModerated();
    const mine = own();
    expect(m.answer(sentBack(mine.reason), MODERATOR)).toBe('unknown-reason');
    const about = m.thesis();
    const flag = (code: Reason) => ({ kind: 'flag', flag: m.newId(), about, code, text: null }) as const;
    const before = m.map;
    expect(m.answer(flag(mine.reason), PARTICIPANT)).toBe('unknown-reason');
    expect(m.map).toBe(before);
    m.edit(mine);
    m.edit(sentBack(mine.reason), MODERATOR);
    m.edit(flag(mine.reason), PARTICIPANT);
    expect([...m.map.flags.values()].map(({ code }) => code)).toEqual([mine.reason]);
    expect([...m.map.proposals.values()].map(({ code }) => code)).toContain(mine.reason);
  });

  it('[P19] what is no longer offered can be given and cited still, and is not deleted while it is', () => {
    const { m, own, off, sentBack } = aModerated();
    const mine = own();
    m.edit(mine);
    m.edit({ ...mine, offered: false });
    m.edit(off('unclear'));
    expect([isReason(m.map, mine.reason), isReason(m.map, 'unclear')]).toEqual([true, true]);
    expect(isCited(m.map, mine.reason)).toBe(false);
    m.edit(sentBack(mine.reason), MODERATOR);
    m.edit(sentBack('unclear'), MODERATOR);
    expect(m.answer({ kind: 'drop-reason', reason: mine.reason })).toBe('still-cited');
    const proposal = [...m.map.proposals.values()].find(({ code }) => code === mine.reason);
    m.edit({ kind: 'resubmit', proposal: proposal?.id ?? '', text: 'again' }, SUGGESTER);
    expect(m.answer({ kind: 'drop-reason', reason: mine.reason })).toBe('still-cited');
    expect(m.map.reasons.get(mine.reason)).toMatchObject({ zh: '太长', en: 'Too long' });
  });

  it('[P17] are set by whoever manages the map, and seen by all', () => {
    const { m, own } = aModerated();
    expect(standing(m.map, own(), MODERATOR, 1)).toBe('change');
    expect([PARTICIPANT, SUGGESTER].map((by) => standing(m.map, own(), by, 1))).toEqual([
      'refused',
      'refused',
    ]);
    m.edit(own(), MODERATOR);
    for (const viewer of [
      { participant: OBSERVER, role: 'observer' },
      { participant: null, role: null },
    ] as const)
      expect(visibleContent(contentOf(m.map), viewer, m.map).reasons).toHaveLength(1);
  });

  it('[P20] are one thing each, with words in one language at least, and not too many', () => {
    const { m, own, off } = aModerated();
    expect(m.answer(own('', ' '))).toBe('invalid');
    expect(m.answer({ ...off('personal'), zh: '太长' })).toBe('invalid');
    expect(m.answer({ ...off('personal'), offered: true })).toBe('invalid');
    expect(m.answer(off('other'))).toBe('invalid');
    const mine = own('太长', '');
    m.edit(mine);
    expect(m.answer({ ...mine, ...own('太长', '', mine.reason) })).toBe('no-change');
    expect(m.answer(off('personal', mine.reason))).toBe('invalid');
    m.edit(off('personal'));
    expect(m.answer(off('personal'))).toBe('no-change');
    expect(m.answer({ kind: 'drop-reason', reason: m.newId() })).toBe('not-found');
    for (let n = m.map.reasons.size; n < MOST_REASONS; n++) m.edit(own(`理由${n}`));
    expect(m.answer(own('再一个'))).toBe('too-large');
    expect(m.answer({ ...mine, en: 'Too long' })).toBe('ok');
  });

  it('[U2] are taken back', () => {
    const { m, own } = aModerated();
    const mine = own();
    const steps = [
      mine,
      { ...mine, en: 'Far too long' },
      { ...mine, en: 'Far too long', offered: false },
    ] as const;
    for (const step of steps) {
      const before = m.map;
      m.edit(step);
      const after = m.map;
      const undo = undoOf(step, before, m.map);
      if (!undo) throw new Error('cannot be taken back');
      m.edit(undo);
      expect(offeredReasons(m.map)).toEqual(offeredReasons(before));
      expect(m.map.reasons.get(mine.reason)?.en).toBe(before.reasons.get(mine.reason)?.en);
      m.map = after;
    }
  });
});
