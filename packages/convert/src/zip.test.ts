import { describe, expect, it } from '@jest/globals';
import { MOST_FILE_BYTES } from '@counterpoint/shared';
import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import { entriesOf, MOST_ENTRIES } from './zip.ts';

const zip = (files: Zippable): Uint8Array => zipSync(files, { mtime: '2026-01-15' });

/** Each entry's name with its text, or the code of its refusal. */
function unzipped(bytes: Uint8Array): Record<string, string> | string {
  const entries = entriesOf(bytes);
  if (!entries.ok) return entries.refusal.message;
  return Object.fromEntries(
    entries.value.map((entry) => {
      const one = entry.bytes();
      return [entry.name, one.ok ? new TextDecoder().decode(one.value) : one.refusal.message];
    }),
  );
}

/** A copy with some bytes changed, found by their distance from a signature. */
function patched(
  bytes: Uint8Array,
  signature: number,
  change: (view: DataView, at: number) => void,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe('a zip archive', () => {
  it('gives its files, stored and deflated, under names that are labels only', () => {
    const bytes = zip({
      'a.txt': strToU8('a'.repeat(500)),
      'stored.txt': [strToU8('as it is'), { level: 0 }],
      '../../etc/passwd': strToU8('x'),
      'C:\\windows\\图.json': strToU8('{}'),
      'folder/': new Uint8Array(),
      'empty.txt': new Uint8Array(),
      '__MACOSX/._a.txt': strToU8('x'),
      '.DS_Store': strToU8('x'),
    });
    expect(unzipped(bytes)).toEqual({
      'a.txt': 'a'.repeat(500),
      'stored.txt': 'as it is',
      '../../etc/passwd': 'x',
      'C:/windows/图.json': '{}',
      'empty.txt': '',
    });
  });

  it('is refused when it unpacks to too much, or to more than it says', () => {
    const bomb = zip({ 'bomb.txt': new Uint8Array(MOST_FILE_BYTES) });
    expect(bomb.length).toBeLessThan(40_000);
    expect(unzipped(bomb)).toEqual({ 'bomb.txt': expect.stringMatching(/more than 200 times/) });
    const large = zip({ 'large.txt': [new Uint8Array(MOST_FILE_BYTES + 1), { level: 0 }] });
    expect(unzipped(large)).toEqual({ 'large.txt': expect.stringMatching(/at most 20971520 bytes/) });
    const liar = patched(bomb, CENTRAL, (view, at) => view.setUint32(at + 24, 1_000, true));
    expect(unzipped(liar)).toEqual({ 'bomb.txt': expect.stringMatching(/damaged/) });
    const many = zip(
      Object.fromEntries(
        Array.from({ length: 6 }, (_, i) => [`${i}`, [new Uint8Array(MOST_FILE_BYTES), {}]]),
      ),
    );
    expect(unzipped(many)).toMatch(/unpacks to 125829120 bytes/);
    const crowd = zip(
      Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}`, new Uint8Array()])),
    );
    expect(unzipped(crowd)).toMatch(/may hold 2000 files; this one has 2001/);
  });

  it('never unpacks more than it says', () => {
    /** An archive of one file that says it has 1,000 bytes. Its data break off in the middle. */
    const brokenOff = (length: number): Uint8Array => {
      const packed = new Uint8Array(deflateRawSync(Buffer.alloc(length)));
      return patched(zip({ a: [packed.slice(0, packed.length / 2), { level: 0 }] }), CENTRAL, (view, at) => {
        view.setUint16(at + 10, 8, true);
        view.setUint32(at + 24, 1_000, true);
      });
    };
    expect(unzipped(brokenOff(900))).toEqual({ a: expect.stringMatching(/damaged: it is not what/) });
    // Whoever unpacked this one to where it breaks off would say the same of it.
    expect(unzipped(brokenOff(150_000_000))).toEqual({
      a: expect.stringMatching(/damaged: it unpacks to more than/),
    });
  });

  it('is refused when its entries share their data, as those of a quine or of an overlapping bomb do', () => {
    const two = zip({ a: strToU8('one text'), b: strToU8('one text') });
    let first: number | undefined;
    const overlapping = patched(two, CENTRAL, (view, at) => {
      first ??= view.getUint32(at + 42, true);
      view.setUint32(at + 42, first, true);
    });
    expect(unzipped(overlapping)).toMatch(/overlap/);
  });

  it('opens neither archives within it nor what is encrypted or packed in another way', () => {
    expect(unzipped(zip({ 'inner.zip': zip({ a: strToU8('a') }) }))).toEqual({
      'inner.zip': expect.stringMatching(/within a zip archive/),
    });
    const plain = zip({ a: strToU8('a') });
    const locked = patched(plain, CENTRAL, (view, at) => view.setUint16(at + 8, 1, true));
    expect(unzipped(locked)).toEqual({ a: 'The file is encrypted.' });
    const other = patched(plain, CENTRAL, (view, at) => view.setUint16(at + 10, 12, true));
    expect(unzipped(other)).toEqual({ a: expect.stringMatching(/method 12/) });
    const large = patched(plain, END, (view, at) => view.setUint32(at + 16, 0xffffffff, true));
    expect(unzipped(large)).toMatch(/ZIP64/);
  });

  it('that is cut off or broken anywhere gives a refusal or the whole file, and never throws', () => {
    const text = 'The quick brown fox. '.repeat(40);
    const whole = zip({ 'a.txt': strToU8(text), 'b.txt': [strToU8('stored'), { level: 0 }] });
    for (let length = 0; length < whole.length; length += 7)
      expect(typeof unzipped(whole.subarray(0, length))).toBe('string');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const copy = whole.slice();
        copy[at] = byte;
        const files = unzipped(copy);
        if (typeof files === 'string') return;
        for (const each of Object.values(files)) expect([text, 'stored', each]).toContain(each);
        for (const each of Object.values(files))
          expect(each === text || each === 'stored' || /^(The file|A file|A zip)/.test(each)).toBe(true);
      }),
    );
  });

  it('with names in the encoding of Chinese Windows has names that can be read', () => {
    const bytes = zip({ 'AAAA.txt': strToU8('x') });
    const named = patched(bytes, CENTRAL, (view, at) => {
      for (const [i, byte] of [0xbf, 0xaa, 0xd4, 0xb4].entries()) view.setUint8(at + 46 + i, byte);
    });
    expect(unzipped(named)).toEqual({ '开源.txt': 'x' });
  });
});
