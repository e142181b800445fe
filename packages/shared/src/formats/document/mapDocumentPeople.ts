// Whom a document names: those who wrote something of what it shows.
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Participant } from '../../map/tables/participants.ts';
import type { Stamp } from '../../map/stamp.ts';
import { byAge } from '../../map/tree.ts';
import type { ShownTree } from '../shownTree.ts';

/** Everything that a document shows of a map, apart from the people; of what nobody quotes, the title only. */
export interface Shown extends Pick<
  MapContent,
  'claims' | 'arguments' | 'references' | 'comments' | 'quotations' | 'sources' | 'editions'
> {
  readonly tree: ShownTree;
}

export function shownOf(content: MapContent, tree: ShownTree): Shown {
  const quotations = content.quotations.filter(({ claim, removed }) => !removed && tree.has(claim));
  const editions = new Map(content.editions.map(({ id, source }) => [id, source]));
  const quoted = new Set(quotations.map(({ edition }) => editions.get(edition)));
  return {
    tree,
    claims: content.claims.filter(({ id }) => tree.has(id)),
    arguments: content.arguments.filter(({ id }) => tree.has(id)),
    references: content.references.filter(({ argument, claim }) => tree.has(argument) && tree.has(claim)),
    comments: content.comments.filter(({ claim, removed }) => !removed && tree.has(claim)),
    quotations,
    editions: content.editions.filter(({ source }) => quoted.has(source)),
    // One that is no longer offered for quoting still stands behind what was quoted.
    sources: content.sources.filter(({ id, removed }) => quoted.has(id) || !removed).sort(byAge),
  };
}

const stampsOf = (shown: Shown): Stamp[] => [
  ...shown.claims,
  ...shown.arguments,
  ...shown.references,
  ...shown.comments,
  ...shown.quotations.flatMap((quotation) => [quotation, quotation.gloss ?? []].flat()),
  ...shown.sources,
  ...shown.editions,
];

/** In the order in which they came. */
export function contributorsTo(shown: Shown, participants: readonly Participant[]): Participant[] {
  const authors = new Set(stampsOf(shown).map(({ by }) => by));
  return participants
    .filter(({ id }) => authors.has(id))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The one person who wrote all of it, if it is one: then the name stands at the head and nowhere else. */
export function soleVoiceOf(shown: Shown): Id | null {
  const authors = new Set(stampsOf(shown).map(({ by }) => by));
  const [one = null] = authors;
  return authors.size === 1 ? one : null;
}
