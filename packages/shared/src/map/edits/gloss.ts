import { z } from 'zod';
import { ok, refuse } from '../../result.ts';
import { Id, Language } from '../id.ts';
import { put } from '../patch.ts';
import { LONGEST, optionalText } from '../text.ts';
import { isLive } from '../tree.ts';
import { kind, ownOrOthers, stamp } from './kind.ts';

/** [Q8] Translates a quotation. An empty text takes the translation away. */
export const GlossEdit = z.object({
  kind: z.literal('gloss'),
  quotation: Id,
  text: optionalText(LONGEST.gloss),
  language: Language,
});

export const gloss = kind({
  schema: GlossEdit,
  act: () => 'quote',
  verb(map, { quotation }, actor) {
    const present = map.quotations.get(quotation)?.gloss;
    return present ? ownOrOthers(present.by, actor) : 'add';
  },
  rule(map, { quotation: id, text, language }, context) {
    const quotation = map.quotations.get(id);
    if (!quotation || quotation.removed || !isLive(map, quotation.claim))
      return refuse('removed', 'The quotation was removed or does not exist.');
    const words = text.trim();
    const present = quotation.gloss;
    if (words === (present?.text ?? '') && (words === '' || language === present?.language))
      return refuse('no-change', 'The quotation has this translation already.');
    const next = words === '' ? null : { text: words, language, ...stamp(context) };
    return ok([put('quotations', { ...quotation, gloss: next })]);
  },
  undo({ quotation: id, text, language }, before, now) {
    const is = now.quotations.get(id);
    const was = before.quotations.get(id)?.gloss;
    if (!is || is.removed || (is.gloss?.text ?? '') !== text.trim()) return undefined;
    if (is.gloss && is.gloss.language !== language) return undefined;
    return { kind: 'gloss', quotation: id, text: was?.text ?? '', language: was?.language ?? language };
  },
  // An empty text alone says something: that there is to be no translation.
  words: { of: ({ quotation }) => [quotation], none: { text: '', language: '' } },
});
