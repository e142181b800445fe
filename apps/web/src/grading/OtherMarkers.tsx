import { differences, gradeBy, gradesOf, mostOf, rubricOf, sumOf, type Grade, type Id } from '@counterpoint/shared'; // prettier-ignore
import { useTranslation } from 'react-i18next';
import { useDoc, useDocList } from '../open/openMap.ts';
import { Signed } from '../open/Signed.tsx';

/** [K4] [S-23] What other markers gave for the same, once one has given one's own: where both differ stands first. */
export function OtherMarkers({ participant, on }: { participant: Id; on: Id | null }) {
  const { t } = useTranslation('grading');
  const mine = useDoc(({ view, participant: me }) => gradeBy(view, me, participant, on));
  const others = useDocList(({ view, participant: me }) => gradesOf(view, participant).filter((one) => one.on === on && one.by !== me)); // prettier-ignore
  if (others.length === 0) return null;
  return (
    <section className="other-markers">
      <h4>{t('others.title')}</h4>
      {mine && <p className="quiet">{t('others.about')}</p>}
      {others.map((one) => (
        <OneMarker key={one.id} mine={mine} theirs={one} />
      ))}
    </section>
  );
}

function OneMarker({ mine, theirs }: { mine: Grade | undefined; theirs: Grade }) {
  const { t } = useTranslation('grading');
  const rubric = useDoc(({ view }) => rubricOf(view));
  const sum = rubric && sumOf(rubric, theirs.levels);
  const differing = rubric ? differences(rubric, mine?.levels ?? [], theirs.levels) : [];
  const name = useDoc(({ view }) => view.participants.get(theirs.by ?? '')?.name ?? '');
  return (
    <article>
      <p className="other-marker">
        <Signed stamp={theirs} />
        {rubric && sum !== undefined && <b>{t('others.sum', { sum, most: mostOf(rubric) })}</b>}
      </p>
      {theirs.feedback !== '' && <p className="grading-said">{theirs.feedback}</p>}
      {mine && rubric && differing.length === 0 && <p className="quiet">{t('others.same')}</p>}
      {differing.length > 0 && (
        <table>
          <caption>{t('others.differ')}</caption>
          <thead>
            <tr>
              <td />
              {mine && <th scope="col">{t('others.mine')}</th>}
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map(({ criterion, one, other }) => (
              <tr key={criterion.id}>
                <th scope="row">{criterion.name}</th>
                {[...(mine ? [one] : []), other].map((level, i) => (
                  <td key={i}>{level ? `${level.name} (${level.points})` : t('others.none')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  );
}
