// A claim that is being written and that nobody else knows of yet: it becomes an edit once it has words.
import {
  againstArgument,
  asJoint,
  asReply,
  asSibling,
  asThesis,
  languageOf,
  standpointOf,
  type ArgumentMap,
  type Edit,
  type Id,
  type Place,
  type Relation,
  type SingleEdit,
} from '@counterpoint/shared';
import { isThere } from './branches.ts';
import { newId } from './newId.ts';
import type { Picked } from './picked.ts';

export interface Draft {
  /** Its id to be, and that of the argument it may bring. */
  readonly claim: Id;
  readonly argument: Id;
  /** Beneath the anchor, beside it, one more premise with it, or a thesis. */
  readonly as: 'reply' | 'sibling' | 'joint' | 'thesis';
  /** A premise; null for a thesis. */
  readonly anchor: Id | null;
  readonly relation: Relation;
  /** The passage that it will rest on. */
  readonly rests?: Picked;
}

export const newDraft = (as: Draft['as'], anchor: Id | null, relation: Relation): Draft => ({
  claim: newId(),
  argument: newId(),
  as,
  anchor,
  relation,
});

/** Where it would stand now; undefined when its anchor is gone. */
export function placeOf(view: ArgumentMap, { as, anchor, relation, argument }: Draft): Place | undefined {
  if (as === 'thesis' || anchor === null) return asThesis(view);
  if (!isThere(view, anchor)) return undefined;
  const at = standpointOf(view, anchor)?.argument;
  const id = () => argument;
  if (as === 'joint') return at && asJoint(view, at.id, anchor);
  const direction = relation === 'support' ? 'support' : 'rebut';
  if (as === 'sibling') {
    const place = asSibling(view, anchor, id);
    return place.at === 'argument' && place.target.kind === 'claim' ? { ...place, direction } : place;
  }
  if (relation === 'undercut') return at && asReply(view, againstArgument(at.id), id);
  const claim = view.references.get(anchor)?.claim ?? anchor;
  return asReply(view, { direction, target: { kind: 'claim', id: claim } }, id);
}

export function addDraft(view: ArgumentMap, draft: Draft, text: string): Edit | undefined {
  const to = placeOf(view, draft);
  const language = languageOf(text, view.info.language);
  if (!to) return undefined;
  const add: SingleEdit = { kind: 'add-claim', claim: draft.claim, text, language, to };
  return draft.rests ? { kind: 'batch', edits: [add, quoting(draft.claim, text, draft.rests)] } : add;
}

/** Rests a claim on a passage: to the letter, or in words of one's own. */
export const quoting = (
  claim: Id,
  text: string,
  { exact, bearing = 'paraphrase', edition, start, end, rule }: Picked,
): SingleEdit => ({
  kind: 'quote',
  quotation: newId(),
  claim,
  edition,
  start,
  end,
  bearing: text === exact ? 'verbatim' : bearing,
  ...(rule === undefined ? {} : { rule }),
});

/** What a draft may become by a press on another relation; none when there is nothing to choose. */
export function relationsFor(view: ArgumentMap, { as, anchor, relation }: Draft): readonly Relation[] {
  if (anchor === null || as === 'joint' || as === 'thesis') return [];
  if (as === 'sibling') return relation === 'support' || relation === 'rebut' ? ['support', 'rebut'] : [];
  if (view.references.has(anchor)) return [];
  return standpointOf(view, anchor) ? ['support', 'rebut', 'undercut'] : ['support', 'rebut'];
}
