import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMapWithSecret, hostileContents, randomContents } from '../../testing/contents.ts';
import { MODERATOR, OBSERVER, OTHER_SUGGESTER, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts';
import { aReading, verdictOf } from '../../testing/readAs.ts';
import type { MapContent } from '../map/map.ts';
import { contentOf } from '../map/patch.ts';
import { fileContent } from '../map/visibility.ts';
import type { Format } from './format.ts';
import { detected, FORMATS, formatOf, PAPERS } from './formats.ts';
import { unsound } from './graph/soundness.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15), version: 12, permalink: 'https://maps.example/maps/1' };
const named = (list: readonly Format[]) => list.map((format) => [format.id, format] as const);
const writable = FORMATS.filter(({ write }) => write);
const readable = FORMATS.filter(({ read }) => read);
const bothWays = readable.filter(({ write }) => write);

const write = (format: Format, content: MapContent) => {
  const file = format.write?.(content, ORIGIN);
  if (!file) throw new Error(`${format.id} is not written`);
  return file;
};
const read = (format: Format, text: string) => {
  const result = format.read?.(text, aReading());
  if (!result?.ok) throw new Error(`${format.id}: ${result?.refusal.message ?? 'is not read'}`);
  return result.value;
};
const contents = fc.oneof(
  { weight: 2, arbitrary: randomContents(30) },
  { weight: 1, arbitrary: hostileContents },
);

describe('the table of formats', () => {
  it('[X-01] names every format once', () => {
    const ids = [...FORMATS, ...PAPERS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const format of FORMATS) expect(formatOf(format.id)).toBe(format);
    expect(formatOf('nothing')).toBeUndefined();
  });

  it('[X-03] says which formats hold a whole map', () => {
    const ids = FORMATS.filter(({ lossless }) => lossless).map(({ id }) => id);
    expect(ids.sort()).toEqual(['aif', 'argdown', 'graphml', 'json', 'opml', 'sadface', 'xaif']);
  });

  it.each(named(bothWays.filter(({ lossless }) => lossless)))(
    '[X-03] %s and back is the same map, and the second file is the first',
    (_, format) => {
      fc.assert(
        fc.property(contents, (content) => {
          const file = write(format, content);
          expect(file.losses).toEqual([]);
          const back = read(format, file.value);
          expect(back).toEqual({ value: content, losses: [] });
          expect(write(format, back.value).value).toBe(file.value);
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(named(bothWays))('%s is known by its content', (id, format) => {
    fc.assert(
      fc.property(contents, (content) => {
        expect(detected(write(format, content).value)?.id).toBe(id);
      }),
      { numRuns: 40 },
    );
  });

  it.each(named(readable))('%s answers a sound map or a refusal, whatever the text', (_, format) => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\n', '  ', '- ', '{', '}', '[a]', '<A>: b', '1. ', '(1) x', '----', '"', ',', ':', '<graph', '/>', 'T1\tClaim 0 1\tx')),
      { maxLength: 30 },
    ); // prettier-ignore
    const cut = fc
      .tuple(contents, fc.nat(), fc.nat(60), fc.string({ maxLength: 6 }))
      .map(([content, at, length, piece]) => {
        const text = format.write ? write(format, content).value : '';
        const from = text === '' ? 0 : at % text.length;
        return text.slice(0, from) + piece + text.slice(from + length);
      });
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join('')),
          cut,
        ),
        (text) => {
          const result = format.read?.(text, aReading());
          if (result?.ok) expect(unsound(result.value.value)).toBeUndefined();
          else expect(result?.refusal.message).toMatch(/^.{5,400}$/s);
        },
      ),
      { numRuns: 120 },
    );
  });

  it.each(named(readable))('%s refuses an empty file', (_, format) => {
    for (const text of ['', '\ufeff', '\n\n'])
      expect(verdictOf(format, text)).toMatch(/^(invalid|unsupported-format): ./);
  });

  it.each(named(writable))(
    '[M-01] [V1] %s shows a pending proposal to its author and the moderators at most',
    (_, format) => {
      const { map } = aMapWithSecret('geheim');
      const seen = (participant: string | null) => {
        const role = participant === null ? null : (map.participants.get(participant)?.role ?? null);
        const file = write(format, fileContent(contentOf(map), { participant, role }, map));
        return JSON.stringify(file).match(/geheim \w+/g) ?? [];
      };
      for (const viewer of [PARTICIPANT, OBSERVER, null]) expect(seen(viewer)).toEqual([]);
      expect(seen(SUGGESTER)).toEqual(format.lossless ? ['geheim new'] : []);
      expect(seen(OTHER_SUGGESTER)).toEqual(format.lossless ? ['geheim reworded'] : []);
      expect(seen(MODERATOR)).toHaveLength(format.lossless ? 2 : 0);
    },
  );
});
