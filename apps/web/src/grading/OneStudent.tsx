import type { Participant } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../ui/Button.tsx';
import { Contributions } from './Contributions.tsx';
import { GradeForm } from './GradeForm.tsx';
import { OtherMarkers } from './OtherMarkers.tsx';

interface OneStudentProps {
  person: Participant;
  onBack: (() => void) | undefined;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
}

export function OneStudent({ person, onBack, onPrevious, onNext }: OneStudentProps) {
  const { t } = useTranslation('grading');
  return (
    <section className="grading-student" aria-labelledby={`student-${person.id}`}>
      <header>
        {onBack && (
          <Button look="plain" icon="left" onClick={onBack}>
            {t('back')}
          </Button>
        )}
        <h3 id={`student-${person.id}`}>{person.name}</h3>
        <span className="grading-steps">
          <IconButton icon="up" label={t('previous')} disabled={!onPrevious} onClick={onPrevious} />
          <IconButton icon="down" label={t('next')} disabled={!onNext} onClick={onNext} />
        </span>
      </header>
      <div className="grading-columns">
        <Contributions participant={person.id} />
        <section className="grading-all">
          <h4>{t('all')}</h4>
          <GradeForm participant={person.id} on={null} />
          <OtherMarkers participant={person.id} on={null} />
        </section>
      </div>
    </section>
  );
}
