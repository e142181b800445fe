// What is said about a row: under its text for those who see it, and as its name for those who hear it (U-07).
import {
  claimsBeneath,
  commentsOn,
  quotationsOf,
  sideNamed,
  type ArgumentMap,
  type Claim,
  type Id,
  type Side,
} from '@counterpoint/shared';
import type { TFunction } from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { nameOfWaiting } from '../open/describe.ts';
import { otherAuthors } from '../open/authors.ts';
import { isClaimUnsettled } from '../open/unsettled.ts';
import { draftWords } from '../open/draftWords.ts';
import { proposalsOn, type Decider, type Folded } from '../open/proposals.ts';
import { short } from '../ui/short.ts';
import { countsOf, type Row } from './outlineRows.ts';

export type T = TFunction<'outline'>;

export interface RowWords {
  /** The short line under the text, after the relation. */
  readonly notes: readonly string[];
  /** The side that said it. */
  readonly side: Side | undefined;
  /** Its figure, and what that is. */
  readonly strength: { readonly figure: string; readonly told: string } | undefined;
  /** How many claims hang beneath it. */
  readonly beneath: number;
  /** Text, relation, position, replies, state, parent and author: first what is seen, in its order, then the rest. */
  readonly name: string;
}

/** The map as this person sees it. */
export interface Situation extends Folded {
  readonly me: Decider;
}

interface Now {
  readonly selected: boolean;
  /** Who else has it open. */
  readonly editing: readonly string[];
  /** Words of one's own wait in a closed field. */
  readonly unsent: boolean;
  /** Its figure, where the map shows one. */
  readonly strength: string | null;
  /** Whether it supports itself. */
  readonly circular: boolean;
  /** What of it this person has not read: its words, and how many comments. */
  readonly unread: { readonly words: 'new' | 'reworded' | null; readonly talk: number };
}

export function wordsOf(t: T, situation: Situation, row: Row, now: Now): RowWords {
  const { selected, editing, unsent, unread, strength, circular } = now;
  const { view } = situation;
  const place = row.parent ? [t('position', { position: row.position, size: row.size })] : [];
  const beneath = row.reference ? [] : claimsBeneath(view, row.claim.id);
  const quoted = quotationsOf(view, row.claim.id).length;
  const discussion = commentsOn(view, row.claim.id).length;
  const notes = [
    ...(selected ? place : []),
    ...jointIn(t, row),
    ...(row.reference ? [t('isReference')] : []),
    ...repliesIn(t, row, beneath.length),
    ...(quoted > 0 ? [t('quotations', { count: quoted })] : []),
    ...(isClaimUnsettled(view, row.claim.id) ? [t('unsettled')] : []),
    ...(circular ? [t('circular')] : []),
    ...(discussion > 0 ? [t('comments', { count: discussion })] : []),
    ...(unread.talk > 0 ? [t('unread.talk', { count: unread.talk })] : []),
    ...stateIn(t, situation, row, beneath),
    ...(editing.length > 0 ? [t('editing', { names: list(editing) })] : []),
  ];
  const authors = [row.claim.by, ...otherAuthors(view, row.claim.id)].map((one) => nameOf(view, one) ?? t('nobody')); // prettier-ignore
  const by = t('by', { name: list(authors) });
  const isDraft = proposalsOn(situation, row.id).some(({ state }) => state === 'draft');
  const side = isDraft ? undefined : sideNamed(view, row.claim.side);
  const facts = [
    t(`is.${isMore(row) ? 'andAlso' : row.relation}`),
    ...(side ? [side.name] : []),
    ...notes,
    ...(strength === null ? [] : [t('strengthOf', { value: strength })]),
    ...(unread.words ? [t(`unread.${unread.words}`)] : []),
    ...(unsent ? [t('unsent')] : []),
    ...(selected ? [] : place),
    ...aimIn(t, row),
    by,
  ];
  return {
    notes,
    side,
    strength: strength === null ? undefined : { figure: strength, told: t('strength') },
    beneath: beneath.length,
    name: t('name', { text: row.claim.text.replace(/[.。．]$/u, ''), facts: facts.join(t('and')) }),
  };
}

const isMore = ({ joint }: Row): boolean => joint !== null && joint.index > 0;

function jointIn(t: T, { joint }: Row): string[] {
  if (!joint) return [];
  const { index, count } = joint;
  return [index === 0 ? t('joint.first', { count }) : t('joint.more', { count, nth: index + 1 })];
}

/** What it speaks for or against; of an undercut, which step it doubts. */
function aimIn(t: T, { relation, parent }: Row): string[] {
  if (!parent || relation === 'thesis') return [];
  const text = short(parent.claim.text);
  return [t(`aim.${relation}`, { text, doubted: short(parent.parent?.claim.text ?? '') })];
}

/** A thesis says what speaks for and against it; undercuts hang on the argument that the claim is in, and are told apart. */
function repliesIn(t: T, row: Row, beneath: number): string[] {
  const counts = countsOf(row);
  const kinds = row.parent ? (['undercut'] as const) : (['support', 'rebut'] as const);
  return [
    ...kinds.flatMap((of) => (counts[of] > 0 ? [t(`counts.${of}`, { count: counts[of] })] : [])),
    ...(beneath > 0 ? [t('beneath', { count: beneath })] : []),
    ...(row.folded ? [t('folded')] : []),
  ];
}

function stateIn(t: T, { proposed, me, view }: Situation, row: Row, beneath: readonly Claim[]): string[] {
  const own = proposalsOn({ view, proposed }, row.id).map((proposal) => {
    if (proposal.state === 'draft') return draftWords(view, proposal);
    const what = nameOfWaiting(proposal, row.id);
    const name = proposal.by === me.participant ? t('you') : (nameOf(view, proposal.by) ?? t('nobody'));
    return t('waiting', { what, name });
  });
  const waiting = row.folded ? beneath.filter(({ id }) => proposed.has(id)).length : 0;
  const beside = row.claim.beside.length > 0 ? [t('conflict')] : [];
  return [...own, ...(waiting > 0 ? [t('waitingBeneath', { count: waiting })] : []), ...beside];
}

export const nameOf = (view: ArgumentMap, participant: Id | null): string | undefined =>
  participant === null ? undefined : view.participants.get(participant)?.name;

const list = (names: readonly string[]): string =>
  new Intl.ListFormat(interfaceLanguage(), { type: 'conjunction' }).format(names);
