// Last step from a graph to a map: what rode along unseen may hang on something that another tool has taken out since.
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Losses } from '../loss.ts';
import { standsWell } from './soundness.ts';

/** The content without rows that hang on nothing, nor places in texts that are others now, each told. */
export function fitting(content: MapContent, losses: Losses): MapContent {
  const { claims, arguments: all } = standing(content);
  const editions = new Map(content.editions.map((edition) => [edition.id, edition]));
  const kept = <T extends { readonly id: Id }>(rows: readonly T[], fits: (row: T) => boolean): T[] =>
    rows.filter((row) => {
      if (!fits(row)) losses.add('carried', row.id);
      return fits(row);
    });
  const mergers = kept(content.mergers, ({ into }) => claims.has(into));
  const used = new Set([...claims, ...mergers.map(({ id }) => id)]);
  return {
    ...content,
    mergers,
    claims: kept(content.claims, ({ id }) => claims.has(id)),
    arguments: kept(content.arguments, ({ id }) => all.has(id)),
    references: kept(content.references, ({ argument, claim }) => all.has(argument) && used.has(claim)),
    comments: kept(content.comments, ({ claim }) => claims.has(claim)),
    quotations: kept(
      content.quotations,
      ({ claim, edition }) => claims.has(claim) && editions.has(edition),
    ).map((quotation) => {
      if (standsWell(quotation, editions)) return quotation;
      losses.add('anchors', quotation.id);
      return { ...quotation, stands: null };
    }),
  };
}

/** Claims and arguments whose way up ends in a thesis, or goes in a circle: soundness.ts judges circles. */
function standing(content: MapContent): { readonly claims: Set<Id>; readonly arguments: Set<Id> } {
  const claims = new Set(content.claims.map(({ id }) => id));
  const all = new Set(content.arguments.map(({ id }) => id));
  const hanging = new Map<Id, Id[]>();
  const listed = (above: Id, id: Id): void => {
    const list = hanging.get(above);
    if (list) list.push(id);
    else hanging.set(above, [id]);
  };
  const lost: Id[] = [];
  for (const { id, home } of content.claims) {
    if (home !== null) listed(home, id);
    if (home !== null && !all.has(home)) lost.push(id);
  }
  for (const { id, target } of content.arguments) {
    listed(target.id, id);
    if (!(target.kind === 'claim' ? claims : all).has(target.id)) lost.push(id);
  }
  for (let id = lost.pop(); id !== undefined; id = lost.pop()) {
    if (!claims.delete(id) && !all.delete(id)) continue;
    for (const below of hanging.get(id) ?? []) lost.push(below);
  }
  return { claims, arguments: all };
}
