import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { NEAR_COPIES, RESPELT, RETOLD, TURNED } from '../../testing/nearCopies.ts';
import { aMap, anId, OTHER_PARTICIPANT, PARTICIPANT } from '../../testing/aMap.ts';
import type { Id } from '../map/id.ts';
import { mapOf } from '../map/patch.ts';
import { Table } from '../map/table.ts';
import type { Claim } from '../map/tables/claims.ts';
import { sampleContent } from '../samples/sampleContent.ts';
import { speech } from '../samples/speech.ts';
import { ALIKE, Likes } from './Likes.ts';
import { misplacedIn } from './misplaced.ts';
import { Neighbours } from './Neighbours.ts';
import { mayTurn } from './turned.ts';
import { twinsIn } from './twins.ts';

const claimOf = (id: Id, text: string): Claim =>
  ({ id, text, language: 'zh', home: null, order: 'a0', side: null, reworded: null, beside: [], removed: null, by: null, at: 0 }); // prettier-ignore

const tableOf = (texts: readonly string[]): Table<Claim> =>
  Table.of(texts.map((text, n) => [anId(n), claimOf(anId(n), text)] as const));

function likesOf(claims: Table<Claim>, likes = new Likes()): Likes {
  Array.from(likes.follow(claims));
  return likes;
}

const scoreOf = (one: string, other: string) =>
  likesOf(tableOf([one])).nearest(other, { most: 1, least: 0 })[0] ?? { score: 0, isSame: false };

function neighboursOf(claims: Table<Claim>, neighbours = new Neighbours()): Neighbours {
  Array.from(neighbours.follow(claims));
  return neighbours;
}

const WORDS = ['开源', '模型', '不', '应当', '桥', '，', ' ', 'bridge', 'The ', '30', '開', '。', 'a'];
const aText = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join('')),
  fc.string({ unit: 'grapheme', minLength: 1 }),
);

describe('two texts', () => {
  it('[S-30] are as alike as the other way round, at most 1, and 1 only where the words are the same', () => {
    fc.assert(
      fc.property(aText, aText, (one, other) => {
        const there = scoreOf(one, other);
        expect(scoreOf(other, one)).toEqual({ ...there, claim: anId(0) });
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(there.score === 1).toBe(there.isSame);
        expect(scoreOf(one, one)).toEqual({ claim: anId(0), score: 1, isSame: true });
      }),
    );
  });

  test.each(NEAR_COPIES)('[S-30] are shown as alike: %s / %s', (one, other) => {
    const { score, isSame } = scoreOf(one, other);
    expect([score >= ALIKE, isSame, mayTurn(one, other)]).toEqual([true, false, false]);
  });

  test.each(TURNED)('[S-30] are alike, not the same, and may say opposite things: %s / %s', (one, other) => {
    const { score, isSame } = scoreOf(one, other);
    expect([score >= ALIKE, isSame, mayTurn(one, other)]).toEqual([true, false, true]);
  });

  test.each(RESPELT)('are the same, spelt otherwise: %s / %s', (one, other) =>
    expect(scoreOf(one, other)).toEqual({ claim: anId(0), score: 1, isSame: true }),
  );

  test.each(RETOLD)('in other words are not found: %s / %s', (one, other) =>
    expect(scoreOf(one, other).score).toBeLessThan(ALIKE),
  );

  it('[S-30] of the same words in another order are alike and not the same', () => {
    const { score, isSame } = scoreOf('The dog bites the man', 'The man bites the dog');
    expect([score, isSame]).toEqual([0.99, false]);
  });

  it.each(['zh', 'en'] as const)('of the sample in %s are alike in one pair at most', (language) => {
    let n = 0;
    const map = mapOf(sampleContent(speech, { language, newId: () => anId(++n), at: 1 }, {}));
    const neighbours = neighboursOf(map.claims);
    expect(twinsIn(map, neighbours).length).toBeLessThanOrEqual(1);
    expect(misplacedIn(map, neighbours)).toEqual([]);
  });
});

