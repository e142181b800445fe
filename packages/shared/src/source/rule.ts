// A rule that suggests a part of an outline from words alone (P-02). Rules are data: whoever owns a map adds own ones and
// switches others off (P-08).
import { z } from 'zod';
import { personText } from '../map/text.ts';

/** Of the id of a rule, in code points; no word of one is longer. */
export const LONGEST_RULE = 60;
export const RuleId = z
  .string()
  .max(LONGEST_RULE)
  .regex(/^[\p{Letter}\p{Number}._-]*$/u);

/** What a passage may do in an outline. None says who attacks whom: words alone do not tell (P-04). */
export const SuggestedRole = z.enum([
  'point',
  'question',
  'reason',
  'example',
  'contrast',
  'conclusion',
  'addition',
  'concession',
]);
export type SuggestedRole = z.infer<typeof SuggestedRole>;

/**
 * Texts in which people had marked what the words of a rule should be found to say. talks: 72 Chinese talks; school-essays:
 * Chinese ones, 8,206 pairs of clauses; essays: 402 persuasive ones in English; translated-essays: the same, put into
 * Chinese by a machine; microtexts: 112 short texts of 576 units.
 */
export const Corpus = z.enum(['talks', 'school-essays', 'translated-essays', 'essays', 'microtexts']);
export type Corpus = z.infer<typeof Corpus>;

/** How often words of a kind were right in a corpus; rules that share a kind share its figure. */
export const Measured = z.object({
  corpus: Corpus,
  /** What was asked of a hit: that neighbouring clauses relate so, or that its sentence is a claim, a premise and so on. */
  of: z.enum(['relation', 'claim', 'premise', 'central-claim', 'supports', 'attacks']),
  precision: z.number().min(0).max(1),
  /** How many hits; null where only the share is known. */
  n: z.int().min(1).nullable(),
  /** The one word of the rule that was measured, if not all. */
  word: z.string().optional(),
  /** How often a guess would have been right. */
  base: z.number().min(0).max(1).optional(),
});
export type Measured = Readonly<z.infer<typeof Measured>>;

/**
 * Where the words of a rule must stand; at the beginning of a sentence is at that of a clause, too. `in-clause` words may
 * follow the subject, and then the whole clause is meant; `line-final` ones end a line that is a heading.
 */
export const Where = z.enum([
  'line-initial',
  'sentence-initial',
  'clause-initial',
  'in-clause',
  'anywhere',
  'line-final',
]);
export type Where = z.infer<typeof Where>;

const LONGEST_WORD = 40;
const Word = personText(LONGEST_WORD).refine((word) => word === word.trim(), {
  error: 'begins or ends in a space',
});

export const Rule = z.object({
  id: RuleId.min(1),
  language: z.enum(['zh', 'en']),
  role: SuggestedRole,
  /** `{n}` stands for a number, a comma at the end for any comma or colon, and `…` for words in between: 以…为例. */
  words: z.array(Word).min(1).max(100).readonly(),
  /** Longer words that begin like one of these and say something else: 但愿. */
  unless: z.array(Word).max(100).readonly().optional(),
  where: Where,
  /** Null where nobody measured it. */
  measured: z.array(Measured).min(1).readonly().nullable(),
  /** Whether its words tell how neighbouring clauses relate, or only how the text is built. */
  as: z.enum(['relation', 'outline']),
});
export type Rule = Readonly<z.infer<typeof Rule>>;

/** A rule of a map's owner, which nobody measured. */
export const OwnRule = Rule.extend({ measured: z.null() });
export type OwnRule = Readonly<z.infer<typeof OwnRule>>;
