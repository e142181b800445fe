// What is said about a row: under its text for those who see it, and as its name for those who hear it (U-07).
import { commentsOn, waiting as editOf, type ArgumentMap, type Edit, type Id } from '@counterpoint/shared';
import type { TFunction } from 'i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { brings, proposalsOn, type Decider, type Folded } from '../open/proposals.ts';
import { short } from '../ui/short.ts';
import { countsOf, type Row } from './outlineRows.ts';

export type T = TFunction<'outline'>;

export interface RowWords {
  /** The short line under the text, after the relation. */
  readonly notes: readonly string[];
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
}

export function wordsOf(t: T, situation: Situation, row: Row, { selected, editing, unsent }: Now): RowWords {
  const { view } = situation;
  const place = row.parent ? [t('position', { position: row.position, size: row.size })] : [];
  const discussion = commentsOn(view, row.claim.id).length;
  const notes = [
    ...(selected ? place : []),
    ...jointIn(t, row),
    ...(row.reference ? [t('isReference')] : []),
    ...repliesIn(t, row),
    ...(discussion > 0 ? [t('comments', { count: discussion })] : []),
    ...stateIn(t, situation, row),
    ...(editing.length > 0 ? [t('editing', { names: list(editing) })] : []),
  ];
  const by = t('by', { name: nameOf(view, row.claim.by) ?? t('nobody') });
  const facts = [
    t(`is.${isMore(row) ? 'andAlso' : row.relation}`),
    ...notes,
    ...(unsent ? [t('unsent')] : []),
    ...(selected ? [] : place),
    ...aimIn(t, row),
    by,
  ];
  return {
    notes,
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

function repliesIn(t: T, row: Row): string[] {
  const counts = countsOf(row);
  const all = counts.support + counts.rebut + counts.undercut;
  if (all === 0) return [];
  if (row.folded) return [t('foldedReplies', { count: all })];
  if (row.parent) return [t('replies', { count: all })];
  return (['support', 'rebut'] as const).flatMap((of) =>
    counts[of] > 0 ? [t(`counts.${of}`, { count: counts[of] })] : [],
  );
}

function stateIn(t: T, { proposed, me, view }: Situation, row: Row): string[] {
  const own = proposalsOn({ view, proposed }, row.id).map((proposal) => {
    const what = t(`waits.${brings(proposal, row.id) ? 'new' : wayOf(editOf(proposal))}`);
    const name = proposal.by === me.participant ? t('you') : (nameOf(view, proposal.by) ?? t('nobody'));
    return t('waiting', { what, name });
  });
  const waiting = row.folded ? row.children.filter(({ premise }) => proposed.has(premise.id)).length : 0;
  const beside = row.claim.beside.length > 0 ? [t('conflict')] : [];
  return [...own, ...(waiting > 0 ? [t('waitingBeneath', { count: waiting })] : []), ...beside];
}

function wayOf({ kind }: Edit): 'reword' | 'remove' | 'turn' | 'move' | 'other' {
  if (kind === 'reword' || kind === 'remove' || kind === 'turn') return kind;
  return kind === 'move-claim' || kind === 'move-argument' || kind === 'batch' ? 'move' : 'other';
}

export const nameOf = (view: ArgumentMap, participant: Id | null): string | undefined =>
  participant === null ? undefined : view.participants.get(participant)?.name;

const list = (names: readonly string[]): string =>
  new Intl.ListFormat(interfaceLanguage(), { type: 'conjunction' }).format(names);
