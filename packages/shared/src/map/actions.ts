// What a person does to a map, said as an edit. Canvas, outline and claim panel build their edits here and nowhere else.
// A premise is named by its own id: a claim's where it is at home, a reference's where it is used once more.
import type { Batch, Edit, SingleEdit } from './edit.ts';
import type { Place } from './edits/place.ts';
import type { SplitClaim } from './edits/split.ts';
import type { Argument, Direction, Target } from './tables/arguments.ts';
import type { ArgumentMap } from './map.ts';
import type { Id, Language } from './id.ts';
import { orderAt, orderLast, type Ordered, type OrderKey } from './order.ts';
import { premisesOf, quotationsLike, repliesTo, theses, type Premise } from './tree.ts';

export type NewId = () => Id;

/** The edits that make something, and the id under which it will stand. */
export interface Made<E extends SingleEdit> {
  readonly edit: E;
  readonly id: Id;
}
export type MadeClaim = Made<Extract<SingleEdit, { kind: 'add-claim' }>>;

/** For or against a claim; an undercut is a rebuttal aimed at an argument. */
export interface Aim {
  readonly direction: Direction;
  readonly target: Target;
}

export const forClaim = (id: Id): Aim => ({ direction: 'support', target: { kind: 'claim', id } });
export const againstClaim = (id: Id): Aim => ({ direction: 'rebut', target: { kind: 'claim', id } });
export const againstArgument = (id: Id): Aim => ({ direction: 'rebut', target: { kind: 'argument', id } });

/** Where a premise stands: its argument, itself there, and all that count with it. Undefined for a thesis. */
export interface Standpoint {
  readonly argument: Argument;
  readonly premise: Premise;
  readonly premises: readonly Premise[];
}

export function standpointOf(map: ArgumentMap, id: Id): Standpoint | undefined {
  const home = map.claims.get(id)?.home ?? map.references.get(id)?.argument;
  const argument = home ? map.arguments.get(home) : undefined;
  if (!argument) return undefined;
  const premises = premisesOf(map, argument.id);
  const premise = premises.find((one) => one.id === id);
  return premise && { argument, premise, premises };
}

const newArgument = ({ direction, target }: Aim, order: OrderKey, newId: NewId) =>
  ({ at: 'argument', argument: newId(), direction, target, order }) as const;

const lastAt = (map: ArgumentMap, aim: Aim, newId: NewId) =>
  newArgument(aim, orderLast(repliesTo(map, aim.target.id)), newId);

export function addClaim(map: ArgumentMap, text: string, to: Place, newId: NewId): MadeClaim {
  const id = newId();
  return {
    id,
    edit: { kind: 'add-claim', claim: id, text, language: languageOf(text, map.info.language), to },
  };
}

/** Places for a new claim. */
export const asThesis = (map: ArgumentMap): Place => ({ at: 'thesis', order: orderLast(theses(map)) });
export const asReply = (map: ArgumentMap, aim: Aim, newId: NewId): Place => lastAt(map, aim, newId);
export function asJoint(map: ArgumentMap, argument: Id, after?: Id): Place {
  const premises = premisesOf(map, argument);
  return {
    at: 'premise',
    argument,
    order: after === undefined ? orderLast(premises) : orderAfter(premises, after),
  };
}

/** The place right behind a premise or a thesis, with the same relation: beside it as an argument of its own. */
export function asSibling(map: ArgumentMap, id: Id, newId: NewId): Place {
  const at = standpointOf(map, id);
  if (!at) return { at: 'thesis', order: orderAfter(theses(map), id) };
  return newArgument(at.argument, orderAfter(repliesTo(map, at.argument.target.id), at.argument.id), newId);
}

export function rewordTo(map: ArgumentMap, claim: Id, text: string): Edit {
  return { kind: 'reword', claim, text, was: map.claims.get(claim)?.text ?? text };
}

