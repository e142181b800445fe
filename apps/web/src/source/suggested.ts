// What the rules suggest for a text, as a person decides on it: what each would be in the map, and how far it can be trusted.
import type { Measured, Rule, Suggestion } from '@counterpoint/shared';
import { wordsOf, type Reading } from './reading.ts';
import type { Resting } from './resting.ts';

export interface Suggested {
  readonly suggestion: Suggestion;
  readonly rule: Rule;
  readonly words: string;
  /** The words that fired. */
  readonly cues: readonly string[];
  /** How often these words, or else the rule, were right; null where nobody measured it. */
  readonly figure: Measured | null;
  /** The claim that was made of it, or of its very passage. */
  readonly accepted: Resting | null;
  /** The accepted claim that it hangs beneath in the outline. */
  readonly above: Resting | null;
}

export function suggestedIn(
  reading: Reading,
  rules: readonly Rule[],
  suggestions: readonly Suggestion[],
  resting: readonly Resting[],
): readonly Suggested[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const made = new Map(resting.map((one) => [`${one.start}-${one.end}`, one]));
  const claims = new Map<string, Resting>();
  return suggestions.flatMap((suggestion): Suggested[] => {
    const rule = byId.get(suggestion.rule);
    if (!rule) return [];
    const accepted = made.get(`${suggestion.start}-${suggestion.end}`) ?? null;
    if (accepted) claims.set(suggestion.id, accepted);
    const cues = [...new Set(suggestion.cues.map((cue) => wordsOf(reading.text, cue)))];
    const above = claims.get(suggestion.beneath ?? '') ?? null;
    const words = wordsOf(reading.text, suggestion);
    return [{ suggestion, rule, words, cues, figure: figureOf(rule, cues), accepted, above }];
  });
}

/** Of the very word where it was measured, else of the rule as it is used here: how clauses relate, or what they are. */
function figureOf({ measured, as }: Rule, cues: readonly string[]): Measured | null {
  if (!measured) return null;
  const ofRule = measured.filter(({ word }) => word === undefined);
  if (as === 'relation') return ofRule.find(({ of }) => of === 'relation') ?? ofRule[0] ?? null;
  const ofWord = measured.find(({ word }) => word !== undefined && cues.includes(word));
  return ofWord ?? ofRule.find(({ of }) => of !== 'relation') ?? ofRule[0] ?? null;
}

/** Whether it may be shown where a person asks for so much. What nobody measured is shown where they ask for least. */
export const isTrusted = ({ figure }: Suggested, least: number): boolean =>
  figure ? figure.precision >= least : least <= LEAST;

export const LEAST = 0.5;
export const TRUSTS = [LEAST, 0.75, 0.9] as const;

/** [P-04] Words tell that something stands against something else, and not what attacks what: a person says so. */
export const asksRelation = ({ suggestion: { role } }: Suggested): boolean =>
  role === 'contrast' || role === 'concession';
