import { gradesOf, isChangedSince, levelOf, mostOf, rubricOf, sumOf, type Grade, type Rubric } from '@counterpoint/shared'; // prettier-ignore
import { useTranslation } from 'react-i18next';
import { useDoc, useDocList } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Signed } from '../open/Signed.tsx';
import { Button } from '../ui/Button.tsx';
import './grading.css';

/** [K1] [K5] By what one is graded, and what came out once it is released. */
export function MyGrades() {
  const { t } = useTranslation('grading');
  const rubric = useDoc(({ view }) => rubricOf(view));
  const grades = useDocList(({ view, participant }) => gradesOf(view, participant ?? ''));
  const whole = grades.filter(({ on }) => on === null);
  const single = grades.filter(({ on }) => on !== null);
  return (
    <div className="my-grades">
      {grades.length === 0 && <p>{t('mine.none')}</p>}
      {whole.length > 0 && (
        <section>
          <h2>{t('mine.all')}</h2>
          {whole.map((one) => (
            <article key={one.id}>
              <By grade={one} />
              {rubric && <Levels rubric={rubric} grade={one} />}
              <Words grade={one} />
            </article>
          ))}
        </section>
      )}
      {single.length > 0 && (
        <section>
          <h2>{t('mine.single')}</h2>
          {single.map((one) => (
            <article key={one.id}>
              <Work grade={one} />
              <By grade={one} />
              {rubric && one.levels.length > 0 && <Levels rubric={rubric} grade={one} />}
              <Words grade={one} />
            </article>
          ))}
        </section>
      )}
      {rubric && <ReadRubric rubric={rubric} />}
      <p className="quiet">{t('mine.who')}</p>
    </div>
  );
}

function Levels({ rubric, grade }: { rubric: Rubric; grade: Grade }) {
  const { t } = useTranslation('grading');
  const sum = sumOf(rubric, grade.levels);
  if (sum === undefined) return null;
  return (
    <dl>
      {rubric.criteria.map((criterion) => {
        const level = levelOf(criterion, grade.levels);
        return (
          <div key={criterion.id}>
            <dt>{criterion.name}</dt>
            <dd>
              {level?.name ?? t('others.none')}
              {level && <small>{t('form.points', { count: level.points })}</small>}
            </dd>
          </div>
        );
      })}
      <b>{t('mine.sum', { sum, most: mostOf(rubric) })}</b>
    </dl>
  );
}

const Words = ({ grade: { feedback } }: { grade: Grade }) =>
  feedback === '' ? null : <p className="grading-said">{feedback}</p>;

function By({ grade }: { grade: Grade }) {
  const { t } = useTranslation('grading');
  return (
    <p className="my-grade-by">
      <Signed stamp={grade} />
      {isChangedSince(grade) && <small>{t('mine.changed')}</small>}
    </p>
  );
}

/** What it is about, and the way there. */
function Work({ grade: { on } }: { grade: Grade }) {
  const { t } = useTranslation('grading');
  const goTo = useShowClaim();
  const text = useDoc(({ view }) => (view.claims.get(on ?? '') ?? view.comments.get(on ?? '') ?? view.mergers.get(on ?? ''))?.text ?? ''); // prettier-ignore
  const claim = useDoc(
    ({ view }) => view.comments.get(on ?? '')?.claim ?? view.mergers.get(on ?? '')?.into ?? on,
  );
  const isThere = useDoc(({ view }) => claim !== null && view.claims.has(claim));
  return (
    <div className="my-grade-work">
      <blockquote>{text || t('work.words')}</blockquote>
      {isThere && claim !== null && (
        <Button look="plain" onClick={() => goTo(claim)}>
          {t('mine.show')}
        </Button>
      )}
    </div>
  );
}

function ReadRubric({ rubric }: { rubric: Rubric }) {
  const { t } = useTranslation('grading');
  return (
    <details className="read-rubric">
      <summary>
        {t('mine.rubric')}: {rubric.name}
      </summary>
      <dl>
        {rubric.criteria.map(({ id, name, levels }) => (
          <div key={id}>
            <dt>{name}</dt>
            {levels.map((level) => (
              <dd key={level.id}>
                {level.name}
                <small>{t('form.points', { count: level.points })}</small>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