/** Takes a branch to another target. A sole premise goes with its argument and its undercuts; a joint one leaves the others behind. */
export function moveUnder(map: ArgumentMap, id: Id, aim: Aim, newId: NewId): Edit {
  const at = standpointOf(map, id);
  if (at && at.premises.length === 1)
    return moveArgumentTo(at.argument, aim, orderLast(repliesTo(map, aim.target.id)));
  return moveTo(map, id, lastAt(map, aim, newId), newId);
}

/** Moves a whole argument, turning it on the side where that is allowed: an argument is only ever rebutted. */
export function moveArgumentTo(argument: Argument, { direction, target }: Aim, order: OrderKey): Edit {
  const move: SingleEdit = { kind: 'move-argument', argument: argument.id, target, order };
  const turn: SingleEdit = { kind: 'turn', argument: argument.id, direction };
  const stays = argument.target.id === target.id;
  if (argument.direction === direction) return move;
  if (stays) return turn;
  return { kind: 'batch', edits: target.kind === 'argument' ? [turn, move] : [move, turn] };
}

/** Makes a claim a premise of an argument, to count together with those it has. */
export const joinTo = (map: ArgumentMap, id: Id, argument: Id, newId: NewId): Edit =>
  moveTo(map, id, { at: 'premise', argument, order: orderLast(premisesOf(map, argument)) }, newId);

/** Lets a joint premise stand as an argument of its own, right behind the one it leaves. */
export const takeOut = (map: ArgumentMap, id: Id, newId: NewId): Edit =>
  moveTo(map, id, asSibling(map, id, newId), newId);

export const makeThesis = (map: ArgumentMap, claim: Id): Edit => ({
  kind: 'move-claim',
  claim,
  to: asThesis(map),
});

/** A reference has no move of its own: it is dropped here and made anew there. */
function moveTo(map: ArgumentMap, id: Id, to: Place, newId: NewId): Edit {
  const reference = map.references.get(id);
  if (!reference || to.at === 'thesis') return { kind: 'move-claim', claim: id, to };
  const add: SingleEdit = { kind: 'add-reference', reference: newId(), claim: reference.claim, to };
  return { kind: 'batch', edits: [{ kind: 'drop-reference', reference: id }, add] } satisfies Batch;
}

/** One step up (-1) or down (1) among its joint premises, and beyond them with the whole argument; undefined at the end. */
export function moveBy(map: ArgumentMap, id: Id, step: -1 | 1): Edit | undefined {
  const at = standpointOf(map, id);
  if (!at) return stepped(theses(map), id, step);
  return (
    stepped(at.premises, id, step) ?? stepped(repliesTo(map, at.argument.target.id), at.argument.id, step)
  );
}

function stepped(siblings: readonly Ordered[], id: Id, step: -1 | 1): Edit | undefined {
  const from = siblings.findIndex((sibling) => sibling.id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= siblings.length) return undefined;
  const order = orderAt(siblings.filter((sibling) => sibling.id !== id), to); // prettier-ignore
  return order === siblings[from]?.order ? undefined : { kind: 'reorder', id, order };
}

/** One level in: under the reply before it, with the same direction. Undefined where there is none. */
export function indent(map: ArgumentMap, id: Id, newId: NewId): Edit | undefined {
  const at = standpointOf(map, id);
  const siblings: readonly Ordered[] = at ? repliesTo(map, at.argument.target.id) : theses(map);
  const before = siblings[siblings.findIndex((sibling) => sibling.id === (at?.argument.id ?? id)) - 1];
  const target =
    at && before
      ? premisesOf(map, before.id).findLast((premise) => !premise.reference)?.claim.id
      : before?.id;
  if (target === undefined) return undefined;
  return moveUnder(
    map,
    id,
    { direction: at?.argument.direction ?? 'support', target: { kind: 'claim', id: target } },
    newId,
  );
}

