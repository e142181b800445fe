// The tree that people see, worked out once for a whole file. It says what tree.ts says one question at a time; asked
// about every node, those look-ups would climb each branch again and again.
import type { Argument } from '../map/tables/arguments.ts';
import type { Claim } from '../map/tables/claims.ts';
import type { Comment } from '../map/tables/comments.ts';
import type { Id } from '../map/id.ts';
import { tables, type MapContent } from '../map/map.ts';
import type { Quotation } from '../map/tables/quotations.ts';
import { TABLES } from '../map/tables/tables.ts';
import { byOrder } from '../map/order.ts';
import type { Premise } from '../map/tree.ts';
import type { Losses } from './loss.ts';

export interface ShownTree {
  readonly theses: readonly Claim[];
  readonly repliesTo: (id: Id) => readonly Argument[];
  readonly premisesOf: (argument: Id) => readonly Premise[];
  readonly commentsOn: (claim: Id) => readonly Comment[];
  /** From the first thesis to the end of the last, parents before children. */
  readonly inOrder: readonly (Claim | Argument)[];
  /** Whether a claim or an argument has a place in the tree. */
  readonly has: (id: Id) => boolean;
}

export const isClaim = (node: Claim | Argument): node is Claim => 'text' in node;

export function shownTree(content: MapContent): ShownTree {
  const live = liveIn(content);
  const premises = groupedBy(
    premisesIn(content, live),
    ([argument]) => argument,
    ([, premise]) => premise,
    byOrder,
  );
  const arguing = content.arguments.filter(({ id }) => live.has(id) && premises.has(id));
  const replies = groupedBy(
    arguing,
    ({ target }) => target.id,
    (argument) => argument,
    byOrder,
  );
  const spoken = content.comments.filter(({ claim, removed }) => !removed && live.has(claim));
  const comments = groupedBy(
    spoken,
    ({ claim }) => claim,
    (comment) => comment,
    (a, b) => a.at - b.at || (a.id < b.id ? -1 : 1),
  );
  const theses = content.claims.filter(({ home, removed }) => home === null && !removed).sort(byOrder);
  const tree = {
    theses,
    repliesTo: (id: Id) => replies.get(id) ?? [],
    premisesOf: (argument: Id) => premises.get(argument) ?? [],
    commentsOn: (claim: Id) => comments.get(claim) ?? [],
  };
  const inOrder = [...walk(tree)];
  const shown = new Set(inOrder.map(({ id }) => id));
  return { ...tree, inOrder, has: (id) => shown.has(id) };
}

/** Ids of claims and arguments that are not removed, nor anything above them. */
function liveIn({ claims, arguments: all }: MapContent): ReadonlySet<Id> {
  const byId = new Map<Id, Claim | Argument>([...claims, ...all].map((node) => [node.id, node]));
  const known = new Map<Id, boolean>();
  for (const start of byId.values()) {
    const way: Id[] = [];
    let isLive = true;
    for (let node: Claim | Argument | undefined = start; node;) {
      const before = known.get(node.id);
      isLive = before ?? !node.removed;
      if (before !== undefined) break;
      way.push(node.id);
      const above: Id | null = isLive ? (isClaim(node) ? node.home : node.target.id) : null;
      node = above === null ? undefined : byId.get(above);
    }
    for (const id of way) known.set(id, isLive);
  }
  return new Set([...known].flatMap(([id, isLive]) => (isLive ? [id] : [])));
}

function premisesIn({ claims, references }: MapContent, live: ReadonlySet<Id>): (readonly [Id, Premise])[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const home = claims.flatMap((claim): [Id, Premise][] =>
    claim.home === null || !live.has(claim.id)
      ? []
      : [[claim.home, { id: claim.id, order: claim.order, claim }]],
  );
  const borrowed = references.flatMap((reference): [Id, Premise][] => {
    const claim = byId.get(reference.claim);
    const { id, argument, order } = reference;
    return claim && live.has(claim.id) && live.has(argument)
      ? [[argument, { id, order, claim, reference }]]
      : [];
  });
  return [...home, ...borrowed];
}

function* walk({
  theses,
  repliesTo,
  premisesOf,
}: Pick<ShownTree, 'theses' | 'repliesTo' | 'premisesOf'>): Generator<Claim | Argument> {
  const stack: (Claim | Argument)[] = [...theses].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    const home = isClaim(node)
      ? []
      : premisesOf(node.id).flatMap(({ claim, reference }) => (reference ? [] : [claim]));
    for (const below of [...home, ...repliesTo(node.id)].reverse()) stack.push(below);
  }
}

function groupedBy<T, V>(
  list: readonly T[],
  keyOf: (one: T) => Id,
  valueOf: (one: T) => V,
  compare: (a: V, b: V) => number,
) {
  const groups = new Map<Id, V[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(valueOf(one));
    else groups.set(key, [valueOf(one)]);
  }
  for (const group of groups.values()) group.sort(compare);
  return groups;
}

/** What a quotation has beside its words, by the loss of it. */
const BESIDE_WORDS = {
  glosses: ({ gloss }: Quotation) => gloss !== null,
  anchors: ({ stands }: Quotation) => stands !== null,
  suggestions: ({ rule }: Quotation) => rule !== '',
};
export type BesideWords = keyof typeof BESIDE_WORDS;

/** Counts what a format for people leaves out: whatever is removed, rows of tables that it has no room for, and what
 *  quotations have beside their words, but for what the format says of it or tells by itself. */
export function countHidden(
  content: MapContent,
  { has }: ShownTree,
  losses: Losses,
  says: readonly BesideWords[] = [],
): void {
  const hidden = ({ id }: { readonly id: Id }): boolean => !has(id);
  losses.addAll('removed', content.claims.filter(hidden));
  losses.addAll('removed', content.arguments.filter(hidden));
  losses.addAll(
    'removed',
    content.references.filter(({ argument, claim }) => !has(argument) || !has(claim)),
  );
  losses.addAll(
    'removed',
    content.comments.filter(({ claim, removed }) => removed !== null || !has(claim)),
  );
  const shown = content.quotations.filter(({ claim, removed }) => !removed && has(claim));
  for (const [kind, isThere] of Object.entries(BESIDE_WORDS) as [BesideWords, (one: Quotation) => boolean][])
    if (!says.includes(kind)) losses.addAll(kind, shown.filter(isThere));
  for (const things of [content.claims, content.participants])
    losses.addAll(
      'sides',
      things.filter(({ side }) => side !== null),
    );
  for (const table of TABLES) {
    const { loss } = tables[table];
    if (loss !== null) losses.addAll(loss, content[table]);
  }
}
