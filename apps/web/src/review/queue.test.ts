import { describe, expect, test } from '@jest/globals';
import { aMap, MODERATOR, PARTICIPANT, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { acceptedAs, wordsIn } from '../open/otherWords.ts';
import { medianWait } from '../open/waits.ts';
import { acceptanceOf, afterIn, countsOf, filtered, NOBODY, NO_FILTER, queueOf } from './queue.ts';

function aQueue() {
  const m = aMap();
  const thesis = m.thesis('T');
  const { source, edition } = m.source('河水上涨。大桥不修。');
  m.quote(thesis, edition, [0, 4]);
  const add = { kind: 'add-claim', claim: m.newId(), text: 'New', language: 'en', to: m.newArgument('support', thesis) } as const; // prettier-ignore
  const claim = m.propose(add);
  const wording = m.propose({ kind: 'reword', claim: thesis, text: 'Better', was: 'T' });
  const removal = m.propose({ kind: 'remove', id: thesis });
  m.edit({ kind: 'add-edition', edition: m.newId(), source, text: '大桥不修。', reason: 'x', marks: [] });
  return { m, thesis, claim, wording, removal, queue: () => queueOf(m.map) };
}

describe('the queue', () => {
  test('[M-02] [A-07] holds proposals of every kind and quotations that a new edition changed, oldest first', () => {
    const { queue } = aQueue();
    expect(queue().map(({ kind }) => kind)).toEqual(['claim', 'wording', 'removal', 'passage']);
    expect(countsOf(queue())).toEqual([['claim', 1], ['wording', 1], ['passage', 1], ['removal', 1]]); // prettier-ignore
  });

  test('[M-02] is filtered by kind and by author', () => {
    const { queue } = aQueue();
    expect(filtered(queue(), { ...NO_FILTER, kind: 'wording' })).toHaveLength(1);
    expect(filtered(queue(), { ...NO_FILTER, by: SUGGESTER })).toHaveLength(3);
    expect(filtered(queue(), { ...NO_FILTER, kind: 'claim', by: MODERATOR })).toEqual([]);
  });

  test('[M-02] of a hundred gives exactly those of a kind, an author, an age, and those asked of somebody', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const authors = Array.from({ length: 10 }, (_, i) => {
      const participant = m.newId();
      m.edit({ kind: 'join', participant, name: `P${i}`, role: 'suggester' }, null);
      return participant;
    });
    for (let i = 0; i < 100; i++) {
      const by = authors[i % 10] ?? SUGGESTER;
      const to = m.newArgument('support', thesis);
      const add = { kind: 'add-claim', claim: m.newId(), text: `N${i}`, language: 'en', to } as const;
      const reword = { kind: 'reword', claim: thesis, text: `W${i}`, was: 'T' } as const;
      const proposal = m.propose(i % 3 === 0 ? reword : add, by);
      if (i % 4 === 0) m.edit({ kind: 'hand-over', proposal, to: MODERATOR });
    }
    const queue = queueOf(m.map);
    const middle = queue[50]?.at ?? 0;
    const some = (filter: Partial<typeof NO_FILTER>) => filtered(queue, { ...NO_FILTER, ...filter });
    expect(some({})).toEqual(queue);
    expect(some({ latestFirst: true })).toEqual(queue.toReversed());
    expect(some({ kind: 'wording' }).map(({ id }) => id)).toEqual(queue.filter((_, i) => i % 3 === 0).map(({ id }) => id)); // prettier-ignore
    expect(some({ by: authors[3] ?? null })).toEqual(queue.filter((_, i) => i % 10 === 3));
    expect(some({ assigned: MODERATOR })).toEqual(queue.filter((_, i) => i % 4 === 0));
    expect(some({ assigned: NOBODY, by: authors[4] ?? null })).toEqual(queue.filter((_, i) => i % 10 === 4 && i % 4 !== 0)); // prettier-ignore
    expect(some({ before: middle })).toEqual(queue.slice(0, 50));
  });

  test('an appeal comes as one, and as late as it was made', () => {
    const { m, wording, queue } = aQueue();
    m.edit(
      { kind: 'decide', proposal: wording, verdict: 'rejected', code: 'unclear', reason: null },
      MODERATOR,
    );
    expect(queue().map(({ id }) => id)).not.toContain(wording);
    m.edit({ kind: 'appeal', proposal: wording, text: 'Please look again.' }, SUGGESTER);
    expect(queue().at(-1)).toMatchObject({ id: wording, kind: 'appeal' });
  });

  test('goes on with the next one, and at the end with the one before', () => {
    const { queue } = aQueue();
    const ids = queue().map(({ id }) => id);
    expect(afterIn(queue(), ids[0] ?? '')?.id).toBe(ids[1]);
    expect(afterIn(queue(), ids.at(-1) ?? '')?.id).toBe(ids.at(-2));
  });
});

describe('flags', () => {
  test('[M-10] are one item for each thing, until they are closed or it is gone', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const flag = () =>
      ({ kind: 'flag', flag: m.newId(), about: thesis, code: 'personal', text: null }) as const;
    m.edit(flag(), SUGGESTER);
    m.edit(flag(), PARTICIPANT);
    expect(queueOf(m.map)).toMatchObject([{ kind: 'flag', flagged: thesis, by: SUGGESTER }]);
    const item = queueOf(m.map)[0];
    const edit = item && acceptanceOf(item);
    if (edit) m.edit(edit, MODERATOR);
    expect(queueOf(m.map)).toEqual([]);
    m.edit({ ...flag(), about: m.comment(thesis, 'rude') }, PARTICIPANT);
    expect(queueOf(m.map)).toHaveLength(1);
    m.remove(thesis);
    expect(queueOf(m.map)).toEqual([]);
  });
});

describe('waiting', () => {
  test('[M-16] is told by its median, of what was decided', () => {
    const { m, claim, wording, removal } = aQueue();
    expect(medianWait(m.map)).toBeNull();
    for (const proposal of [claim, wording, removal])
      m.edit({ kind: 'decide', proposal, verdict: 'rejected', code: 'unclear', reason: null }, MODERATOR);
    const waits = [claim, wording, removal].map((id) => {
      const { at = 0, decided } = m.map.proposals.get(id) ?? {};
      return (decided?.at ?? 0) - at;
    });
    expect(medianWait(m.map)).toBe(waits.sort((a, b) => a - b)[1]);
  });
});

describe('other words', () => {
  test('[M-03] [M-05] a moderator’s wording comes on top of the accepted one: both names stay', () => {
    const { m, thesis, wording } = aQueue();
    const proposal = m.map.proposals.get(wording);
    if (!proposal) throw new Error('no such proposal');
    const edit = acceptedAs(proposal, 'Best');
    if (edit) m.edit(edit, MODERATOR);
    expect(m.claim(thesis)).toMatchObject({ text: 'Best', reworded: { by: MODERATOR } });
    expect(m.map.proposals.get(wording)?.state).toBe('accepted');
  });

  test('[P15] the author’s go with the proposal, also within a batch', () => {
    const { m, claim } = aQueue();
    const proposal = m.map.proposals.get(claim);
    if (!proposal) throw new Error('no such proposal');
    expect(wordsIn(proposal)?.text).toBe('New');
    m.edit(
      { kind: 'decide', proposal: claim, verdict: 'returned', code: 'several', reason: null },
      MODERATOR,
    );
    m.edit({ kind: 'resubmit', proposal: claim, text: 'Newer' }, SUGGESTER);
    expect(m.map.proposals.get(claim)).toMatchObject({ state: 'pending', edit: { text: 'Newer' } });
  });
});
