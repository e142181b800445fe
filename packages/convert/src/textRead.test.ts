import { describe, expect, it } from '@jest/globals';
import { Marks, MOST_TEXT_BYTES, normalText, SourceText, type ReadText } from '@counterpoint/shared';
import fc from 'fast-check';
import { readText } from './text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function read(from: Uint8Array | string, name = ''): Promise<ReadText> {
  const result = await readText(from, name);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function refused(from: Uint8Array | string, name = ''): Promise<string> {
  const result = await readText(from, name);
  return result.ok ? `read as ${result.value.format}` : result.refusal.code;
}

/** What each voice says, as `speaker time: first words`. */
const voices = ({ text, marks }: ReadText): string[] =>
  marks.map(({ start, speaker, time }, i) => {
    const words = [...text]
      .slice(start, marks[i + 1]?.start)
      .join('')
      .trim();
    return `${speaker} ${time}: ${words}`;
  });

describe('a plain text [A-10]', () => {
  it('is kept as it is, in NFC with plain line ends', async () => {
    const { text, format, left, marks } = await read(
      bytes('\ufeffe\u0301te\u0301\r\n\r\n  in  \rout'),
      'a.txt',
    );
    expect({ text, format, left, marks }).toEqual({
      text: 'été\n\n  in  \nout',
      format: 'plain',
      left: [],
      marks: [],
    });
  });

  it('comes in UTF-8, in UTF-16 with a mark, or else in GB18030', async () => {
    const utf16 = Buffer.from('\ufeff河水上涨', 'utf16le');
    const gb = Buffer.from('bad3cbaec9cfd5c7a1a3', 'hex');
    expect((await read(utf16)).text).toBe('河水上涨');
    expect((await read(Buffer.from(utf16).swap16())).text).toBe('河水上涨');
    expect((await read(gb, '论文.txt')).text).toBe('河水上涨。');
    expect(await refused(Buffer.from('ff41ff00', 'hex'))).toBe('unsupported-format');
    expect(await refused(Buffer.from('ff41ff', 'hex'))).toBe('broken');
    expect(await refused(Buffer.from('\ufeff河\ud800水', 'utf16le'))).toBe('broken');
  });

  it('loses what cannot be kept and what turns it around, and says so', async () => {
    const { text, left } = await read('a\u0000b\u0007c \u202egnorw\u202c\ud800 d\fe');
    expect(text).toBe('abc gnorw\u202c d\ne');
    expect(left).toEqual([{ kind: 'controls', count: 4 }]);
  });

  it('is titled by its file, or by its first line, cut between words at 60 characters', async () => {
    expect((await read('河水上涨。', '年度/报告 3.1.txt')).title).toBe('报告 3.1');
    expect((await read('\n  First line. \nSecond')).title).toBe('First line.');
    const long = (await read('water '.repeat(40))).title;
    expect([long, [...long].length]).toEqual(['water '.repeat(10).trim(), 59]);
    const han = (await read('我们今天来讨论关于河水上涨的问题。'.repeat(9))).title;
    expect([...han].length).toBeLessThanOrEqual(60);
    expect([...han].length).toBeGreaterThan(50);
    expect([...(await read('x'.repeat(300))).title]).toHaveLength(60);
  });

  it('tells its language by its letters', async () => {
    const told = async (text: string) => (await read(text)).language;
    expect(await told('河水上涨，GDP 也上涨。')).toBe('zh');
    expect(await told('The river rises at 河.')).toBe('en');
    expect(await told('川の水が上がる。')).toBe('ja');
    expect(await told('강물이 불어난다.')).toBe('ko');
    expect(await told('Река поднимается.')).toBe('und');
    const page = async (lang: string, text: string) => (await read(`<!doctype html><html lang="${lang}"><p>${text}`)).language; // prettier-ignore
    expect(await page('zh_TW', '河水上漲。')).toBe('zh-TW');
    expect(await page('fr', 'La rivière monte.')).toBe('fr');
    expect(await page('en', '河水上涨。')).toBe('zh');
    expect(await page('zh-CN', 'The river rises.')).toBe('en');
    expect(await page('no tag', 'The river rises.')).toBe('en');
  });

  it('that is empty, blank, a mark alone or too long is refused', async () => {
    for (const none of ['', ' \n\t\u200b\n', '\ufeff', '\u202e'])
      for (const from of [none, bytes(none)]) expect(await refused(from, 'a.txt')).toBe('empty');
    const whole = '水'.repeat(Math.floor(MOST_TEXT_BYTES / 3));
    expect(await refused(whole)).toBe('read as plain');
    expect(await refused(`${whole}水`)).toBe('too-large');
    expect(await refused(bytes(`${whole}水`))).toBe('too-large');
    expect(await refused(new Uint8Array(11 * 1024 * 1024).fill(97))).toBe('too-large');
  });
});