describe('the index', () => {
  it('[S-30] does not hang on the order of the claims', () => {
    fc.assert(
      fc.property(fc.uniqueArray(aText, { minLength: 1, maxLength: 8 }), aText, (texts, text) => {
        const [there, back] = [tableOf(texts), Table.of([...tableOf(texts).values()].reverse().map((one) => [one.id, one] as const))]; // prettier-ignore
        const asked = { most: 3, least: 0 };
        expect(likesOf(back).nearest(text, asked)).toEqual(likesOf(there).nearest(text, asked));
      }),
    );
  });

  it('[S-30] forgets a claim that it learnt of half way and that was gone before it went on', () => {
    const likes = new Likes();
    likes.follow(tableOf(['开源', '桥'])).next();
    Array.from(likes.follow(Table.empty));
    expect(likes.nearest('开源', { most: 8, least: 0 })).toEqual([]);
  });

  it('[S-30] follows edits as if it were built anew, also where it is left half way', () => {
    const anEdit = fc.record({ at: fc.nat({ max: 7 }), text: fc.option(aText), isRemoved: fc.boolean(), steps: fc.nat({ max: 3 }) }); // prettier-ignore
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), fc.array(anEdit), aText, (texts, edits, text) => {
        let claims = tableOf(texts);
        const likes = likesOf(claims);
        for (const { at, text: next, isRemoved, steps } of edits) {
          const claim = claimOf(anId(at), next ?? '');
          const removed = isRemoved ? { by: null, at: 1, id: anId(1) } : null;
          claims = next === null ? claims.without(anId(at)) : claims.with(anId(at), { ...claim, removed }); // prettier-ignore
          const following = likes.follow(claims);
          for (let step = 0; step < steps && !following.next().done; step++);
        }
        const asked = { most: 8, least: 0 };
        expect(likesOf(claims, likes).nearest(text, asked)).toEqual(likesOf(claims).nearest(text, asked));
      }),
    );
  });
});

describe('twins', () => {
  it('[S-30] [E18] are live pairs, the later to be merged into the earlier; what may say the opposite comes last', () => {
    const map = aMap();
    const thesis = map.thesis('河上应当修桥');
    const slow = map.support(thesis, '渡口每天只能运送三百人', { by: PARTICIPANT });
    const keep = map.rebut(thesis, '老桥应当留下');
    const other = map.support(thesis, '渡口每天只能运送五百人', { by: OTHER_PARTICIPANT });
    const again = map.rebut(thesis, '老桥应当留下来', { by: OTHER_PARTICIPANT });
    const gone = map.rebut(thesis, '老桥应当留下！');
    map.edit({ kind: 'remove', id: gone.claim });
    const neighbours = neighboursOf(map.map.claims);
    const pairs = () => twinsIn(map.map, neighboursOf(map.map.claims, neighbours));
    expect(pairs()).toMatchObject([
      { claim: again.claim, into: keep.claim, isSame: false, mayTurn: false },
      { claim: other.claim, into: slow.claim, isSame: false, mayTurn: true },
    ]);
    map.edit({ kind: 'reword', claim: again.claim, text: '拆桥太贵', was: '老桥应当留下来' });
    expect(pairs().map(({ claim }) => claim)).toEqual([other.claim]);
    map.edit({ kind: 'remove', id: thesis });
    expect(pairs()).toEqual([]);
  });

  it('one beneath the other goes into that one: nothing is merged into what hangs on it', () => {
    const map = aMap();
    const thesis = map.thesis('河上应当修桥');
    const top = map.support(thesis, '新桥让两岸来往方便');
    const low = map.support(top.claim, '新桥让两岸来往更方便');
    map.edit({ kind: 'move-claim', claim: low.claim, to: { at: 'thesis', order: 'b0' } });
    expect(twinsIn(map.map, neighboursOf(map.map.claims))).toMatchObject([{ claim: low.claim, into: top.claim }]); // prettier-ignore
  });
});

describe('a misplaced claim', () => {
  it('[S-30] is more like two claims of another branch than like any of its own', () => {
    const map = aMap();
    const thesis = map.thesis('河上应当修一座新桥');
    const ferry = map.support(thesis, '渡口太慢');
    const first = map.support(ferry.claim, '渡口每天早上要等一个小时');
    const second = map.support(ferry.claim, '渡口一到大雾天就停航');
    const cost = map.rebut(thesis, '修桥太贵');
    map.support(cost.claim, '财政已经连续三年有赤字');
    const lost = map.support(cost.claim, '渡口每天早上一有大雾就停航');
    const found = misplacedIn(map.map, neighboursOf(map.map.claims));
    expect(found.map(({ claim, branch }) => [claim, branch])).toEqual([[lost.claim, ferry.claim]]);
    expect([...(found[0]?.like ?? [])].sort()).toEqual([first.claim, second.claim].sort());
  });
});
