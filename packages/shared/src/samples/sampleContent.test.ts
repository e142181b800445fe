import { describe, expect, it } from '@jest/globals';
import { anId } from '../../testing/aMap.ts';
import { unsound } from '../formats/graph/soundness.ts';
import type { MapContent } from '../map/map.ts';
import { contentOf, mapOf } from '../map/patch.ts';
import { Bearing } from '../map/tables/quotations.ts';
import { wordsAt } from '../source/passage.ts';
import type { SampleMap } from './sample.ts';
import { sampleContent } from './sampleContent.ts';
import { speech } from './speech.ts';

const languages = ['zh', 'en'] as const;

function contentIn(language: 'zh' | 'en', sample: SampleMap = speech): MapContent {
  let made = 0;
  const settings = { access: 'anyone', editing: 'all', embeds: '' } as const;
  return sampleContent(sample, { language, newId: () => anId(++made), at: 0 }, settings);
}

describe.each(languages)('the sample map in %s', (language) => {
  const content = contentIn(language);
  const { claims, sources, editions, quotations } = content;
  const textOf = new Map(claims.map(({ id, text }) => [id, text]));

  it('[M7] is sound, and the same once it was a map', () => {
    expect(unsound(content)).toBeUndefined();
    const sorted = ({ quotations: list }: MapContent): unknown =>
      list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted(contentOf(mapOf(content)))).toEqual(sorted(content));
  });

  it('has one source without an address, in one edition', () => {
    expect(sources).toMatchObject([{ language, url: '', removed: null }]);
    expect(editions).toMatchObject([{ source: sources[0]?.id, reason: '' }]);
  });

  it('[Q3] quotes the words of its talk, and verbatim those of the claim', () => {
    for (const { claim, edition, start, end, exact, bearing } of quotations) {
      expect(edition).toBe(editions[0]?.id);
      expect(wordsAt(editions[0]?.text ?? '', start, end)).toBe(exact);
      expect(bearing === 'verbatim').toBe(exact === textOf.get(claim));
    }
    expect(new Set(quotations.map(({ start }) => start)).size).toBe(quotations.length);
  });

  it('rests 15 claims or more on the talk, in each of the four ways', () => {
    expect(new Set(quotations.map(({ claim }) => claim)).size).toBeGreaterThanOrEqual(15);
    const count = (of: Bearing): number => quotations.filter(({ bearing }) => bearing === of).length;
    for (const bearing of Bearing.options) expect(count(bearing)).toBeGreaterThanOrEqual(2);
    expect(count('paraphrase')).toBeGreaterThan(count('verbatim'));
  });
});

it('both sample maps quote for the same claims, in the same ways and from the same turns of the talk', () => {
  const [zh, en] = languages.map((language) => {
    const { claims, editions, quotations } = contentIn(language);
    const place = new Map(claims.map(({ id }, i) => [id, i]));
    const turnAt = (start: number): number =>
      editions[0]?.marks.findLastIndex((mark) => mark.start <= start) ?? -1;
    return quotations.map(({ claim, bearing, start }) => [place.get(claim), bearing, turnAt(start)]);
  });
  expect(en).toEqual(zh);
});

it('a sample that quotes what its talk does not say once makes no map', () => {
  const [thesis] = speech.theses;
  const quoting = (words: string): SampleMap => ({
    ...speech,
    theses: thesis
      ? [{ ...thesis, quotes: [{ bearing: 'inference', words: { zh: words, en: words } }] }]
      : [],
  });
  expect(() => contentIn('zh', quoting('桌子'))).toThrow('桌子');
  expect(() => contentIn('en', quoting('Nobody said this'))).toThrow('Nobody said this');
});
