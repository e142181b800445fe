import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { LONGEST_RULE, OwnRule } from '../../source/rule.ts';
import { Id } from '../id.ts';
import { drop, put } from '../patch.ts';
import type { MapRule } from '../tables/rules.ts';
import { optionalText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';

const MOST_RULES = 200;

/** [R1] Adds a rule, changes one of the map's own, or switches one off: `own`, or `off`, never both. */
export const SetRule = z.object({
  kind: z.literal('set-rule'),
  rule: Id.describe('id of the change, not of the rule'),
  own: OwnRule.nullable(),
  off: optionalText(LONGEST_RULE).describe('the id of a rule, or a single word'),
});
export type SetRule = z.infer<typeof SetRule>;

/** Takes such a change back: what was off is on again, a rule of the map's own is gone. */
export const DropRule = z.object({ kind: z.literal('drop-rule'), rule: Id });
export type DropRule = z.infer<typeof DropRule>;

const isSame = (a: Pick<MapRule, 'own' | 'off'>, b: typeof a): boolean =>
  a.off === b.off && spelled(a.own) === spelled(b.own);

/** Fields in one order, whoever wrote them down. */
const spelled = (own: OwnRule | null): string =>
  own === null ? '' : JSON.stringify([own.id, own.language, own.role, own.words, own.unless ?? [], own.where, own.as]); // prettier-ignore

export const setRule = kind({
  schema: SetRule,
  act: () => null,
  verb: () => 'manage',
  rule(map, { rule: id, own, off }, context) {
    if ((own === null) === (off === '')) return refuse('invalid', 'own, or off, is set, and not both');
    const was = map.rules.get(id);
    if (!was && !isFree(map, id)) return refuse('id-taken', 'The id of the new rule is in use.');
    if (!was && map.rules.size >= MOST_RULES)
      return refuse('too-large', `A map changes at most ${MOST_RULES} rules.`);
    if ([...map.rules.values()].some((one) => isSame(one, { own, off })))
      return refuse('no-change', 'The rule is so already.');
    return ok([put('rules', { id, own, off, ...stamp(context) })]);
  },
  undo({ rule: id, own, off }, before, now) {
    const [was, is] = [before.rules.get(id), now.rules.get(id)];
    if (!is || !isSame(is, { own, off })) return undefined;
    return was ? { kind: 'set-rule', rule: id, own: was.own, off: was.off } : { kind: 'drop-rule', rule: id };
  },
  words: { of: ({ rule }) => [rule], none: { own: null, off: '' } },
});

export const dropRule = kind({
  schema: DropRule,
  act: () => null,
  verb: () => 'manage',
  rule: (map, { rule: id }) =>
    map.rules.has(id) ? ok([drop('rules', id)]) : refuse('not-found', 'There is no such rule.'),
  undo({ rule: id }, before, now) {
    const was = before.rules.get(id);
    return was && !now.rules.has(id) ? { kind: 'set-rule', rule: id, own: was.own, off: was.off } : undefined;
  },
});
