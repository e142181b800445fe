import { z } from 'zod';
import { LONGEST_RULE, OwnRule, type Rule } from '../../source/rule.ts';
import { rulesOf } from '../../source/rules.ts';
import { Id } from '../id.ts';
import { fileAt, Stamp } from '../stamp.ts';
import { optionalText } from '../text.ts';
import { everyone } from './audience.ts';
import { table } from './description.ts';

/** [R1] What a map changed about the rules that read an outline off its texts: a rule of its own, or one that is off (P-08). */
export const MapRule = Stamp.extend({
  id: Id,
  own: OwnRule.nullable(),
  /** The id of a rule that is off, or a single word that fires no more; empty beside a rule of the map's own. */
  off: z.string(),
}).meta({ id: 'MapRule' });
export type MapRule = Readonly<z.infer<typeof MapRule>>;

export const rules = table({
  schema: MapRule,
  file: MapRule.extend({ off: optionalText(LONGEST_RULE), ...fileAt }),
  words: { own: null, off: '' },
  needs: {},
  under: {},
  sees: everyone,
  loss: 'rules',
  copied: true,
  recorded: true,
  later: true,
});

/** The rules that a map goes by. */
export function rulesIn(map: { readonly rules: { values(): Iterable<MapRule> } }): readonly Rule[] {
  const rows = [...map.rules.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return rulesOf({
    own: rows.flatMap(({ own }) => own ?? []),
    off: rows.flatMap(({ off }) => (off === '' ? [] : [off])),
  });
}
