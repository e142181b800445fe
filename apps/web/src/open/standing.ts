// Where something new or moved would stand, in words.
import {
  relationOf,
  standpointOf,
  type Argument,
  type ArgumentMap,
  type Claim,
  type Id,
  type Place,
  type Relation,
  type SingleEdit,
} from '@counterpoint/shared';
import i18next from 'i18next';

export interface Standing {
  readonly relation: Relation | 'andAlso';
  /** What it would stand under, or count with. */
  readonly under: Claim | null;
  readonly text: string;
}

export function standingAt(view: ArgumentMap, to: Place, text: string): Standing {
  if (to.at === 'thesis') return { relation: 'thesis', under: null, text };
  if (to.at === 'premise')
    return { relation: 'andAlso', under: view.claims.get(firstPremise(view, to.argument)) ?? null, text };
  const under = to.target.kind === 'claim' ? to.target.id : firstPremise(view, to.target.id);
  return { relation: relationOf(to), under: view.claims.get(under) ?? null, text };
}

/** Of a claim that stands in an argument alone, or first. */
export const placeOf = ({ id: argument, direction, target, order }: ArgumentPlace): Place => ({
  at: 'argument',
  argument,
  direction,
  target,
  order,
});

type ArgumentPlace = Pick<Argument, 'id' | 'direction' | 'target' | 'order'>;

export function placeOfArgument(
  view: ArgumentMap,
  move: Extract<SingleEdit, { kind: 'move-argument' }>,
): Place {
  const direction = view.arguments.get(move.argument)?.direction ?? 'support';
  return placeOf({ ...move, id: move.argument, direction });
}

export const firstPremise = (view: ArgumentMap, argument: Id): Id => view.index.home.get(argument)?.[0] ?? '';

/** Of a claim, or of the one that an argument or a reference is known by. */
export function textOf(view: ArgumentMap, id: Id): string {
  const claim =
    view.claims.get(id) ?? view.claims.get(firstPremise(view, id)) ?? standpointOf(view, id)?.premise.claim;
  // Words that were put away are gone, too.
  return claim?.text || view.mergers.get(id)?.text || i18next.t('gone', { ns: 'edits' });
}
