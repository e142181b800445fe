// Who else is at a card: a ring in their colour and their name.
import type { Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { colourOf } from '../ui/colours.ts';
import { useDoc, usePeople } from '../open/openMap.ts';
import { seedOf } from '../open/peopleStore.ts';

export function CardPeople({ id }: { id: Id }) {
  const { t } = useTranslation('map');
  const people = usePeople((state) => state.at.get(id));
  const writer = people?.find((person) => person.editing === id);
  const shown = writer ?? people?.[0];
  const name = useDoc((state) => state.view.participants.get(shown?.participant ?? '')?.name);
  if (!shown || !people) return null;
  const colour = colourOf(seedOf(shown));
  const who = name ?? t('people.guest');
  const more = people.length - 1;
  return (
    <div className={writer ? 'card-ring writing' : 'card-ring'} style={{ color: colour }} aria-hidden="true">
      <span style={{ background: colour }}>
        {writer ? t('people.editing', { name: who }) : who}
        {more > 0 && ` +${more}`}
      </span>
    </div>
  );
}
