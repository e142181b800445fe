import { NOT_HELD, type Loss, type MapContent, type Told } from '@counterpoint/shared';

/**
 * What a map starts with that was made of a file: who wrote in it stays named, but is no member here, and only members
 * may read it, until its owner says otherwise. Nobody is held in it.
 */
export function importedContent({ value, losses }: Told<MapContent>): Told<MapContent> {
  const members = value.participants.filter(({ role }) => role !== null).map(({ id }) => id);
  const told: Loss[] = [...losses];
  if (members.length > 0) told.push({ kind: 'roles', count: members.length, where: members.slice(0, 20) });
  const opened = [
    ...(value.info.access === 'members' ? [] : ['info.access']),
    ...(value.info.embeds === '' ? [] : ['info.embeds']),
  ];
  if (opened.length > 0) told.push({ kind: 'settings', count: opened.length, where: opened });
  const info = { ...value.info, access: 'members', embeds: '', ...NOT_HELD } as const;
  const participants = value.participants.map((participant) => ({ ...participant, role: null }));
  return { value: { ...value, info, participants }, losses: told };
}
