// A map whose quotations have all that quotations can have, for the tests of files. Not part of the product.
import type { MapContent } from '../src/map/map.ts';
import { contentOf } from '../src/map/patch.ts';
import { aMap, OTHER_PARTICIPANT } from './aMap.ts';

const EARLIER = 'Good evening.\n\n大桥应修在上游。 The river rises.\n  \nBoats are slow.';
const LATER = 'Good evening, all.\n\n大桥不应修在上游。\nBoats are slow.';

/**
 * Three quotations of the first of two editions: one that a rule suggested, with a translation, whose words are others in
 * the second; one that is gone from it; one that is elsewhere. The second edition is quoted, too.
 */
export function aFollowedQuotation(language: 'en' | 'zh' = 'en'): MapContent {
  const builder = aMap({ title: 'Bridge', language });
  const thesis = builder.thesis('A bridge');
  const [source, edition, later] = [builder.newId(), builder.newId(), builder.newId()];
  const named = { title: 'A talk', url: 'https://example.org/talk', language: 'zh' };
  const marks = [{ start: 15, speaker: '张三', time: 65_000 }];
  builder.edit({ kind: 'add-source', source, edition, ...named, text: EARLIER, marks });
  const quote = (words: string, rule = '') => {
    const [quotation, text] = [builder.newId(), words.startsWith('Good') ? LATER : EARLIER];
    const start = text.indexOf(words);
    const at = text === LATER ? later : edition;
    const passage = { edition: at, start, end: start + words.length, ...(rule !== '' && { rule }) };
    builder.edit({ kind: 'quote', quotation, claim: thesis, bearing: 'inference', ...passage });
    return quotation;
  };
  const changed = quote('大桥应修在上游', 'zh.conclusion');
  quote('The river rises.');
  quote('Boats are slow.');
  const gloss = { text: 'the bridge should be built upstream', language: 'en' };
  builder.edit({ kind: 'gloss', quotation: changed, ...gloss }, OTHER_PARTICIPANT);
  builder.edit({ kind: 'add-edition', source, edition: later, text: LATER, reason: 'misheard', marks: [] });
  quote('Good evening, all.');
  return contentOf(builder.map);
}
