// A list of claims as one edit: the first where it was asked for, the others of its depth beside it, deeper ones beneath.
import { againstArgument, forClaim, languageOf, orderAfter, type Aim, type NewId } from './actions.ts';
import type { Batch, SingleEdit } from './edit.ts';
import type { Place } from './edits/place.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { byOrder, orderLast, type Ordered } from './order.ts';
import { premisesOf, repliesTo, theses } from './tree.ts';

export interface Listed {
  readonly text: string;
  /** 0 for the first; each is at most one deeper than the one before it. */
  readonly depth: number;
  /** To what stands above it; with `andAlso` it counts together with the one before it of its depth. Left out: as the first
   *  stands, and beneath it a support. */
  readonly relation?: 'support' | 'rebut' | 'undercut' | 'andAlso';
}

/** Claims beside each other. */
interface Level {
  /** What they reply to where nothing else is said; null for theses. */
  readonly aim: Aim | null;
  /** The argument of the claim above, for those that doubt its step. */
  readonly above: Id | null;
  readonly siblings: Map<Id | null, Ordered[]>;
  last: Id | undefined;
  /** Of the last one: its argument, and what counts together in it. */
  argument: Id | null;
  premises: Ordered[];
}

export function addList(
  map: ArgumentMap,
  first: { readonly claim: Id; readonly to: Place },
  items: readonly Listed[],
  newId: NewId,
): Batch {
  const levels: Level[] = [levelOf(map, first)];
  const edits = items.map(({ text, depth, relation }, i): SingleEdit => {
    levels.length = Math.min(levels.length, depth + 1);
    const level = levels[depth] as Level;
    const claim = i === 0 ? first.claim : newId();
    const to = i === 0 ? first.to : nextPlace(level, relation, claim, newId);
    levels.push({ ...nothing(), aim: forClaim(claim), above: level.argument, siblings: new Map() });
    return { kind: 'add-claim', claim, text, language: languageOf(text, map.info.language), to };
  });
  return { kind: 'batch', edits };
}

const nothing = () => ({ last: undefined, argument: null, premises: [] });

/** Beside a joint premise stands another argument for the same, as for one that is written beside it by hand. */
function levelOf(map: ArgumentMap, { claim, to }: { readonly claim: Id; readonly to: Place }): Level {
  const among = (aim: Aim | null, siblings: readonly Ordered[]): Level => ({
    ...nothing(),
    aim,
    above: null,
    siblings: new Map([[aim?.target.id ?? null, [...siblings]]]),
  });
  const thesis = { id: claim, order: to.order };
  if (to.at === 'thesis') return { ...among(null, [...theses(map), thesis]), last: claim };
  const argument = to.at === 'argument' ? to : map.arguments.get(to.argument);
  if (!argument) return among(null, theses(map));
  const { direction, target } = argument;
  const own = to.at === 'argument' ? [{ id: to.argument, order: to.order }] : [];
  const premises =
    to.at === 'premise' ? premisesOf(map, to.argument).map(({ id, order }) => ({ id, order })) : [];
  return {
    ...among({ direction, target }, [...repliesTo(map, target.id), ...own]),
    last: to.argument,
    argument: to.argument,
    premises: [...premises, thesis],
  };
}

function nextPlace(level: Level, relation: Listed['relation'], claim: Id, newId: NewId): Place {
  if (relation === 'andAlso' && level.argument !== null) {
    const order = orderLast(level.premises.sort(byOrder));
    level.premises.push({ id: claim, order });
    return { at: 'premise', argument: level.argument, order };
  }
  const aim = aimOf(level, relation);
  const siblings = level.siblings.get(aim?.target.id ?? null) ?? [];
  siblings.sort(byOrder);
  const isBeside = siblings.some(({ id }) => id === level.last);
  const order = level.last !== undefined && isBeside ? orderAfter(siblings, level.last) : orderLast(siblings);
  level.argument = aim && newId();
  level.last = level.argument ?? claim;
  level.premises = [{ id: claim, order }];
  level.siblings.set(aim?.target.id ?? null, [...siblings, { id: level.last, order }]);
  return aim && level.argument
    ? { at: 'argument', argument: level.argument, ...aim, order }
    : { at: 'thesis', order };
}

function aimOf({ aim, above }: Level, relation: Listed['relation']): Aim | null {
  if (relation === 'undercut' && above !== null) return againstArgument(above);
  if (!aim || aim.target.kind === 'argument') return aim;
  return relation === 'support' || relation === 'rebut' ? { ...aim, direction: relation } : aim;
}
