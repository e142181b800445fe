// [J5] The maps of all groups in one, beside each other, with nothing lost. The template stays as it is.
import type { Id } from '../map/id.ts';
import { NOT_HELD } from '../map/info.ts';
import { changedContent, emptyContent, type MapContent } from '../map/map.ts';
import { applyPatches, contentOf, mapOf, put, type Patch } from '../map/patch.ts';
import type { Participant } from '../map/tables/participants.ts';
import { editionsOf, isLive, lineage, wentTo } from '../map/tree.ts';
import { followed } from '../map/edits/quoted.ts';
import { copiedContent, groupTitle } from './groupContent.ts';
import { Merging } from './Merging.ts';
import { MergedPeople } from './mergedPeople.ts';
import { mergedWordsIn } from './mergedWords.ts';

export interface MergedFor {
  readonly owner: Participant;
  /** Who they were in the template. */
  readonly self: Id | null;
  readonly newId: () => Id;
  /** Hears under which id an author who goes by their own name stands in the merged map. */
  readonly named?: (was: Id, as: Id) => void;
  /** Now, in ms since 1970. */
  readonly at: number;
}

export interface GroupMap {
  readonly name: string;
  /** As a file of the map would hold it for whoever merges: nothing that was purged, and nothing that hangs on it. */
  readonly content: MapContent;
}

export function mergedContent(
  template: MapContent,
  groups: readonly GroupMap[],
  { owner, self, newId, at, named }: MergedFor,
): MapContent {
  const own = template.participants.find(({ id }) => id === self);
  const people = new MergedPeople(owner, own && !own.pseudonym ? own.id : null, newId, named);
  const words = mergedWordsIn(template.info.language);
  const nothing = { ...emptyContent, info: template.info };
  const parts = [{ name: null, content: template }, ...groups];
  const merging = new Merging(nothing, { people, words, newId, at });
  for (const { name, content } of parts) merging.add(copiedContent(content), content.participants, name);
  const { title } = template.info;
  const all = groups.reduce(broughtBack, merging.content());
  return {
    ...standing(all, new Set(template.editions.map(({ id }) => id))),
    info: { ...template.info, title: groupTitle(title, words.merged), access: 'members', embeds: '', ...NOT_HELD }, // prettier-ignore
    participants: people.all(),
  };
}

/**
 * What stands in a group stands in the end: what it hangs beneath is brought back, where the others had removed it, and so are
 * its words, where they merged it and then removed those.
 */
function broughtBack(content: MapContent, group: GroupMap): MapContent {
  const [there, map] = [mapOf(group.content), mapOf(content)];
  const mergers = [...there.mergers.values()].filter(({ into, removed }) => !removed && isLive(there, into));
  const live = [...there.claims.keys(), ...there.arguments.keys()].filter((id) => isLive(there, id));
  const standsBy = (id: Id) => [map.mergers.get(id), ...[...lineage(map, wentTo(map, id))].map(({ value }) => value)]; // prettier-ignore
  const back = new Set(
    [...live, ...mergers.map(({ id }) => id)].flatMap((id) =>
      standsBy(id).flatMap((one) => (one?.removed ? one.id : [])),
    ),
  );
  return back.size === 0
    ? content
    : changedContent(content, ({ entity }) => 'removed' in entity && back.has(entity.id) ? { ...entity, removed: null } : entity); // prettier-ignore
}

/** [Q6] Where groups brought editions of one text, quotations stand in the latest of all. */
function standing(content: MapContent, before: ReadonlySet<Id>): MapContent {
  const grown = new Set(content.editions.flatMap(({ id, source }) => (before.has(id) ? [] : [source])));
  const map = mapOf(content);
  const patches = [...grown].flatMap((source): Patch[] => {
    const latest = editionsOf(map, source).at(-1);
    if (!latest) return [];
    const isOfLatest = (id: Id) => map.quotations.get(id)?.edition === latest.id;
    return [
      ...followed(map, latest).filter((patch) => 'put' in patch && patch.table === 'quotations' && !isOfLatest(patch.put.id)), // prettier-ignore
      ...[...map.quotations.values()].flatMap((one) => isOfLatest(one.id) ? [put('quotations', { ...one, stands: null })] : []), // prettier-ignore
    ];
  });
  return patches.length === 0 ? content : contentOf(applyPatches(map, patches));
}
