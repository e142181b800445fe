import type { Id, Participant } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';

export interface Student {
  readonly person: Participant;
  /** What I have given them for all that they did. */
  readonly state: 'open' | 'kept' | 'released';
  readonly brought: number;
}

interface StudentListProps {
  students: readonly Student[];
  at: Id | null;
  onGo: (id: Id) => void;
}

export function StudentList({ students, at, onGo }: StudentListProps) {
  const { t } = useTranslation('grading');
  const done = students.filter(({ state }) => state !== 'open').length;
  return (
    <nav className="grading-list" aria-label={t('students')}>
      <p role="status">{t('progress', { done, all: students.length })}</p>
      <div className="grading-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(done / students.length) * 100}%` }} />
      </div>
      <ul>
        {students.map(({ person, state, brought }) => (
          <li key={person.id}>
            <button
              type="button"
              aria-current={person.id === at || undefined}
              onClick={() => onGo(person.id)}
            >
              <b>{person.name}</b>
              <small>{t('state.things', { count: brought })}</small>
              <span data-state={state}>
                {state !== 'open' && <Icon name="check" />}
                {t(`state.${state}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
