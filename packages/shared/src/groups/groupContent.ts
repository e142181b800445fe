// What the map of a group starts with, and what goes on flowing into it. See docs/decisions/0033.
import { peopleIn } from '../map/fields.ts';
import type { Id } from '../map/id.ts';
import { NOT_HELD } from '../map/info.ts';
import { emptyContent, rowsIn, tables, type ArgumentMap, type MapContent } from '../map/map.ts';
import { contentOf } from '../map/patch.ts';
import { may } from '../map/roles.ts';
import type { Participant, Role } from '../map/tables/participants.ts';
import { TABLES } from '../map/tables/tables.ts';
import { LONGEST, shortLine } from '../map/text.ts';
import type { Change } from '../sync/protocol.ts';

/** Whom a map divides: who may write in it, and does not decide. */
export const isDivided = ({ role }: { readonly role: Role | null }): boolean =>
  may(role, 'edit') && !may(role, 'review');

/** What of a map is work that others can go on with; not its people, votes, debates and proposals. */
export const copiedContent = (content: MapContent): MapContent => ({
  ...content,
  ...Object.fromEntries(TABLES.filter((table) => !tables[table].copied).map((table) => [table, []])),
});

/**
 * [J2] The template under the same ids, also what was removed in it: an edit of the template then means the same here. Its
 * people are the group and those who decide; whoever else wrote something is named.
 */
export function groupContent(map: ArgumentMap, name: string, people: ReadonlySet<Id>): MapContent {
  const content = copiedContent(contentOf(map));
  const authors = new Set(rowsIn(content).flatMap(({ entity }) => [...peopleIn(entity)].map(([, by]) => by)));
  const participants = [...map.participants.values()].flatMap((person): Participant[] => {
    const isIn = people.has(person.id) || may(person.role, 'review');
    return isIn || authors.has(person.id) ? [{ ...person, role: isIn ? person.role : null, side: null }] : [];
  });
  const title = groupTitle(map.info.title, name);
  return {
    ...emptyContent,
    ...content,
    info: { ...map.info, title, access: 'members', embeds: '', ...NOT_HELD },
    participants,
  };
}

/** [J2] The title of the map with that of the group, which is never cut. */
export function groupTitle(title: string, group: string): string {
  const tail = tailOf(group);
  return `${shortLine(title, LONGEST.title - [...tail].length)}${tail}`;
}

const tailOf = (group: string): string => ` · ${group}`;

/** The title with the new name of its group; undefined where it bears none, or was given another one. */
export const groupRetitled = (title: string, was: string, name: string): string | undefined =>
  title.endsWith(tailOf(was)) ? groupTitle(title.slice(0, -tailOf(was).length), name) : undefined;

/**
 * [J3] Whether a change of the template is for its groups: something that a copy takes along was changed, by somebody who
 * decides. What students write in the template is theirs.
 */
export const isBrought = (
  { participants }: ArgumentMap,
  { by, patches }: Pick<Change, 'by' | 'patches'>,
): boolean =>
  by !== null &&
  may(participants.get(by)?.role ?? null, 'review') &&
  patches.some(({ table }) => table !== 'info' && tables[table].copied);
