import type { Id } from '@counterpoint/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/Avatar.tsx';
import { Select } from '../ui/Field.tsx';

interface GroupCardProps {
  /** Null for those who are in no group. */
  name: string | null;
  people: readonly { readonly id: Id; readonly name: string }[];
  /** Where each can go. */
  names: readonly string[];
  problem: string | null;
  /** `to` is null for no group. */
  onMove: (person: Id, to: string | null) => void;
  /** Beneath the name. */
  about?: ReactNode;
  /** Whether one can be taken out of all groups. */
  isFixed?: boolean;
  children?: ReactNode;
}

/** A group with its people; each can be put into another one. */
export function GroupCard({ name, people, names, problem, onMove, about, isFixed = false, children }: GroupCardProps) {
  const { t } = useTranslation('groups');
  return (
    <li className="group-card" data-none={name === null || undefined}>
      <header>
        <h3>{name ?? t('none')}</h3>
        <span className="figure">{t('people', { count: people.length })}</span>
        {children}
      </header>
      {about}
      {name === null && <p className="hint">{t('noneAbout')}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <Avatar name={person.name} seed={person.id} />
            <span className="name">{person.name}</span>
            <Select
              label={t('groupOf', { name: person.name })}
              value={name ?? ''}
              onChange={({ target }) => onMove(person.id, target.value === '' ? null : target.value)}
            >
              {(name === null || !isFixed) && <option value="">{t('noGroup')}</option>}
              {names.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="problem" role="status">
          {problem}
        </p>
      )}
    </li>
  );
} // prettier-ignore
