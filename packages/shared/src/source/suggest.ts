// An outline of a text from words alone (P-02): without a model, the same for the same text, and never an attack.
import { z } from 'zod';
import type { SpeechMark } from '../map/tables/editions.ts';
import { LONGEST } from '../map/text.ts';
import { wordsAt } from './passage.ts';
import { RuleId, SuggestedRole, type Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { inPoints, type Span, type Units } from './sentences.ts';
import { Outline, type Place } from './suggestOutline.ts';
import { bare, type Part } from './suggestParts.ts';

const Offset = z.int().min(0);

/** A passage that could be a claim. A person takes it, changes it or puts it aside. */
export const Suggestion = z.object({
  /** The same for the same words: `rule@start`. */
  id: z.string(),
  rule: RuleId,
  role: SuggestedRole,
  /** The passage in code points, without the words that fired and without the final stop. */
  start: Offset,
  end: Offset,
  /** The words that fired. Those of a point that only has a reason or an example stand beside that. */
  cues: z.array(z.object({ start: Offset, end: Offset })).readonly(),
  /** How many suggestions it hangs beneath. */
  depth: z.int().min(0),
  beneath: z.string().nullable(),
  /** Only reasons and examples are taken to support what they hang beneath. Words alone never tell what is attacked (P-04). */
  link: z.literal('support').nullable(),
  /** The number of its paragraph, from 1. */
  block: z.int().min(1),
  /** Who says it, be it in a quotation; null where nobody tells. */
  speaker: z.string().nullable(),
});
export type Suggestion = Readonly<z.infer<typeof Suggestion>>;

/** In the order of the text. */
export function suggest(
  text: string,
  marks: readonly SpeechMark[],
  rules: readonly Rule[] = RULES,
): readonly Suggestion[] {
  const outline = new Outline(text, marks, rules);
  const found = new Map<Part, Found>();
  const ids = new Set<string>();
  for (const part of outline.places.keys()) {
    const units = bare(text, part);
    const span = units && inPoints(text, units);
    if (!part.rule || !span || !isClaim(text, units, span)) continue;
    const id = `${part.rule.id}@${span.start}`;
    if (!ids.has(id)) found.set(part, { id, rule: part.rule.id, ...span });
    ids.add(id);
  }
  return [...found]
    .toSorted(([, a], [, b]) => a.start - b.start || b.end - a.end)
    .map(([part, own]) => {
      const place = outline.places.get(part);
      const over = ancestors(part, outline.places).filter((above) => found.has(above));
      return {
        ...own,
        role: part.role,
        cues: part.cues.map((cue) => inPoints(text, cue)),
        depth: over.length,
        beneath: (over[0] && found.get(over[0])?.id) ?? null,
        link: place?.supports && over[0] === place.beneath ? 'support' : null,
        block: (place?.sentence.block ?? 0) + 1,
        speaker: outline.voices.at(part.from).speaker,
      };
    });
}

type Found = Pick<Suggestion, 'id' | 'rule' | 'start' | 'end'>;

/** Whether a passage may stand there, and is not too long for a claim. */
const isClaim = (text: string, { from, to }: Units, { start, end }: Span): boolean =>
  end - start <= LONGEST.claim &&
  ((isPlain(text, from) && isPlain(text, to)) || wordsAt(text, start, end) !== undefined);

/** Most edges of a passage lie between signs that always stand alone; to ask for the others takes long. */
const isPlain = (text: string, at: number): boolean =>
  /^[ -~一-鿿、-】！-･‘-…]*$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** What a part is beneath, from the nearest. */
function ancestors(part: Part, places: ReadonlyMap<Part, Place>): readonly Part[] {
  const found: Part[] = [];
  for (let at = places.get(part)?.beneath; at; at = places.get(at)?.beneath) found.push(at);
  return found;
}
