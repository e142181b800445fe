import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { fontBook, type Face, type FontStyle } from './fontBook.ts';
import { fontCss } from './fonts.ts';
import { cutDown } from './fontsSubset.ts';
import { STACKS } from './fontsFiles.ts';
import { merged } from './fontsMerge.ts';
import { readCmap, readNames, sfntOf, tablesOf, writeCmap, writeNames } from './fontsSfnt.ts';

const opened = (file: Buffer): Font => create(file) as Font;
const sans = (text: string, weight = 400) => ({ font: 'sans' as const, weight, text });
const serif = (text: string, weight = 600) => ({ font: 'serif' as const, weight, text });
const outline = (font: Font, character: string): string =>
  font.glyphForCodePoint(character.codePointAt(0)!).path.toSVG();

describe('fonts of a document', () => {
  const HAN: string = '开源为全球人工智能开出一条走得通也值得走的路：既竞争，又合作。龘靐齉'; // of many pieces

  it('draw each character with the first family that has it', async () => {
    const book = await fontBook([sans(`Open 开源 Ελλ Кир`)]);
    expect(book.spans('Open 开源 Ελλ Кир', sans('')).map(({ face, text }) => [face.family, text])).toEqual([
      ['Inter Variable', 'Open '],
      ['Noto Sans SC Variable', '开源'],
      ['Inter Variable', ' '],
      ['Inter Variable', 'Ελλ'],
      ['Inter Variable', ' '],
      ['Inter Variable', 'Кир'],
    ]);
    expect(book.lacks).toBe(false);
  });

  it('make one font of the pieces of a Chinese one, with the outlines that they have', async () => {
    for (const [used, family] of [
      [sans(HAN, 600), STACKS.sans[1]],
      [serif(HAN), STACKS.serif[1]],
    ] as const) {
      const book = await fontBook([used]);
      const face = book.faces.find((one) => one.family === family?.name)!;
      const font = opened(face.file);
      expect(book.faces.filter((one) => one.family === family?.name)).toHaveLength(1);
      for (const piece of await family!.pieces()) {
        const here = [...HAN].filter(
          (one) => face.glyphs.has(one.codePointAt(0)!) && piece.points.includes(one.codePointAt(0)!),
        );
        if (here.length === 0) continue;
        const { weight } = used;
        const single = opened(await cutDown(await piece.file(), { text: HAN, weight, isPlain: true }));
        for (const character of here) {
          const [glyph, original] = [font, single].map((one) =>
            one.glyphForCodePoint(character.codePointAt(0)!),
          );
          expect(glyph!.advanceWidth).toBe(original!.advanceWidth);
          expect(outline(font, character)).toBe(outline(single, character));
          expect(outline(font, character).length).toBeGreaterThan(20);
        }
      }
      expect(font.postscriptName).toBe(face.name);
    }
  });

  it('hold nothing but what is used', async () => {
    const { faces } = await fontBook([sans('开a')]);
    const points = faces.flatMap(({ glyphs }) => [...glyphs.keys()]).sort((a, b) => a - b);
    expect(points.map((point) => String.fromCodePoint(point)).join('')).toBe(' a□开');
    for (const { file } of faces) expect(file.length).toBeLessThan(12_000);
  });

  it('[I-03] set the marks that both scripts have as the language of a text does, each a whole em in Chinese', async () => {
    const text = '“开”—‘a’…';
    const chinese = { font: 'sans-zh', weight: 400 } as const;
    const book = await fontBook([{ ...chinese, text }, sans(text)]);
    const families = (style: FontStyle): string[] =>
      Array.from(text, (one) => book.spans(one, style)[0]?.face.family ?? '');
    const [han, marks, latin] = ['Noto Sans SC Variable', 'Noto Sans SC Marks', 'Inter Variable'];
    expect(families(chinese)).toEqual([marks, han, marks, marks, marks, latin, marks, marks]);
    expect(families(sans(''))).toEqual([latin, han, latin, latin, latin, latin, latin, latin]);
    const face = opened(book.spans('“', chinese)[0]!.face.file);
    for (const mark of '“”‘’…')
      expect(face.glyphForCodePoint(mark.charCodeAt(0)).advanceWidth).toBe(face.unitsPerEm);
    expect(new Set(book.faces.map(({ name }) => name)).size).toBe(book.faces.length);
  });

  it('are different at different weights', async () => {
    const book = await fontBook([sans('开', 400), sans('开', 600)]);
    const [light, bold] = [400, 600].map((weight) =>
      opened(book.spans('开', sans('', weight))[0]!.face.file),
    );
    expect(outline(light!, '开')).not.toBe(outline(bold!, '开'));
  });

  it('show a box for what they lack, and know what was said', async () => {
    const book = await fontBook([sans('a👩‍👩‍👧‍👦b한')]);
    expect(book.lacks).toBe(true);
    expect(book.spans('a👩‍👩‍👧‍👦b한', sans('')).map(({ text, actual }) => actual ?? text)).toEqual([
      'a',
      '👩‍👩‍👧‍👦',
      'b',
      '한',
    ]);
    expect(book.spans('👩‍👩‍👧‍👦', sans(''))).toEqual([expect.objectContaining({ text: '□', actual: '👩‍👩‍👧‍👦' })]);
  });

  it('put letters and their marks together, and draw nothing for what is not seen', async () => {
    const book = await fontBook([sans('e\u0301\u200b\u202ea\tb')]);
    expect(
      book
        .spans('e\u0301\u200b\u202ea\tb', sans(''))
        .map(({ text }) => text)
        .join(''),
    ).toBe('éa b');
  });

  it('come in a style sheet that browsers read: one rule for each face, with the characters it is for', async () => {
    const css = await fontCss([sans('Open 开源'), serif('论题')]);
    const rules = css.split('\n');
    expect(rules).toHaveLength(4);
    for (const rule of rules) {
      const [, family, weight, data, ranges] =
        /^@font-face\{font-family:'([^']+)';font-style:normal;font-weight:(\d+);src:url\(data:font\/woff2;base64,([\w+/=]+)\) format\('woff2'\);unicode-range:([U+0-9A-F,-]+)\}$/.exec(
          rule,
        )!;
      expect(['400', '600']).toContain(weight);
      expect(family).toMatch(/^(Inter|Noto Sans SC|Source Serif 4|Noto Serif SC) Variable$/);
      const font = opened(Buffer.from(data!, 'base64'));
      const points = ranges!.split(',').flatMap((range) => {
        const [first, last = first] = range
          .slice(2)
          .split('-')
          .map((hex) => parseInt(hex, 16));
        return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i);
      });
      expect(font.characterSet.filter((point) => point < 0xffff).sort((a, b) => a - b)).toEqual(points);
      for (const point of points) expect(font.glyphForCodePoint(point).advanceWidth).toBeGreaterThan(0);
    }
  });
});

