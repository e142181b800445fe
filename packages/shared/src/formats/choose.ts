// The part of a map that someone asked for, as a map of its own. Writers then write all they are given.
import type { Claim } from '../map/tables/claims.ts';
import type { Id } from '../map/id.ts';
import type { MapContent } from '../map/map.ts';
import type { Stamp } from '../map/stamp.ts';
import { Losses, type Told } from './loss.ts';
import type { ExportOptions } from './options.ts';
import { shownTree } from './shownTree.ts';

type Choice = Partial<Pick<ExportOptions, 'branch' | 'authors' | 'comments' | 'quotations'>>;

/** What is left out by choice is told like any loss. A branch that is not there gives an empty map. */
export function chosen(content: MapContent, choice: Choice): Told<MapContent> {
  const losses = new Losses();
  let left = choice.branch === undefined ? content : branchOf(content, choice.branch);
  if (choice.comments === false) {
    losses.addAll('comments', left.comments);
    left = { ...left, comments: [] };
  }
  if (choice.quotations === false) {
    losses.addAll('quotations', left.quotations);
    losses.addAll('sources', left.sources);
    left = { ...left, sources: [], editions: [], quotations: [] };
  }
  if (choice.authors === false) left = nameless(left, losses);
  return { value: left, losses: losses.list() };
}

/** A claim becomes the thesis of a map of what hangs on it; what it refers to elsewhere comes along as theses. */
function branchOf(content: MapContent, root: Id): MapContent {
  const tree = shownTree(content);
  const claims = new Map<Id, Claim>();
  const all = new Set<Id>();
  const top = content.claims.find(({ id }) => id === root);
  const stack: Id[] = top ? [root] : [];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const replies = tree.repliesTo(id);
    stack.push(...replies.map((reply) => reply.id));
    for (const reply of replies) all.add(reply.id);
    if (!all.has(id)) continue;
    for (const { claim, reference } of tree.premisesOf(id)) {
      if (!reference) stack.push(claim.id);
      if (!reference || !claims.has(claim.id)) claims.set(claim.id, claim);
    }
  }
  if (top) claims.set(root, top);
  const kept = [...claims.values()].map((claim) =>
    claim.id !== root && claim.home !== null && all.has(claim.home) ? claim : { ...claim, home: null },
  );
  const quotations = content.quotations.filter(({ claim }) => claims.has(claim));
  const quoted = new Set(quotations.map(({ edition }) => edition));
  const editions = content.editions.filter(({ id }) => quoted.has(id));
  const sourceIds = new Set(editions.map(({ source }) => source));
  return {
    info: content.info,
    claims: kept,
    arguments: content.arguments.filter(({ id }) => all.has(id)),
    references: content.references.filter(({ argument, claim }) => all.has(argument) && claims.has(claim)),
    comments: content.comments.filter(({ claim }) => claims.has(claim)),
    sources: content.sources.filter(({ id }) => sourceIds.has(id)),
    editions,
    quotations,
    participants: content.participants,
    proposals: [],
  };
}

/** Nobody is named, nor told from another. */
function nameless(content: MapContent, losses: Losses): MapContent {
  const unnamed = <T extends { readonly by: Id | null }>(stamp: T): T => ({ ...stamp, by: null });
  const bare = <T extends Stamp & { readonly id: Id; readonly removed?: Stamp | null }>(one: T): T => {
    if (one.by !== null) losses.add('authors', one.id);
    return one.removed ? { ...one, by: null, removed: unnamed(one.removed) } : unnamed(one);
  };
  losses.addAll('proposals', content.proposals);
  losses.addAll('people', content.participants);
  return {
    info: content.info,
    claims: content.claims.map((claim) => ({
      ...bare(claim),
      reworded: claim.reworded && unnamed(claim.reworded),
      beside: claim.beside.map(unnamed),
    })),
    arguments: content.arguments.map(bare),
    references: content.references.map(bare),
    comments: content.comments.map(bare),
    sources: content.sources.map(bare),
    editions: content.editions.map(bare),
    quotations: content.quotations.map(bare),
    participants: [],
    proposals: [],
  };
}
