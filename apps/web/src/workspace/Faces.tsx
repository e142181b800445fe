import { may, lookalikesIn, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { looksLike } from '../i18n/inWords.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { LooksLike } from '../ui/LooksLike.tsx';
import { Popover } from '../ui/Popover.tsx';
import { useDoc, usePeople } from '../open/openMap.ts';
import { seedOf, type Person } from '../open/peopleStore.ts';

const MOST_FACES = 4;

/** Who is here now: some faces, and everyone's name behind them. Two tabs of one person count once. */
export function Faces() {
  const { t } = useTranslation('map');
  const people = usePeople((state) => state.people);
  const me = useDoc((state) => state.participant);
  const participants = useDoc((state) => state.view.participants);
  const isModerator = useDoc((state) => may(state.role, 'review'));
  const lookalikes = useMemo(
    () => lookalikesIn(isModerator ? participants.values() : []),
    [isModerator, participants],
  );
  const here = unique(people, me).map((id) => {
    const name = participants.get(id)?.name ?? t('people.guest');
    return { id, name, alike: looksLike(name, lookalikes(id)) };
  });
  if (here.length === 0) return null;
  return (
    <Popover
      align="end"
      label={t('people.label')}
      trigger={
        <Button look="plain" className="faces" aria-label={t('people.here', { count: here.length })}>
          {here.slice(0, MOST_FACES).map(({ id, name }) => (
            <Avatar key={id} name={name} seed={id} size={28} />
          ))}
          {here.length > MOST_FACES && <span className="faces-more">+{here.length - MOST_FACES}</span>}
        </Button>
      }
    >
      <ul className="people">
        {here.map(({ id, name, alike }) => (
          <li key={id}>
            <Avatar name={name} seed={id} size={24} />
            <span>
              {name}
              {alike && <LooksLike>{alike}</LooksLike>}
            </span>
            {id === me && <small>{t('people.me')}</small>}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

/** Participants by id, I first; a guest who only reads counts by tab. */
function unique(people: readonly Person[], me: Id | null): Id[] {
  const others = people.map(seedOf);
  return [...new Set(me === null ? others : [me, ...others])];
}
