import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id } from '../id.ts';
import { put } from '../patch.ts';
import { LONGEST, personText } from '../text.ts';
import { kind, stamp } from './kind.ts';
import { isFree } from './place.ts';
import { passageIn } from './quoted.ts';

/** [N1] [N2] Makes a note on a passage, changes its words, or opens it to everyone. Its passage stays, and so does its openness. */
export const Annotate = z.object({
  kind: z.literal('annotate'),
  annotation: Id,
  edition: Id,
  start: z.int().min(0).describe('in Unicode code points'),
  end: z.int().min(1),
  text: personText(LONGEST.comment),
  open: z.boolean().describe('whether everyone sees it, or its author alone'),
});
export type Annotate = z.infer<typeof Annotate>;

export const annotate = kind({
  schema: Annotate,
  verb(map, { annotation }, actor) {
    const known = map.annotations.get(annotation);
    return !known || known.by === actor.id ? 'say' : 'never';
  },
  rule(map, { annotation: id, text, open, ...asked }, context) {
    const known = map.annotations.get(id);
    if (known?.removed) return refuse('removed', 'The note was removed.');
    if (known) {
      const isOpen = known.open || open;
      if (known.text === text && known.open === isOpen) return refuse('no-change', 'The note is so already.');
      return ok([put('annotations', { ...known, text, open: isOpen })]);
    }
    if (!isFree(map, id)) return refuse('id-taken', 'The id of the new note is in use.');
    const passage = passageIn(map, asked);
    if (!passage.ok) return passage;
    const { edition } = asked;
    return ok([
      put('annotations', { id, edition, ...passage.value, text, open, removed: null, ...stamp(context) }),
    ]);
  },
  undo({ annotation: id, text }, before, now) {
    const [was, is] = [before.annotations.get(id), now.annotations.get(id)];
    if (!is || is.removed || is.text !== text) return undefined;
    if (!was) return { kind: 'remove', id };
    // What everyone has read is not taken out of their heads.
    if (was.open !== is.open || was.text === text) return undefined;
    const { edition, start, end, open } = was;
    return { kind: 'annotate', annotation: id, edition, start, end, text: was.text, open };
  },
  words: { of: ({ annotation }) => [annotation], none: { text: '' }, on: ({ edition }) => [edition] },
});
