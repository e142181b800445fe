import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { listed } from '../i18n/inWords.ts';
import { useDoc, usePeople } from '../open/openMap.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

/** The other moderators who have this before them now. */
export function LookedAt({ id, inWords = false }: { id: Id; inWords?: boolean }) {
  const { t } = useTranslation('review');
  const participants = useDoc(({ view }) => view.participants);
  const me = useDoc(({ participant }) => participant);
  const people = usePeople((state) => state.people);
  const here = new Set(
    people.flatMap(({ reviewing, participant }) => (reviewing === id ? (participant ?? []) : [])),
  );
  here.delete(me ?? '');
  if (here.size === 0) return null;
  const names = [...here].map((one) => participants.get(one)?.name ?? t('someone'));
  const words = t('lookedAt', { names: listed(names) });
  return (
    <span className="looked-at" title={words}>
      {[...here].map((one, i) => (
        <Avatar key={one} name={names[i] ?? ''} seed={one} size={18} />
      ))}
      {inWords ? <span>{words}</span> : <VisuallyHidden>{words}</VisuallyHidden>}
    </span>
  );
}
