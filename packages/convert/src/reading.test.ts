import { describe, expect, it } from '@jest/globals';
import { contentOf, jsonOf, MOST_FILE_BYTES } from '@counterpoint/shared';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { aMap } from '../../shared/testing/aMap.ts';
import { toTheEnd } from '../../shared/testing/toTheEnd.ts';
import { idsFrom } from './ids.ts';
import { read, type ReadFile } from './reading.ts';

const options = (name = 'in', format?: string) => ({ name, format, newId: idsFrom('test', 1), at: 1 });

const built = aMap({ title: '开源' });
built.thesis('费用把人挡在门外。');
const content = contentOf(built.map);
const json = jsonOf(content);

const one = (bytes: Uint8Array, name?: string, format?: string): ReadFile => {
  const files = read(bytes, options(name, format));
  if (!files.ok || !files.value[0]) throw new Error('no file');
  return files.value[0];
};
const refusalOf = (bytes: Uint8Array, name?: string, format?: string): string => {
  const { result } = one(bytes, name, format);
  return result.ok ? 'ok' : `${result.refusal.code}: ${result.refusal.message}`;
};

describe('a file', () => {
  it('is told by its content, whatever its name, and read in UTF-8 or UTF-16 with a mark', () => {
    const utf16 = Buffer.from(`\ufeff${json}`, 'utf16le');
    const swapped = Buffer.from(utf16).swap16();
    for (const bytes of [strToU8(json), strToU8(`\ufeff${json}`), utf16, swapped])
      expect(one(bytes, 'image.png')).toMatchObject({
        format: 'json',
        result: { ok: true, value: { value: content, losses: [] } },
      });
  });

  it('that is no text, or no format of ours, is refused with the reason and the line', () => {
    expect(refusalOf(new Uint8Array())).toBe('invalid: The file is empty.');
    expect(refusalOf(strToU8(' \r\n\ufeff'))).toBe('invalid: The file is empty.');
    const latin1 = Buffer.concat([strToU8('{\n"a":\n"caf'), Buffer.from([0xe9]), strToU8('"}\n')]);
    expect(refusalOf(latin1)).toBe('invalid: The file is not in UTF-8, line 3: save it as UTF-8.');
    expect(refusalOf(Buffer.from(json, 'utf16le'))).toMatch(/^unsupported-format: .*UTF-16/);
    expect(refusalOf(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toMatch(/^invalid: .*UTF-16LE/);
    expect(refusalOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]))).toMatch(/^invalid: .*UTF-8, line 1/);
    expect(refusalOf(strToU8('{\n"a":\n[1,'))).toBe(
      'invalid: The file begins as JSON, and breaks in line 3.',
    );
    expect(refusalOf(strToU8('{"nodes": 7}'))).toMatch(/^(unsupported-format|invalid): /);
    expect(refusalOf(strToU8(json), 'in', 'klingon')).toMatch(/^unsupported-format: .*"klingon"/);
    expect(refusalOf(new Uint8Array(MOST_FILE_BYTES + 1))).toMatch(/^too-large/);
  });

  it('nested deeper than any stack is refused', () => {
    const deep =
      '{"format":"counterpoint","version":1,"map":' + '['.repeat(3_000_000) + ']'.repeat(3_000_000) + '}';
    expect(toTheEnd(() => refusalOf(strToU8(deep)))).toMatch(/^invalid/);
  });

  it('of any bytes gives a result and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const files = read(bytes, options());
        if (files.ok) for (const { bug } of files.value) expect(bug).toBeUndefined();
      }),
    );
  });
});

describe('a zip archive', () => {
  it('has a result for each file, and halves of pairs are not files of their own', () => {
    const zip = zipSync({
      'a.json': strToU8(json),
      'b.json': strToU8('{'),
      'x/essay.ann': strToU8('T1\tPremise 0 4\tBonn\n'),
      'x/essay.txt': strToU8('Bonn'),
      'y/essay.txt': strToU8('Bonn'),
    });
    const files = read(zip, options('all.zip'));
    if (!files.ok) throw new Error('refused');
    expect(files.value.map(({ name, result }) => [name, result.ok])).toEqual([
      ['a.json', true],
      ['b.json', false],
      ['x/essay.ann', expect.any(Boolean)],
      ['y/essay.txt', expect.any(Boolean)],
    ]);
  });

  it('is refused when it is empty', () => {
    expect(read(zipSync({}), options())).toMatchObject({ refusal: { code: 'invalid' } });
  });
});
