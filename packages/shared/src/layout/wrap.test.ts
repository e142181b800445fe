import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardMeasures, cardSize, CARD, type Lettering } from './card.ts';
import { lettered } from './lettered.ts';
import { advanceOf, fontIn, SHARED_MARKS, textWidth } from './measure.ts';
import { wrapText, type TextBox } from './wrap.ts';

const box: TextBox = { font: 'sans', size: 14, width: 203 };
const lines = (text: string, more: Partial<TextBox> = {}): readonly string[] =>
  wrapText(text, { ...box, ...more }).lines;

const PIECES = [
  '中', '文', '的', '一', '、', '。', '，', '！', '？', '）', '》', '」', '』', '”', '（', '《', '「', '“', '……', '——',
  'a', 'word', 'Supercalifragilistic', 'GPT-4', 'state-of-the-art', 'and/or', '20–50', '3.14', '$5', '50%', '(x)', "don't",
  ' ', '  ', '\n', '👩‍👩‍👧‍👦', '🇨🇳', 'é', 'e\u0301', '\u0301', '𠮷', 'が', 'か\u3099', '한국', 'ไทย', '\u00a0', '\t', 'https://example.org/a/b?c=d',
]; // prettier-ignore
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const boxes = fc.record({
  font: fc.constantFrom('sans' as const, 'serif' as const, 'sans-zh' as const, 'serif-zh' as const),
  size: fc.constantFrom(11, 14, 16.5),
  width: fc.integer({ min: 60, max: 320 }),
});
const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const withoutSpace = (text: string): string =>
  text.replace(/[\s\u200b]+/g, (space) => space.replace(/[^\u00a0]/g, ''));

describe('width', () => {
  it('is one em for Han characters and full-width punctuation', () => {
    expect(textWidth('在技术民主化，。（）《》', 'sans', 14)).toBe(12 * 14);
    expect(textWidth('在技术民主化，。（）《》', 'serif', 16.5)).toBe(12 * 16.5);
  });

  it('is what Inter and Source Serif 4 say for Latin letters', () => {
    // Rounded up from the font files: e 1194/2048, W 2018/2048; in Source Serif at weight 600 e 539.6/1000.
    expect(textWidth('e', 'sans', 1000)).toBe(584);
    expect(textWidth('W', 'sans', 1000)).toBe(986);
    expect(textWidth('e', 'serif', 1000)).toBe(540);
  });

  it('[I-03] of a mark that both scripts have is a whole em in Chinese, and what the Latin font says elsewhere', () => {
    for (const mark of SHARED_MARKS) {
      for (const voice of ['sans', 'serif'] as const) {
        expect(textWidth(mark, fontIn('zh', voice), 1000)).toBe(1000);
        expect(textWidth(mark, fontIn('zh-Hant', voice), 1000)).toBe(1000);
      }
      expect(textWidth(mark, fontIn('de', 'serif'), 1000)).toBeLessThan(1000);
    }
    expect(textWidth('“', fontIn('en', 'sans'), 1000)).toBe(441);
    expect(fontIn('zha', 'sans')).toBe('sans'); // Zhuang
  });

  it('counts a family of emoji once and a combining mark not at all', () => {
    expect(textWidth('👩‍👩‍👧‍👦', 'sans', 10)).toBe(14);
    expect(textWidth('e\u0301', 'sans', 1000)).toBe(textWidth('e', 'sans', 1000));
  });
});

