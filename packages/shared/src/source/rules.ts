import type { MapRule } from '../map/tables/rules.ts';
import type { OwnRule, Rule } from './rule.ts';
import { RULES_EN } from './rulesEn.ts';
import { RULES_ZH } from './rulesZh.ts';

/** The rules that come with the product. */
export const RULES: readonly Rule[] = [...RULES_ZH, ...RULES_EN];

/** What a map goes by (P-08): own rules beside those that come along, without what is off, be it a rule or a single word. */
export function rulesOf({ own, off }: { own: readonly OwnRule[]; off: readonly string[] }): readonly Rule[] {
  const switched = new Set(off);
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...RULES.filter(({ id }) => !ids.has(id))].flatMap((rule) => {
    const words = rule.words.filter((word) => !switched.has(word));
    return switched.has(rule.id) || words.length === 0 ? [] : [{ ...rule, words }];
  });
}

/** The rules that a map goes by; beside its tables they would come with every map. */
export function rulesIn(map: { readonly rules: { values(): Iterable<MapRule> } }): readonly Rule[] {
  const rows = [...map.rules.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return rulesOf({
    own: rows.flatMap(({ own }) => own ?? []),
    off: rows.flatMap(({ off }) => (off === '' ? [] : [off])),
  });
}
