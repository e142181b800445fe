import { gradeBy, isGiven, mostOf, rubricOf, sumOf, type ChosenLevel, type Grade, type Id } from '@counterpoint/shared'; // prettier-ignore
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { placeOfGrade } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { keptGrade, type Given } from './keptGrade.ts';
import { LevelTable } from './LevelTable.tsx';

const NOTHING: Given = { levels: [], feedback: '' };

/** [K3] One grade of one's own: for all that a person did, or about one contribution. What is not saved yet stays in its place. */
export function GradeForm({ participant, on }: { participant: Id; on: Id | null }) {
  const { t } = useTranslation('grading');
  const session = useOpenMap();
  const rubric = useDoc(({ view }) => rubricOf(view));
  const mine = useDoc(({ view, participant: me }) => gradeBy(view, me, participant, on));
  const [typed, keep] = useTyped(placeOfGrade(participant, on));
  const saved: Given = mine ?? NOTHING;
  const now = typed ? keptGrade(typed.text, rubric) : saved;
  const isChanged = typed !== undefined && !isAlike(now, saved);
  const change = (more: Partial<Given>): void => keep({ text: JSON.stringify({ levels: now.levels, feedback: now.feedback, ...more }) }); // prettier-ignore
  const save = (next: Given): void => {
    if (!fits(next.feedback, ROOM.comment)) return;
    const edit = { kind: 'grade', grade: mine?.id ?? newId(), participant, on, levels: next.levels, feedback: next.feedback } as const; // prettier-ignore
    askFor(session, edit, () => keep(undefined));
  };
  // Words are what most single contributions get.
  const [isAsked, ask] = useState(on === null);
  const isByLevels = isAsked || now.levels.length > 0;
  const isShown = (mine?.released ?? null) !== null;
  return (
    <form
      className="grade-form"
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...now, feedback: now.feedback.trim() });
      }}
    >
      {rubric && isByLevels ? (
        <LevelTable rubric={rubric} chosen={now.levels} onChoose={(levels) => change({ levels })} />
      ) : (
        !rubric && on === null && <p className="quiet">{t('noRubric')}</p>
      )}
      <TextAreaField
        label={t(on === null ? 'form.feedback' : 'form.feedbackOn')}
        value={now.feedback}
        room={ROOM.comment}
        rows={on === null ? 4 : 2}
        onChange={({ target }) => change({ feedback: target.value })}
      />
      {rubric && !isByLevels && (
        <p className="grading-do">
          <Button look="plain" icon="plus" onClick={() => ask(true)}>
            {t('form.levels')}
          </Button>
        </p>
      )}
      <div className="grade-end">
        {rubric && isByLevels && <Sum sum={sumOf(rubric, now.levels)} most={mostOf(rubric)} />}
        <small role="status">
          {isChanged
            ? t('form.unsaved')
            : isShown
              ? t('form.shown')
              : mine && isGiven(mine)
                ? t('form.saved')
                : ''}
        </small>
        <span>
          {mine && isGiven(mine) && !isShown && !isChanged && (
            <Button look="plain" onClick={() => save(NOTHING)}>
              {t('form.takeBack')}
            </Button>
          )}
          {isChanged && (
            <Button look="plain" onClick={() => keep(undefined)}>
              {t('form.undo')}
            </Button>
          )}
          <Button
            look="solid"
            type="submit"
            disabled={!isChanged || !isGiven({ ...now, feedback: now.feedback.trim() })}
          >
            {t('form.save')}
          </Button>
        </span>
      </div>
    </form>
  );
}

function Sum({ sum, most }: { sum: number | undefined; most: number }) {
  const { t } = useTranslation('grading');
  return <b className="grade-sum">{sum === undefined ? t('form.sumNone') : t('form.sum', { sum, most })}</b>;
}

const isAlike = (a: Given, b: Pick<Grade, 'levels' | 'feedback'>): boolean =>
  a.feedback.trim() === b.feedback &&
  a.levels.length === b.levels.length &&
  a.levels.every(({ criterion, level }: ChosenLevel) =>
    b.levels.some((one) => one.criterion === criterion && one.level === level),
  );