describe('line breaking', () => {
  it('breaks the card of the reference picture as the picture does', () => {
    expect(lines('API 定价约为 OpenAI 的三十分之一，中小开发者得以低成本集成')).toEqual([
      'API 定价约为 OpenAI 的三十分',
      '之一，中小开发者得以低成本',
      '集成',
    ]);
  });

  it('leaves no Han character alone on the last line', () => {
    expect(lines('一二三四五六七八九十一二三四成')).toEqual(['一二三四五六七八九十一二三', '四成']);
    expect(lines('一二三四五六七八九十一二三四成。')).toEqual(['一二三四五六七八九十一二三', '四成。']);
    // With a Latin word, or where nothing can come along, it stays.
    expect(lines('一二三四五六七八九十一二三四 a')).toEqual(['一二三四五六七八九十一二三四', 'a']);
    expect(lines('……成', { width: 20 }).at(-1)).toBe('成');
  });

  it('leaves room for the thin space between Han and Latin letters, which the style makes', () => {
    const room = textWidth('一二三GPT一二三', 'sans', 14) + 14 / 4;
    expect(lines('一二三GPT一二三', { width: room + 1 })).toHaveLength(1);
    expect(lines('一二三GPT一二三', { width: room - 1 })).toHaveLength(2);
  });

  it('puts no closing punctuation at the start and no opening one at the end of a line', () => {
    expect(lines('一二三四五六七八九十一二三四。完')[1]).toBe('四。完');
    expect(lines('一二三四五六七八九十一二三“四”')).toEqual(['一二三四五六七八九十一二三', '“四”']);
    expect(lines('一二三四五六七八九十一二三《四》')).toEqual(['一二三四五六七八九十一二三', '《四》']);
  });

  it('keeps ellipses and dashes whole', () => {
    expect(lines('一二三四五六七八九十一二三……完')[0]).toBe('一二三四五六七八九十一二');
    expect(lines('一二三四五六七八九十一二三——完', { width: 14 * 14 })[1]).toBe('——完');
  });

  it('breaks Latin at spaces, after hyphens and slashes, but not before a number', () => {
    expect(lines('a state-of-the-art thing', { width: 70 })).toEqual(['a state-', 'of-the-art', 'thing']);
    expect(lines('aaaaaaaa GPT-4', { width: 80 })).toEqual(['aaaaaaaa', 'GPT-4']);
    expect(lines('input/output', { width: 60 })).toEqual(['input/', 'output']);
  });

  it('shows a mark that stands on a space, wherever the line ends', () => {
    const drawn = lines('一二三 \u0301四五', { width: 3 * 14 + 1 });
    expect(drawn.join('')).toBe('一二三 \u0301四五');
    expect(drawn).toEqual(['一二三', ' \u0301四五']);
  });

  it('cuts a word that is longer than a line', () => {
    expect(lines('一 aaaaaaaaaaaaaaaaaaaa', { width: 80 })[0]).toBe('一');
    expect(lines('一 aaaaaaaaaaaaaaaaaaaa', { width: 80 }).slice(1).join('')).toBe('a'.repeat(20));
  });

  it('ends a text that is too long with an ellipsis, wherever the rest of it is', () => {
    expect(wrapText('一二三四，五六', { ...box, width: 70, maxLines: 1 })).toEqual({
      lines: ['一二三四…'],
      truncated: true,
    });
    expect(wrapText('一\n二', { ...box, maxLines: 1 })).toEqual({ lines: ['一…'], truncated: true });
    expect(wrapText('一', { ...box, maxLines: 1 })).toEqual({ lines: ['一'], truncated: false });
  });

  it('reads no more of a long text than it shows', () => {
    expect(wrapText('论'.repeat(1_000_000), { ...box, maxLines: 6 }).lines).toHaveLength(6);
  });

  it('gives the text back but for spaces at breaks, cuts no grapheme and fits the width', () => {
    fc.assert(
      fc.property(texts, boxes, (text, room) => {
        const { lines } = wrapText(text, room);
        expect(withoutSpace(lines.join(''))).toBe(withoutSpace(text));
        const whole = graphemes(text).filter((one) => withoutSpace(one) !== '');
        expect(lines.flatMap(graphemes).filter((one) => withoutSpace(one) !== '')).toEqual(whole);
        for (const line of lines) {
          expect(textWidth(line.trimEnd(), room.font, room.size)).toBeLessThanOrEqual(room.width);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives a last character company only where that has room', () => {
    expect(wrapText('中中中，、', { font: 'sans', size: 16.5, width: 60 }).lines).not.toContain('中中，、');
    expect(wrapText('中中\t中', { font: 'sans', size: 16.5, width: 60 }).lines).not.toContain('中中\t中');
  });

  it('keeps kinsoku wherever a line can be broken at all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [i, line] of lines(text.replaceAll('\n', '')).entries()) {
          if (i === 0 || !/^[、。，！？）》」』”]/u.test(line)) continue;
          const before = lines(text.replaceAll('\n', ''))[i - 1] ?? '';
          expect(before).not.toMatch(/[中文的一][中文的一]/);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('with at most so many lines is the same lines, the last one shortened', () => {
    fc.assert(
      fc.property(texts, boxes, fc.integer({ min: 1, max: 5 }), (text, room, maxLines) => {
        const all = wrapText(text, room).lines;
        const cut = wrapText(text, { ...room, maxLines });
        expect(cut.truncated).toBe(all.length > maxLines);
        if (!cut.truncated) {
          expect(cut.lines).toEqual(all);
          return;
        }
        expect(cut.lines).toHaveLength(maxLines);
        expect(cut.lines.slice(0, -1)).toEqual(all.slice(0, maxLines - 1));
        const last = cut.lines.at(-1) ?? '';
        expect(all[maxLines - 1]?.startsWith(last.slice(0, -1))).toBe(true);
        expect(last.endsWith('…')).toBe(true);
        expect(textWidth(last, room.font, room.size)).toBeLessThanOrEqual(room.width);
      }),
      { numRuns: 200 },
    );
  });
});

describe('card size', () => {
  it('has the measures of the reference picture', () => {
    const card = cardSize({ text: 'DeepSeek 的开源降低了全球使用 AI 的门槛', language: 'zh', thesis: false });
    expect(card).toMatchObject({ width: 232, height: 106, truncated: false });
    const thesis = cardSize({
      text: '在技术民主化的前提下开展全球 AI 竞合，比技术民族主义更能增进人类福祉',
      language: 'zh',
      thesis: true,
    });
    expect(thesis).toMatchObject({ width: 236, height: 146 });
    expect(thesis.lines).toEqual([
      '在技术民主化的前提下开展',
      '全球 AI 竞合，比技术民族',
      '主义更能增进人类福祉',
    ]);
  });

  it('[I-03] breaks a line of Chinese by the width of its own quotation marks', () => {
    const text = '“一”“二”“三”“四”“五”';
    const [chinese, english] = ['zh', 'en'].map((language) => cardSize({ text, language, thesis: false }));
    expect(chinese!.lines).toEqual(['“一”“二”“三”“四”', '“五”']);
    expect(english!.lines).toEqual([text]);
  });

  it('[I-03] grows with letters that are drawn larger or further apart than was asked for', () => {
    const drawn = { lineHeight: { sans: 30, serif: 30 }, small: { width: 1.25, height: 1.6 } };
    const lettering: Lettering = {
      ruler: (font, text, at, end) => advanceOf(font, text, at, end) * 1.5 + 120,
      measure: (asked) => lettered(asked, drawn),
    };
    const measures = cardMeasures(false, lettering);
    expect(measures.claim).toMatchObject({ width: 290, lineHeight: 30, kicker: 29, footer: 29 });
    const card = cardSize(
      { text: '一二三四五六七八九十一二三四', language: 'zh', thesis: false },
      { measures, ruler: lettering.ruler },
    );
    // 261 px are 11 characters of 14 px * 1.62.
    expect(card.lines).toEqual(['一二三四五六七八九十一', '二三四']);
    expect(card.height).toBe(2 * Math.ceil((1 + 9 + 29 + 2 + 2 * 30 + 7 + 29 + 8 + 1) / 2));
  });

  it('cuts long texts, and references sooner', () => {
    const text = '论'.repeat(500);
    expect(cardSize({ text, language: 'zh', thesis: false }).lines).toHaveLength(CARD.claim.maxLines);
    expect(cardSize({ text, language: 'zh', thesis: true }).lines).toHaveLength(CARD.thesis.maxLines);
    expect(cardSize({ text, language: 'zh', thesis: false, reference: true }).lines).toHaveLength(
      CARD.reference.maxLines,
    );
  });
});
