// The part of a map that someone asked for, as a map of its own. Writers then write all they are given.
import type { z } from 'zod';
import type { Claim } from '../map/tables/claims.ts';
import type { Id } from '../map/id.ts';
import { withPeople } from '../map/fields.ts';
import { changedContent, eachTable, tables, type MapContent } from '../map/map.ts';
import { withoutDangling } from '../map/putAway.ts';
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
    left = withoutDangling({ ...left, comments: [] });
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
  const branch = withoutDangling({
    ...content,
    claims: kept,
    arguments: content.arguments.filter(({ id }) => all.has(id)),
    proposals: [],
  });
  return quotedOnly(branch);
}

/** A branch takes along the editions that it quotes, those in which it is known where they stand now, and their sources. */
function quotedOnly(content: MapContent): MapContent {
  const quoted = new Set(
    content.quotations.flatMap(({ edition, stands }) => [edition, stands?.edition ?? edition]),
  );
  const editions = content.editions.filter(({ id }) => quoted.has(id));
  const sources = new Set(editions.map(({ source }) => source));
  return { ...content, editions, sources: content.sources.filter(({ id }) => sources.has(id)) };
}

/** What is about a person, by what each table needs: a field that can be empty is emptied, or else the row goes. */
const ABOUT_PEOPLE = eachTable((table) => {
  const { needs, schema } = tables[table];
  const named = Object.entries(needs as Readonly<Record<string, readonly string[]>>);
  const fields = named.flatMap(([field, holders]) => (holders.includes('participants') ? [field] : []));
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>;
  const [none, goes] = [fields.map((field) => [field, null]), fields.some((field) => !shape[field]?.safeParse(null).success)]; // prettier-ignore
  return { none: Object.fromEntries(none) as object, goes };
});

/** Nobody is named, nor told from another. */
function nameless(content: MapContent, losses: Losses): MapContent {
  losses.addAll('proposals', content.proposals);
  losses.addAll('people', content.participants);
  return changedContent({ ...content, participants: [], proposals: [] }, ({ table, entity }) => {
    const { none, goes } = ABOUT_PEOPLE[table];
    if (goes) {
      losses.add(tables[table].loss ?? 'removed', entity.id);
      return undefined;
    }
    if ('by' in entity && entity.by !== null) losses.add('authors', entity.id);
    return withPeople({ ...entity, ...none }, () => null);
  });
}
