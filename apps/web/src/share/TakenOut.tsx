import { Role, type Id, type Participant } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { byName } from '../i18n/inWords.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { LookBehind } from './LookBehind.tsx';
import type { PeopleProps } from './peopleProps.ts';

type TakenOutProps = Omit<PeopleProps, 'me'> & { map: Id };

/** Who was taken out, to be let back in. Authors who came with a copy or a file were never in: the server knows who was. */
export function TakenOut({ map, participants, ...rest }: TakenOutProps) {
  const { t } = useTranslation('share');
  const away = participants.filter(({ role }) => role === null).sort(byName);
  const joined = useQuery({
    queryKey: ['maps', map, 'joined', away.length],
    queryFn: () => valueOf(api.joined(map)),
    enabled: away.length > 0,
    placeholderData: (before) => before,
  });
  const out = away.filter(({ id }) => joined.data?.includes(id));
  if (out.length === 0) return null;
  return (
    <section aria-labelledby="share-out">
      <h3 id="share-out">{t('out.title', { count: out.length })}</h3>
      <p className="note">{t('out.about')}</p>
      <ul className="members">
        {out.map((person) => (
          <OutRow key={person.id} person={person} {...rest} />
        ))}
      </ul>
    </section>
  );
}

function OutRow({
  person,
  maySetRole,
  onSetRole,
  mayLookBehind,
}: Pick<PeopleProps, 'maySetRole' | 'onSetRole' | 'mayLookBehind'> & { person: Participant }) {
  const { t } = useTranslation(['share', 'common']);
  const choices = Role.options.filter((role) => maySetRole(person.id, role));
  return (
    <li>
      <Avatar name={person.name} seed={person.id} />
      <span className="name">{person.name}</span>
      {mayLookBehind(person) && <LookBehind person={person} />}
      {choices.length > 0 && (
        <Menu
          align="end"
          trigger={<Button aria-label={t('out.letIn', { name: person.name })}>{t('out.action')}</Button>}
        >
          {choices.map((role) => (
            <MenuItem key={role} onSelect={() => onSetRole(person.id, role)}>
              {t('out.as', { role: t(`role.${role}`, { ns: 'common' }) })}
            </MenuItem>
          ))}
        </Menu>
      )}
    </li>
  );
}
