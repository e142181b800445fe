import { describe, expect, it } from '@jest/globals';
import vectors from '../../testing/reanchor-vectors.json' with { type: 'json' };
import { toTheEnd } from '../../testing/toTheEnd.ts';
import { reanchor } from './reanchor.ts';

/** What becomes of some words of a text, and what stands there now. */
function became(before: string, after: string, words: string, nth = 0): string {
  const unit = before.split(words, nth + 1).join(words).length;
  const start = [...before.slice(0, unit)].length;
  const [anchor] = reanchor(before, after, [{ start, end: start + [...words].length }]);
  return `${anchor?.status} ${[...after].slice(anchor?.start, anchor?.end).join('')}`.trim();
}

describe('[A-06] re-anchoring', () => {
  it.each(vectors)('$name', ({ before, after, passage, status, words, start, end }) => {
    const [anchor] = reanchor(before, after, [passage]);
    if (start === undefined) expect(anchor).toMatchObject({ status });
    else expect(anchor).toEqual({ status, start, end });
    expect([...after].slice(anchor?.start, anchor?.end).join('')).toBe(words ?? '');
  });

  const bridge = '桥要修。\n河上的桥不应该由村民自己出钱，他们已经交过税。船太慢。\n渡口每天只开两次。';

  it('finds words in a paragraph that moved, and that was edited besides', () => {
    const moved = '桥要修。\n渡口每天只开两次。\n河上的桥不应该由村民自己出钱，他们已经交过税。船太慢。';
    expect(became(bridge, moved, '由村民自己出钱')).toBe('moved 由村民自己出钱');
    const edited = moved.replace('税。船', '税和费。小船');
    expect(became(bridge, edited, '由村民自己出钱')).toBe('moved 由村民自己出钱');
    expect(became(bridge, edited, '已经交过税。船太慢')).toBe('changed 已经交过税和费。小船太慢');
    expect(became(bridge, edited.replace('不应该', '应该'), '桥不应该由村民')).toBe('changed 桥应该由村民');
  });

  it('finds eight characters that stand once before and once after, whatever edit was taken for the shortest', () => {
    const before = ' 3.5中不。源是能。智品。\n成公共。 3.5智护品。';
    const after = '能工社。公共。 3.5智护品。\n 3.5险本的。中不。源是能。智品。';
    expect(became(before, after, '公共。 3.5智')).toBe('moved 公共。 3.5智');
    expect(became('桥成本降。 open的共。\n', '本共。\n能智是。 open的共。', ' open的共。')).toBe(
      'moved  open的共。',
    );
  });

  it('finds what goes on beside what stayed, though what is gone elsewhere had a word of it, too', () => {
    const before = '风𠮷野😀的🇨🇳工险人 3.5公本 the。会者源🇨🇳企小。\n🇨🇳护𠮷野中。源险降的 GPT-4。开中险。';
    const after = '🇨🇳护𠮷野中。源险开中险。\n😀 3.5源。人 3.5公本 the。会者源🇨🇳企小。';
    expect(became(before, after, '𠮷野中。源险')).toBe('moved 𠮷野中。源险');
  });

  it('keeps a passage whole beside one that is torn whatever place is taken for the edit', () => {
    const before =
      ' open益😀🇨🇳开本𠮷野不低会能险。降会人风智维。开 GPT-4智护不小。\n风会的源不。企风维公工源共护降😀智。';
    const after = ' open益😀🇨🇳开本𠮷野不低会能险。降会人风智护不小。\n风会源不。企风维公工源共护降😀智。';
    const passages = [[21, 24], [23, 35]].map(([start = 0, end = 0]) => ({ start, end })); // prettier-ignore
    const [whole, torn] = reanchor(before, after, passages);
    expect([whole, torn?.status]).toEqual([{ status: 'exact', start: 21, end: 24 }, 'changed']);
  });

  it('takes the point in a number for no end of a sentence', () => {
    const before =
      '企者 3.5人益本🇨🇳险。低企的 open险风。者的成 3.5不 GPT-4👨‍👩‍👧是🇨🇳品。😀 3.5🇨🇳 GPT-4𠮷野险开是。';
    const after = '不险公中。 GPT-4👨‍👩‍👧会。工小源。企者 3.5人益本🇨🇳险。低😀 3.5🇨🇳 GPT-4𠮷野险开是。';
    expect(became(before, after, '😀 3.5')).toBe('moved 😀 3.5');
  });

  it('takes no likeness for an anchor: what is gone is orphaned, though its words are elsewhere', () => {
    const text = '首先，桥是村民的，桥不是公司的。其次，船是公司的。';
    expect(became(text, '首先，桥不是公司的。其次，船是公司的。', '桥是村民的')).toBe('orphaned');
    expect(became(text, '首先，桥不是公司的。其次，船是公司的。', '桥不是公司的')).toBe('moved 桥不是公司的');
    expect(became('大桥很贵。小船便宜。', '小船便宜。', '大桥')).toBe('orphaned');
    expect(became('渡船。\n小桥。', '大桥。\n渡船。', '小桥')).toBe('orphaned');
  });

  it('does not guess between several places', () => {
    const twice = '甲。\n同样的一句话说了两遍。\n乙。\n同样的一句话说了两遍。';
    expect(became(twice, '丙丙丙。\n同样的一句话说了两遍。\n丁丁丁。', '同样的一句话', 1)).not.toMatch(
      /exact/u,
    );
    expect(became('开头。\n搬走的话。\n结尾。', '搬走的话。\n开头。\n结尾。\n搬走的话。', '搬走的话')).toBe(
      'orphaned',
    );
  });

  it('calls only what is set in another way typographic: a mark more can turn the meaning', () => {
    expect(became('他说：“可以——不！”好', '他说: "可以-不."好', '“可以——不！”')).toBe(
      'typographic "可以-不."',
    );
    expect(became('用 AI 修桥 ３ 座', '用AI修桥3座', 'AI 修桥 ３')).toBe('typographic AI修桥3');
    expect(became('一，二\n三', '一，二三', '一，二\n三')).toBe('typographic 一，二三');
    expect(became('我们不可以走', '我们不，可以走', '不可以走')).toBe('changed 不，可以走');
    expect(became('这座桥好。', '这座桥好？', '这座桥好。')).toMatch(/^changed/u);
    expect(became('共3.5万元', '共3,5万元', '共3.5万元')).toMatch(/^changed/u);
    expect(became('the nowhere man', 'the now here man', 'nowhere man')).toMatch(/^changed/u);
    expect(became('面积10²米', '面积102米', '面积10²米')).toMatch(/^changed/u);
  });

  it('[A-03] never ends within a character', () => {
    expect(became('见👩家', '见👩‍👧家', '见👩')).toBe('changed 见👩‍👧');
    expect(became('看❤。', '看❤\ufe0f。', '看❤')).toBe('typographic 看❤\ufe0f');
  });

  it('comes to an end in texts without an edit that could be found', () => {
    const long = '开源'.repeat(50_000);
    const passages = Array.from({ length: 500 }, (_, n) => ({ start: n * 100, end: n * 100 + 40 }));
    const all = toTheEnd(() => reanchor(long, '源开开'.repeat(33_000), passages));
    expect(all.filter(({ status }) => status === 'exact' || status === 'moved')).toEqual([]);
  });
});
