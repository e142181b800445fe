// What a proposed edit would do, for people: its sign, one sentence, and where it would stand.
import {
  relationOf,
  standpointOf,
  subtree,
  type ArgumentMap,
  type Claim,
  type Edit,
  type Id,
  type Place,
  type Relation,
  type SingleEdit,
} from '@counterpoint/shared';
import type { TFunction } from 'i18next';

export interface ProposalWords {
  /** A relation where a claim comes; otherwise what kind of change it is. */
  readonly sign: Relation | 'edit';
  readonly kind: string;
  readonly sentence: string;
  /** The claim it is about, to go to. */
  readonly about: Id | null;
  /** The words of a new claim. */
  readonly text: string | null;
  readonly rewording: { readonly before: string; readonly after: string } | null;
  /** Where something new or moved would stand. */
  readonly place: Standing | null;
}

export interface Standing {
  readonly relation: Relation | 'andAlso';
  /** What it would stand under, or count with. */
  readonly under: Claim | null;
  readonly text: string;
}

type T = TFunction<'claim'>;

export function proposalWords(t: T, view: ArgumentMap, edit: Edit): ProposalWords {
  const one = edit.kind === 'batch' ? telling(edit.edits) : edit;
  const count = edit.kind === 'batch' ? edit.edits.filter(({ kind }) => kind === 'add-claim').length : 0;
  if (count > 1 && one?.kind === 'add-claim') return several(t, view, one, count);
  switch (one?.kind) {
    case 'add-claim':
      return added(t, view, one);
    case 'reword': {
      const rewording = { before: one.was, after: one.text };
      return said(t('proposal.reword'), t('proposal.rewordSentence'), { about: one.claim, rewording });
    }
    case 'move-claim':
      return moved(t, view, one.claim, one.to);
    case 'move-argument':
      return moved(t, view, firstPremise(view, one.argument), placeOfArgument(view, one));
    case 'turn': {
      const about = firstPremise(view, one.argument);
      return said(
        t('proposal.turn'),
        t(`proposal.turnTo.${one.direction}`, { text: textOf(t, view, about) }),
        { about },
      );
    }
    case 'remove': {
      const count = Math.max(
        0,
        [...subtree(view, one.id)].filter((node) => node.kind === 'claim').length - 1,
      );
      const sentence = t('proposal.removeSentence', { text: textOf(t, view, one.id), count });
      return said(t('proposal.remove'), sentence, { about: one.id });
    }
    case 'add-reference': {
      const text = textOf(t, view, one.claim);
      const more = { about: one.reference, place: standingAt(view, one.to, text) };
      return said(t('proposal.link'), t('proposal.linkSentence', { text }), more);
    }
    default:
      return said(t('proposal.change'), smallSentence(t, view, one), {});
  }
}

type More = Partial<Pick<ProposalWords, 'about' | 'rewording' | 'place'>>;

const said = (kind: string, sentence: string, more: More): ProposalWords => ({
  sign: 'edit',
  kind,
  sentence,
  about: null,
  text: null,
  rewording: null,
  place: null,
  ...more,
});

function added(
  t: T,
  view: ArgumentMap,
  { to, text }: Extract<SingleEdit, { kind: 'add-claim' }>,
): ProposalWords {
  const place = standingAt(view, to, text);
  const { relation, under } = place;
  const sentence =
    under && relation !== 'thesis'
      ? t(`proposal.add.${relation}`, { text: under.text })
      : t('proposal.add.thesis');
  const about = under?.id ?? null;
  const words = said(t('sign.andAlso'), sentence, { place, about });
  return relation === 'andAlso'
    ? { ...words, text }
    : { ...words, text, sign: relation, kind: t(`proposal.sign.${relation}`) };
}

/** Claims of a file that come at once: where the first would stand. */
function several(
  t: T,
  view: ArgumentMap,
  { to, text }: Extract<SingleEdit, { kind: 'add-claim' }>,
  count: number,
): ProposalWords {
  const place = standingAt(view, to, text);
  const sentence = t('proposal.severalSentence', { count });
  return said(t('proposal.several'), sentence, { place, about: place.under?.id ?? null });
}

function moved(t: T, view: ArgumentMap, about: Id, to: Place): ProposalWords {
  const text = textOf(t, view, about);
  return said(t('proposal.move'), t('proposal.moveSentence', { text }), {
    about,
    place: standingAt(view, to, text),
  });
}

function smallSentence(t: T, view: ArgumentMap, edit: SingleEdit | undefined): string {
  switch (edit?.kind) {
    case 'reorder':
      return t('proposal.reorderSentence', { text: textOf(t, view, edit.id) });
    case 'restore':
      return t('proposal.restoreSentence', { text: textOf(t, view, edit.id) });
    case 'drop-reference':
      return t('proposal.unlinkSentence');
    case 'quote':
      return t('proposal.quoteSentence', { text: textOf(t, view, edit.claim) });
    case 'add-source':
      return t('proposal.sourceSentence', { text: edit.title });
    case 'add-edition':
      return t('proposal.editionSentence', { text: view.sources.get(edit.source)?.title ?? '' });
    default:
      return t('proposal.changeSentence');
  }
}

/** The edit of a batch that says most about it. */
const telling = (edits: readonly SingleEdit[]): SingleEdit | undefined =>
  edits.find(({ kind }) => kind === 'add-claim' || kind.startsWith('move-') || kind === 'add-reference') ??
  edits[0];

function standingAt(view: ArgumentMap, to: Place, text: string): Standing {
  if (to.at === 'thesis') return { relation: 'thesis', under: null, text };
  if (to.at === 'premise')
    return { relation: 'andAlso', under: view.claims.get(firstPremise(view, to.argument)) ?? null, text };
  const under = to.target.kind === 'claim' ? to.target.id : firstPremise(view, to.target.id);
  return { relation: relationOf(to), under: view.claims.get(under) ?? null, text };
}

function placeOfArgument(view: ArgumentMap, move: Extract<SingleEdit, { kind: 'move-argument' }>): Place {
  const direction = view.arguments.get(move.argument)?.direction ?? 'support';
  return { at: 'argument', argument: move.argument, direction, target: move.target, order: move.order };
}

const firstPremise = (view: ArgumentMap, argument: Id): Id => view.index.home.get(argument)?.[0] ?? '';

function textOf(t: T, view: ArgumentMap, id: Id): string {
  const claim =
    view.claims.get(id) ?? view.claims.get(firstPremise(view, id)) ?? standpointOf(view, id)?.premise.claim;
  return claim?.text ?? t('gone');
}