describe('a transcript', () => {
  const forms: Record<string, string> = {
    'with times in brackets': '[00:01:23] 张三：河水上涨。\n\n[00:01:30.5] 李四：没有。',
    'with times before names': '00:01:23 张三: 河水上涨。\n00:01:30.500 李四: 没有。',
    'with names and times above the words': '张三 00:01:23\n河水上涨。\n\n李四 00:01:30.5\n没有。',
    'with times in brackets behind names': '张三（01:23）：河水上涨。\n李四（01:30.5）：没有。',
    'with times and names above the words': '00:01:23 张三\n河水上涨。\n00:01:30,5 李四\n没有。',
  };
  for (const [form, text] of Object.entries(forms))
    it(`${form} tells who speaks when`, async () => {
      const told = await read(bytes(text), 'a.txt');
      expect(voices(told)).toEqual(['张三 83000: 河水上涨。', '李四 90500: 没有。']);
      expect([told.format, told.text]).toEqual(['transcript', told.text.replace(/\d|张|李/g, '')]);
    });

  it('counts offsets in code points, past characters of two units', async () => {
    const { text, marks } = await read('𠮷𠮷 题目\n[00:01] A：𠮷 e\u0301 👩‍👧。\n[00:02] B：好。');
    expect(text).toBe('𠮷𠮷 题目\n𠮷 é 👩‍👧。\n好。');
    expect(marks.map(({ start }) => [...text].slice(start).join(''))).toEqual(['𠮷 é 👩‍👧。\n好。', '好。']);
  });

  it('gives a time without a name to whoever spoke before', async () => {
    const told = await read('[00:01] Anna: One.\n[00:02] Two.\n[00:03] Bo: Three.');
    expect(voices(told)).toEqual(['Anna 1000: One.', 'Anna 2000: Two.', 'Bo 3000: Three.']);
  });

  it('without times is one only where people clearly take turns', async () => {
    const told = await read('Uniforms\n\nAnna: One.\nIt costs.\nBo：Two.\nAnna: Three.\nBo: Four.');
    expect(voices(told)).toEqual([
      'Anna null: One.\nIt costs.',
      'Bo null: Two.',
      'Anna null: Three.',
      'Bo null: Four.',
    ]);
    const others = [
      'Note: one.\nNote: two.\nNote: three.',
      'Anna: One.\nBo: Two.\nCai: Three.',
      'Title: Tides\nAuthor: Li\n\nTitle: Rivers\nAuthor: Wu',
      'Opening 09:00\nLunch 12:30\nEnd 17:00',
      'http://a.example\nhttp://b.example\nftp://a\nftp://b',
      `Anna: a.\nBo: b.\nAnna: c.\nBo: d.\n${'A long essay.\n'.repeat(20)}`,
    ];
    for (const text of others) expect(await read(text)).toMatchObject({ format: 'plain', marks: [], text });
  });
});

describe('subtitles', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\nAnna: We should\r\n<i>not go</i>\r\n\r\n2\r\n00:00:02,500 --> 00:00:03,000\r\n{\\an8}at once.\r\n\r\n3\r\n00:00:09,000 --> 00:00:10,000\r\nBo: Why?\r\n';

  it('in SRT are put together to sentences, with names and times as marks', async () => {
    for (const name of ['a.srt', 'a.txt', '']) {
      const told = await read(bytes(srt), name);
      expect(told.text).toBe('We should not go at once.\nWhy?');
      expect(voices(told)).toEqual(['Anna 1000: We should not go', 'Anna 2500: at once.', 'Bo 9000: Why?']);
    }
  });

  it('in Chinese are put together without spaces; without names the times are left out', async () => {
    const told = await read(
      '1\n00:00:01,000 --> 00:00:02,000\n河水\n\n2\n00:00:02,000 --> 00:00:03,000\n上涨。\n',
    );
    expect(told).toMatchObject({
      text: '河水上涨。',
      marks: [],
      left: [{ kind: 'times', count: 2 }],
      format: 'srt',
    });
  });

  it('in VTT have voices, notes and styles; broken times cost the time only', async () => {
    const told = await read(
      'WEBVTT - title\n\nSTYLE\n::cue { color: red }\n\nNOTE x\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Anna Li>We &amp; you</v>\n<v Bo>I &lt;3 it\n\n99:99:99 --> x\n<v Bo>Still <c.red>me</c>.',
    );
    expect(voices(told)).toEqual(['Anna Li 1000: We & you', 'Bo 1000: I <3 it', 'Bo null: Still me.']);
    expect(told.left).toEqual([
      { kind: 'styles', count: 1 },
      { kind: 'comments', count: 1 },
      { kind: 'times', count: 1 },
    ]);
    expect(await refused('WEBVTT\n\nNOTE nothing', 'a.vtt')).toBe('broken');
    expect(await refused('no times at all', 'a.srt')).toBe('broken');
  });

  it('of more turns than an edition holds lose the last marks, and say how many', async () => {
    const cue = (i: number) =>
      `${i}\n${new Date(i * 1000).toISOString().slice(11, 19)},0 --> x\n${i % 2 ? 'A' : 'B'}: w.\n`;
    const { marks, left } = await read(Array.from({ length: 10_500 }, (_, i) => cue(i)).join('\n'));
    expect(Marks.safeParse(marks).success).toBe(true);
    expect([marks.length, left]).toEqual([10_000, [{ kind: 'marks', count: 500 }]]);
  });
});

