import { z } from 'zod';
import { ok, refuse, type Refused, type Result } from '../../result.ts';
import { Id } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { put, type Patch } from '../patch.ts';
import { UNLABELLED, type Annotation } from '../tables/annotations.ts';
import { isVisible, LONGEST, optionalText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';
import { passageIn } from './quoted.ts';
import { running } from './rounds.ts';

/** [N1] [N2] [B2] Makes a note on a passage, or a mark of a round; changes its words or its label, or opens a note to everyone. Its passage stays, and so do its round and its openness. */
export const Annotate = z.object({
  kind: z.literal('annotate'),
  annotation: Id,
  edition: Id,
  start: z.int().min(0).describe('in Unicode code points'),
  end: z.int().min(1),
  text: optionalText(LONGEST.comment).describe('may be empty in a round'),
  open: z
    .boolean()
    .describe('whether everyone sees it, or its author alone; a mark of a round opens with that'),
  round: Id.optional().describe('the round that it is a mark of'),
  label: optionalText(LONGEST.label).optional().describe('in a round, one of its labels'),
});
export type Annotate = z.infer<typeof Annotate>;

type Asked = Omit<Annotate, 'kind'>;

export const annotate = kind({
  schema: Annotate,
  act: () => 'annotate',
  verb(map, { annotation, open, round }, actor) {
    const known = map.annotations.get(annotation);
    if (known && known.by !== actor.id) return 'never';
    if ((known?.round ?? round ?? null) !== null) return 'say';
    return open || known?.open ? 'talk' : 'keep';
  },
  rule(map, asked, context) {
    const known = map.annotations.get(asked.annotation);
    if (known?.removed) return refuse('removed', 'The note was removed.');
    if (known) return changed(map, known, asked);
    const { annotation: id, edition, text, open, round = null } = asked;
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new note is in use.');
    const passage = passageIn(map, asked);
    if (!passage.ok) return passage;
    const made = {
      id,
      edition,
      ...passage.value,
      text,
      open,
      ...UNLABELLED,
      removed: null,
      ...stamp(context),
    };
    return allowed(map, round === null ? made : { ...made, round, label: asked.label ?? '' });
  },
  undo({ annotation: id, text, label = '' }, before, now) {
    const [was, is] = [before.annotations.get(id), now.annotations.get(id)];
    if (!is || is.removed || is.text !== text || (is.round !== null && is.label !== label)) return undefined;
    if (!was) return { kind: 'remove', id };
    // What everyone has read is not taken out of their heads.
    if (was.open !== is.open || (was.text === text && was.label === is.label)) return undefined;
    const { edition, start, end, open } = was;
    const marked = was.round === null ? {} : { round: was.round, label: was.label };
    return { kind: 'annotate', annotation: id, edition, start, end, text: was.text, open, ...marked };
  },
  words: { of: ({ annotation }) => [annotation], none: { text: '', label: '' }, on: ({ edition, round }) => (round === undefined ? [edition] : [edition, round]) }, // prettier-ignore
});

function changed(
  map: ArgumentMap,
  known: Annotation,
  { text, open, label }: Asked,
): Result<readonly Patch[]> {
  const isOpen = known.open || open;
  const next = { ...known, text, open: isOpen, label: known.round === null ? '' : (label ?? known.label) };
  if (known.text === text && known.open === isOpen && known.label === next.label)
    return refuse('no-change', 'The note is so already.');
  return allowed(map, next);
}

function allowed(map: ArgumentMap, note: Annotation): Result<readonly Patch[]> {
  const refused = note.round === null ? wordless(note) : unmarkable(map, note, note.round);
  return refused ?? ok([put('annotations', note)]);
}

const wordless = ({ text }: Annotation): Refused | undefined =>
  isVisible(text) ? undefined : refuse('invalid', 'text: a note must not be blank');

/** [B2] Why this cannot be a mark of the round. */
function unmarkable(map: ArgumentMap, mark: Annotation, id: Id): Refused | undefined {
  const round = running(map, id);
  if (!round.ok) return round;
  if (mark.open) return refuse('invalid', 'open: the marks of a round are opened with it, all at once');
  if (mark.text !== '' && !isVisible(mark.text)) return wordless(mark);
  if (round.value.edition !== mark.edition)
    return refuse('not-a-passage', 'The round is about another text.');
  if (!round.value.labels.includes(mark.label))
    return refuse('no-such-label', 'The round has no such label.');
  const own = marksOf(map, id).filter((one) => one.by === mark.by && one.id !== mark.id && one.label === mark.label); // prettier-ignore
  if (own.some(({ start, end }) => start < mark.end && end > mark.start))
    return refuse('marks-overlap', 'It overlaps another of your marks with this label.');
  return undefined;
}

/** The marks of a round that a map holds, without removed ones. */
export const marksOf = (map: ArgumentMap, round: Id): readonly Annotation[] =>
  (map.index.marks.get(round) ?? []).flatMap((id) => {
    const mark = map.annotations.get(id);
    return mark && !mark.removed ? mark : [];
  });
