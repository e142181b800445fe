import { describe, expect, it } from '@jest/globals';
import { aMap, anId, MODERATOR, OBSERVER, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { targetAt } from './target.ts';

describe('what a link leads to', () => {
  it('is a claim, or one use of it', () => {
    const m = aMap();
    const [thesis, other] = [m.thesis('T'), m.thesis('O')];
    const { argument } = m.support(thesis, 'S');
    const reference = m.refer(other, argument);
    for (const id of [thesis, reference]) expect(targetAt(m.map, id, OBSERVER, 0)).toEqual({ is: 'here' });
  });

  it('is nowhere for what never was, for an argument, and for anything else that has an id', () => {
    const m = aMap();
    const { argument } = m.support(m.thesis('T'), 'S');
    for (const id of [anId(7, 0x777), argument, OWNER, '', 'toString'])
      expect(targetAt(m.map, id, OWNER, 0)).toEqual({ is: 'nowhere' });
  });

  it('that was removed, itself or above it, tells by whom; who may bring it back can', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { claim, argument } = m.support(thesis, 'S');
    const { claim: below } = m.support(claim, 'B');
    m.edit({ kind: 'remove', id: claim }, MODERATOR);
    for (const id of [claim, below]) {
      const target = targetAt(m.map, id, OWNER, 0);
      expect(target).toMatchObject({ is: 'removed', removal: { by: MODERATOR } });
      const restore = target.is === 'removed' ? target.restore : undefined;
      expect(restore).toMatchObject({ kind: 'restore' });
      if (!restore) continue;
      const then = aMap();
      then.map = m.map;
      then.edit(restore, OWNER);
      expect(targetAt(then.map, id, OWNER, 0)).toEqual({ is: 'here' });
    }
    expect(m.map.arguments.get(argument)?.removed).not.toBeNull();
    for (const me of [OBSERVER, null])
      expect(targetAt(m.map, claim, me, 0)).toMatchObject({ is: 'removed', restore: undefined });
  });

  it('that was purged cannot be brought back', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    m.remove(thesis);
    m.edit({ kind: 'purge', id: thesis });
    expect(targetAt(m.map, thesis, OWNER, 0)).toMatchObject({ is: 'removed', restore: undefined });
  });
});
