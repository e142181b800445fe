import { doneOf, progressIn, type ArgumentMap, type PersonPart } from '@counterpoint/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { percent } from './figures.ts';

/** [S-16] How far one is oneself in what everyone was asked to contribute. */
export function MyTasks({ map, part }: { map: ArgumentMap; part: PersonPart }) {
  const { t } = useTranslation('report');
  const id = useId();
  const progress = progressIn(map.info.tasks, part);
  const done = doneOf(progress);
  if (progress.length === 0) return null;
  return (
    <section className="report-card" aria-labelledby={id}>
      <h3 id={id}>{done === null ? t('tasks.mine') : t('tasks.done', { share: percent(done) })}</h3>
      <ul className="report-tasks">
        {progress.map(({ task, target, done: so }) => (
          <li key={task}>
            <label htmlFor={`${id}-${task}`}>{t(`column.${task === 'votes' ? 'voted' : task}`)}</label>
            <progress id={`${id}-${task}`} max={target} value={Math.min(target, so ?? 0)} />
            <span>{t('tasks.of', { done: so ?? '–', target })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
