import {
  RULES,
  languageOf,
  suggest,
  type ArgumentMap,
  type Edit,
  type Id,
  type Suggestion,
} from '@counterpoint/shared';
import { describe, expect, test } from '@jest/globals';
import { aMap, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts';
import { accepting, acceptingAll } from './accepting.ts';
import { readingOf } from './reading.ts';
import { restingOn } from './resting.ts';
import { asksRelation, isTrusted, suggestedIn, type Suggested } from './suggested.ts';

const TEXT = [
  '首先，大桥不应修在上游。因为上游的河岸每年都会塌。例如，去年就塌了三处。',
  '但是，船票不能涨价。',
  '我们要做三件事：一是修堤；二是修路；三是修渡口。',
  '这是怎么回事？总之，应当先修堤。',
].join('\n');

function aText(): { m: MapBuilder; edition: Id; look: () => readonly Suggested[] } {
  const m = aMap();
  const { edition } = m.source(TEXT);
  const reading = readingOf(TEXT, []);
  const found: readonly Suggestion[] = suggest(TEXT, []);
  return { m, edition, look: () => suggestedIn(reading, RULES, found, restingOn(m.map, new Map(), edition)) };
}

const asked = (m: MapBuilder, edit: Edit | undefined): boolean | undefined => edit && m.ask(edit).ok;
const texts = (map: ArgumentMap): string[] => [...map.claims.values()].map(({ text }) => text);

describe('suggestions', () => {
  test('[P-02] each names its rule, the words that fired, and a measured figure or none', () => {
    const { look } = aText();
    expect(look().length).toBeGreaterThan(6);
    for (const { rule, cues, figure, words } of look()) {
      expect(rule.id).toMatch(/^zh\./);
      expect(words).not.toBe('');
      expect(rule.measured === null ? figure : (figure?.precision ?? 0) > 0).toBe(rule.measured === null ? null : true); // prettier-ignore
      expect(cues.every((cue) => TEXT.includes(cue))).toBe(true);
    }
    const contrast = look().find(({ rule }) => rule.id === 'zh.contrast');
    expect(contrast?.figure).toMatchObject({ precision: 0.91, n: 893, corpus: 'talks' });
    const item = look().find(({ rule }) => rule.id === 'zh.item');
    expect(item?.figure).toMatchObject({ precision: 0.57, of: 'claim' });
  });

  test('[P-02] are shown from the precision on that a person asks for', () => {
    const { look } = aText();
    const shown = (least: number) => look().filter((one) => isTrusted(one, least));
    expect(shown(0.9).every(({ figure }) => (figure?.precision ?? 0) >= 0.9)).toBe(true);
    expect(shown(0.9).length).toBeLessThan(shown(0.5).length);
  });

  test('[P-03] [P-05] an accepted one is a claim with its passage and its rule, beneath what it hangs beneath', () => {
    const { m, edition, look } = aText();
    const one = (role: string) => look().find(({ suggestion }) => suggestion.role === role) as Suggested;
    expect(texts(m.map)).toEqual([]);
    expect(asked(m, accepting(m.map, edition, one('point')))).toBe(true);
    expect(one('point').accepted?.quotation).toMatchObject({
      rule: one('point').rule.id,
      bearing: 'verbatim',
    });
    expect(asked(m, accepting(m.map, edition, one('reason')))).toBe(true);
    const reason = one('reason').accepted;
    expect(reason?.sign).toBe('support');
    expect(reason?.quotation.rule).toBe('zh.reason');
  });

  test('[P-03] all of one rule come at once, each with its place; another time there is nothing left of it', () => {
    const { m, edition, look } = aText();
    const items = () => look().filter(({ rule }) => rule.id === 'zh.item');
    const all = acceptingAll(m.map, edition, items());
    expect(all?.count).toBe(items().length);
    expect(asked(m, all?.edit)).toBe(true);
    expect(items().every(({ accepted }) => accepted !== null)).toBe(true);
    expect(acceptingAll(m.map, edition, items())).toBeUndefined();
    expect([...m.map.claims.values()].every(({ language }) => language === languageOf('修', m.map.info.language))).toBe(true); // prettier-ignore
  });

  test('[P-04] a contrast asks for its relation, and nothing that is accepted is an attack', () => {
    const { m, edition, look } = aText();
    const contrast = look().find(({ suggestion }) => suggestion.role === 'contrast') as Suggested;
    expect(asksRelation(contrast)).toBe(true);
    expect(acceptingAll(m.map, edition, [contrast])).toBeUndefined();
    asked(m, acceptingAll(m.map, edition, look())?.edit);
    expect([...m.map.arguments.values()].map(({ direction }) => direction)).not.toContain('rebut');
  });
});
