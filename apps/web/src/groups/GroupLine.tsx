// Whether there is a line about groups is asked by everyone in every map; what it says comes only where there is one.
import { may } from '@counterpoint/shared';
import { fetchLaterWords } from '../i18n/i18n.ts';
import { useDoc } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { useGroups } from '../open/useGroups.ts';

const saying = async () => {
  const [{ GroupSaying }] = await Promise.all([import('./GroupSaying.tsx'), fetchLaterWords()]);
  return GroupSaying;
};

export function GroupLine() {
  const decides = useDoc(({ role }) => may(role, 'review'));
  const { data } = useGroups();
  if (!data) return null;
  const { name, template, groups } = data;
  const [own] = groups;
  if (name !== null) return <Fetched load={saying} props={{ name, isHere: true, leads: template?.map ?? null }} unasked />;
  return !decides && own ? <Fetched load={saying} props={{ name: own.name, isHere: false, leads: own.map }} unasked /> : null;
} // prettier-ignore
