// [S-21] [S-23] Who grades goes from one student to the next: what they brought, the rubric, and words for them.
import { workOf, gradeBy, isGradable, isGiven, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { useDoc } from '../open/openMap.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import './grading.css';
import { OneStudent } from './OneStudent.tsx';
import { StudentList, type Student } from './StudentList.tsx';
import { Tools } from './Tools.tsx';

export function GradingView() {
  const { t } = useTranslation('grading');
  const view = useDoc((doc) => doc.view);
  const me = useDoc((doc) => doc.participant);
  const students = useMemo(() => studentsFor(view, me), [view, me]);
  const [at, setAt] = useState<Id | null>(null);
  const isNarrow = useNarrow();
  const chosen = students.find(({ person }) => person.id === at) ?? (isNarrow ? undefined : students[0]);
  const here = chosen ? students.indexOf(chosen) : -1;
  const goer = (to: number): (() => void) | undefined => {
    const next = students[to];
    return next && (() => setAt(next.person.id));
  };
  return (
    <div className="grading">
      <Tools />
      {students.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneAbout')}</EmptyState>
      ) : (
        <div className="grading-both">
          {(!isNarrow || !chosen) && (
            <StudentList students={students} at={chosen?.person.id ?? null} onGo={setAt} />
          )}
          {chosen && (
            <OneStudent
              key={chosen.person.id}
              person={chosen.person}
              onBack={isNarrow ? () => setAt(null) : undefined}
              onPrevious={goer(here - 1)}
              onNext={goer(here + 1)}
            />
          )}
        </div>
      )}
    </div>
  );
}

/** By name: any other order could tell who is behind a pseudonym [A6]. */
function studentsFor(map: ArgumentMap, me: Id | null): readonly Student[] {
  return [...map.participants.values()]
    .filter((one) => isGradable(one) && one.id !== me)
    .sort(byName)
    .map((person) => {
      const grade = gradeBy(map, me, person.id, null);
      const state = !grade || !isGiven(grade) ? 'open' : grade.released ? 'released' : 'kept';
      return { person, state, brought: workOf(map, person.id).length };
    });
}
