import { z } from 'zod';
import { LONGEST_RULE, OwnRule } from '../../source/rule.ts';
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
