import type { Loss, MapContent, Told } from '@counterpoint/shared';

/**
 * What a map starts with that was made of a file: who wrote in it stays named, but is no member here, and only members
 * may read it, until its owner says otherwise.
 */
export function importedContent({ value, losses }: Told<MapContent>): Told<MapContent> {
  const members = value.participants.filter(({ role }) => role !== null).map(({ id }) => id);
  const told: Loss[] = [...losses];
  if (members.length > 0) told.push({ kind: 'roles', count: members.length, where: members.slice(0, 20) });
  if (value.info.access !== 'members') told.push({ kind: 'settings', count: 1, where: ['info.access'] });
  const participants = value.participants.map((participant) => ({ ...participant, role: null }));
  return { value: { ...value, info: { ...value.info, access: 'members' }, participants }, losses: told };
}