/** One level out: beside the claim it replied to. Undefined under a thesis: what it would say there is another matter. */
export function outdent(map: ArgumentMap, id: Id, newId: NewId): Edit | undefined {
  const at = standpointOf(map, id);
  if (!at) return undefined;
  const { target, direction } = at.argument;
  const over =
    target.kind === 'argument' ? map.arguments.get(target.id) : standpointOf(map, target.id)?.argument;
  if (!over) return undefined;
  const order = orderAfter(repliesTo(map, over.target.id), over.id);
  const aim: Aim = { direction: over.target.kind === 'argument' ? 'rebut' : direction, target: over.target };
  return at.premises.length === 1
    ? moveArgumentTo(at.argument, aim, order)
    : moveTo(map, id, newArgument(aim, order, newId), newId);
}

/** Uses a claim once more, as a new argument or as one more premise. */
export function linkAs(map: ArgumentMap, claim: Id, aim: Aim, newId: NewId): Edit {
  return { kind: 'add-reference', reference: newId(), claim, to: lastAt(map, aim, newId) };
}
export function linkInto(map: ArgumentMap, claim: Id, argument: Id, newId: NewId): Edit {
  const order = orderLast(premisesOf(map, argument));
  return { kind: 'add-reference', reference: newId(), claim, to: { at: 'premise', argument, order } };
}

/** Makes one claim of two that say the same. */
export const mergeInto = (claim: Id, into: Id, newId: NewId): SingleEdit => ({
  kind: 'merge-claim',
  claim,
  into,
  reference: newId(),
});

interface Splitting {
  readonly was: string;
  readonly as: SplitClaim['as'];
  /** Which quotation goes with which of the texts, by its place among them. */
  readonly handed: ReadonlyMap<Id, number>;
}

/** Makes several claims of one, in the order of the texts; the first stays. Quotations that say the same go together. */
export function splitInto(
  map: ArgumentMap,
  claim: Id,
  [text = '', ...texts]: readonly string[],
  { was, as, handed }: Splitting,
  newId: NewId,
): SplitClaim {
  const at = standpointOf(map, claim);
  const siblings: Ordered[] = [
    ...(!at ? theses(map) : as === 'joint' ? at.premises : repliesTo(map, at.argument.target.id)),
  ];
  const first = siblings.findIndex(({ id }) => id === claim || id === at?.argument.id) + 1;
  const quoted = (nth: number): Id[] =>
    [...handed].flatMap(([id, part]) => {
      const quotation = part === nth ? map.quotations.get(id) : undefined;
      return quotation ? quotationsLike(map, quotation).map((one) => one.id) : [];
    });
  const parts = texts.map((part, i) => {
    const [id, argument] = [newId(), newId()];
    const order = orderAt(siblings, first + i);
    siblings.splice(first + i, 0, { id, order });
    return { claim: id, text: part, argument, order, quotations: quoted(i + 1) };
  });
  return { kind: 'split-claim', claim, was, text, as, parts };
}

/** Support becomes rebuttal, and back. */
export const turned = ({ id, direction }: Argument): Edit => ({
  kind: 'turn',
  argument: id,
  direction: direction === 'support' ? 'rebut' : 'support',
});

/** Takes a claim away with all beneath it, or only this use of it. */
export const takeAway = (map: ArgumentMap, id: Id): Edit =>
  map.references.has(id) ? { kind: 'drop-reference', reference: id } : { kind: 'remove', id };

export function orderAfter(siblings: readonly Ordered[], id: Id): OrderKey {
  const index = siblings.findIndex((sibling) => sibling.id === id);
  return index < 0 ? orderLast(siblings) : orderAt(siblings, index + 1);
}

/** The language of a new text: Chinese characters tell, Latin letters tell against Chinese; else the map's. */
export function languageOf(text: string, otherwise: Language): Language {
  const isChinese = /^zh\b/.test(otherwise);
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text)) return 'ja';
  if (/\p{Script=Han}/u.test(text)) return isChinese || otherwise.startsWith('ja') ? otherwise : 'zh';
  return isChinese && /\p{Script=Latin}{2}/u.test(text) ? 'en' : otherwise;
}