describe('TrueType files', () => {
  const cmaps = fc.dictionary(
    fc.integer({ min: 0x20, max: 0x2ffff }).map(String),
    fc.integer({ min: 1, max: 5_000 }),
    { maxKeys: 300 },
  );

  it('give back the characters that were written', () => {
    fc.assert(
      fc.property(cmaps, (dictionary) => {
        const glyphs = new Map(Object.entries(dictionary).map(([point, glyph]) => [Number(point), glyph]));
        glyphs.delete(0xffff);
        const table = writeCmap(glyphs);
        expect(new Map([...readCmap(table)].sort(([a], [b]) => a - b))).toEqual(
          new Map([...glyphs].sort(([a], [b]) => a - b)),
        );
        const onlyShort = Buffer.from(table);
        onlyShort.writeUInt16BE(1, 2); // hides format 12, so that 4 is read
        const basic = new Map([...glyphs].filter(([point]) => point < 0xffff).sort(([a], [b]) => a - b));
        expect(new Map([...readCmap(onlyShort)].sort(([a], [b]) => a - b))).toEqual(basic);
      }),
      { numRuns: 60 },
    );
  });

  it('give back their names and tables', () => {
    const names = new Map([
      [1, 'Noto Sans'],
      [6, 'NotoSans-400'],
      [13, '许可'],
    ]);
    expect(readNames(writeNames(names))).toEqual(names);
    const tables = new Map([
      ['head', Buffer.alloc(54, 1)],
      ['glyf', Buffer.from([1, 2, 3])],
      ['name', writeNames(names)],
    ]);
    const again = tablesOf(sfntOf(tables));
    expect(again.get('glyf')).toEqual(tables.get('glyf'));
    expect(again.get('name')).toEqual(tables.get('name'));
  });

  it('keep their checksum when they are merged', async () => {
    const { faces } = await fontBook([sans('开源')]);
    const face: Face = faces.at(-1)!;
    const twice = merged([face.file, face.file]);
    let sum = 0;
    for (let at = 0; at < twice.length; at += 4) sum = (sum + twice.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
    expect(
      opened(twice)
        .characterSet.map((point) => String.fromCodePoint(point))
        .join(''),
    ).toContain('开');
  });
});