describe('Markdown', () => {
  it('is read without its marks: headings and paragraphs are lines', async () => {
    const told = await read(
      '# The *river*\n\nIt rises\n**fast** &amp; high\\\nnow. ![x](p.png)\n\n1. one\n   - two\n\n> said [he](http://a.example)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\ncode  *x*\n```\n<script>alert(1)</script>\n<div>in <b>tags</b></div>\n\n<!-- aside -->\n',
      'a.md',
    );
    expect(told.text.split('\n')).toEqual([
      'The river',
      'It rises fast & high',
      'now.',
      'one',
      'two',
      'said he',
      'a\tb',
      '1\t2',
      'code  *x*',
      'in tags',
    ]);
    expect(told.title).toBe('The river');
    const kinds = told.left.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['comments', 'links', 'pictures', 'scripts', 'tables']);
  });

  it('joins Chinese lines without a space, and takes the title that stands above', async () => {
    const told = await read('---\ntitle: "年报"\n---\n河水\n上涨。\n\n# 第一章', 'x.markdown');
    expect([told.title, told.text, told.language]).toEqual(['年报', '河水上涨。\n第一章', 'zh']);
  });
});

describe('the ending of a name', () => {
  it('that contradicts the content is refused', async () => {
    const page = '<!DOCTYPE html><p>hello</p>';
    const cases: [text: string, name: string][] = [
      [page, 'a.txt'],
      [page, 'a.md'],
      ['WEBVTT\n\n00:01.000 --> 00:02.000\nhi', 'a.srt'],
      ['only words', 'a.vtt'],
      ['only words', 'a.pdf'],
      ['only words', 'a.docx'],
    ];
    for (const [text, name] of cases)
      for (const from of [text, bytes(text)])
        expect([name, await refused(from, name)]).toEqual([name, 'wrong-ending']);
    expect(await refused(page, 'a.HTML')).toBe('read as html');
    expect(await refused(page)).toBe('read as html');
    expect(await refused('only words', 'a.unknown')).toBe('read as plain');
  });
});

const pieces = fc.constantFrom('\n', '\n\n', ' ', '：', ':', 'Anna: ', 'Bo：', '[00:01] ', '00:02:03 ', '1\n', ' --> ', '00:00:01,000 --> 00:00:02,000\n', 'WEBVTT\n\n', '<v Cai>', '𠮷', 'e', '\u0301', 'が', '\u3099', '河。', '\u0000', '\u202e', '# ', '> ', '- ', '**', '&amp;', '<b>', '<table>', '\r', '|'); // prettier-ignore

it('whatever comes in: the text can be kept, and its marks ascend within it', async () => {
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.constantFrom('', 'a.txt', 'a.md', 'a.html', 'a.srt', 'a.vtt'),
      async (text, name) => {
        const result = await readText(text, name);
        if (!result.ok) return;
        const told = result.value;
        expect(SourceText.safeParse(told.text).success).toBe(true);
        expect(normalText(told.text)).toBe(told.text);
        expect(told.title.trim()).not.toBe('');
        expect(Marks.safeParse(told.marks).success).toBe(true);
        const length = [...told.text].length;
        for (const [i, { start }] of told.marks.entries()) {
          expect(start).toBeLessThan(length);
          expect(start).toBeGreaterThan(told.marks[i - 1]?.start ?? -1);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
