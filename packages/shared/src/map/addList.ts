// A list of claims as one edit: the first where it was asked for, the others of its depth beside it, deeper ones beneath as supports.
import { forClaim, languageOf, orderAfter, type Aim, type NewId } from './actions.ts';
import type { Batch, SingleEdit } from './edit.ts';
import type { Place } from './edits/place.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { byOrder, orderLast, type Ordered } from './order.ts';
import { repliesTo, theses } from './tree.ts';

export interface Listed {
  readonly text: string;
  /** 0 for the first; each is at most one deeper than the one before it. */
  readonly depth: number;
}

/** Claims beside each other, and what they reply to: null for theses. */
interface Level {
  readonly aim: Aim | null;
  readonly siblings: Ordered[];
  last: Id | undefined;
}

export function addList(
  map: ArgumentMap,
  first: { readonly claim: Id; readonly to: Place },
  items: readonly Listed[],
  newId: NewId,
): Batch {
  const levels: Level[] = [levelOf(map, first)];
  const edits = items.map(({ text, depth }, i): SingleEdit => {
    levels.length = Math.min(levels.length, depth + 1);
    const claim = i === 0 ? first.claim : newId();
    const to = i === 0 ? first.to : nextPlace(levels[depth] as Level, claim, newId);
    levels.push({ aim: forClaim(claim), siblings: [], last: undefined });
    return { kind: 'add-claim', claim, text, language: languageOf(text, map.info.language), to };
  });
  return { kind: 'batch', edits };
}

/** Beside a joint premise stands another argument for the same, as for one that is written beside it by hand. */
function levelOf(map: ArgumentMap, { claim, to }: { readonly claim: Id; readonly to: Place }): Level {
  if (to.at === 'thesis') {
    return { aim: null, siblings: [...theses(map), { id: claim, order: to.order }], last: claim };
  }
  const argument = to.at === 'argument' ? to : map.arguments.get(to.argument);
  if (!argument) return { aim: null, siblings: [...theses(map)], last: undefined };
  const { direction, target } = argument;
  const siblings: Ordered[] = [...repliesTo(map, target.id)];
  if (to.at === 'argument') siblings.push({ id: to.argument, order: to.order });
  return { aim: { direction, target }, siblings, last: to.argument };
}

function nextPlace(level: Level, claim: Id, newId: NewId): Place {
  const { aim, siblings, last } = level;
  siblings.sort(byOrder);
  const order = last === undefined ? orderLast(siblings) : orderAfter(siblings, last);
  const argument = aim && newId();
  level.last = argument ?? claim;
  siblings.push({ id: level.last, order });
  return aim && argument ? { at: 'argument', argument, ...aim, order } : { at: 'thesis', order };
}
