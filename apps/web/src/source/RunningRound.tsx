import { finishOf, marksOf, type Annotation, type Edit, type Round } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { showPassage } from '../open/showPassage.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NOTING } from './adding.ts';
import { annotatorsIn, finishing } from './marking.ts';

/** While it runs: one's own marks, whether one has finished, and how many have. */
export function RunningRound({ round }: { round: Round }) {
  const { t } = useTranslation('round');
  const session = useOpenMap();
  const me = useDoc((doc) => doc.participant);
  const isDone = useDoc(({ view }) => finishOf(view, round.id, me)?.finished === true);
  const all = useDoc(({ view }) => annotatorsIn(view));
  const marks = useDocList(({ view }) => marksOf(view, round.id).toSorted((a, b) => a.start - b.start));
  const mayMark = useStanding(NOTING) === 'change';
  const finish = (finished: boolean): void => {
    askFor(session, finishing(session.doc.getState().view, round.id, me, finished));
  };
  return (
    <>
      <p className="round-blind">
        <Icon name="person" /> {t('blind')}
      </p>
      {mayMark && (
        <section aria-label={t('mine', { count: marks.length })}>
          <h4>{t('mine', { count: marks.length })}</h4>
          {marks.length === 0 ? (
            <p className="round-fine">{t('how')}</p>
          ) : (
            <ul className="round-mine">
              {marks.map((mark) => (
                <OwnMark key={mark.id} mark={mark} />
              ))}
            </ul>
          )}
          <Button
            look={isDone ? 'ghost' : 'solid'}
            icon={isDone ? 'undo' : 'check'}
            onClick={() => finish(!isDone)}
          >
            {t(isDone ? 'goOn' : 'finish')}
          </Button>
          {isDone && <p className="round-fine">{t('finished')}</p>}
        </section>
      )}
      <p className="round-count">
        <meter min={0} max={Math.max(1, all)} value={round.finished} aria-hidden="true" />
        {t('count', { count: round.finished, all: Math.max(all, round.finished) })}
      </p>
      <Opening round={round} left={Math.max(0, all - round.finished)} />
    </>
  );
}

function OwnMark({ mark }: { mark: Annotation }) {
  const { screen } = useOpenMap();
  return (
    <li>
      <button type="button" onClick={() => showPassage(screen, mark)}>
        <b className="round-label">{mark.label}</b>
        <span>{mark.exact}</span>
      </button>
    </li>
  );
}

/** What is open is never closed again: it asks once more. */
function Opening({ round, left }: { round: Round; left: number }) {
  const { t } = useTranslation('round');
  const session = useOpenMap();
  const [asked, setAsked] = useState(false);
  const edit: Edit = { kind: 'open-round', round: round.id };
  const mayOpen = useStanding(edit) === 'change';
  if (!mayOpen) return null;
  if (!asked) return <Button onClick={() => setAsked(true)}>{t('open')}</Button>;
  return (
    <div className="round-opening" role="group" aria-label={t('open')}>
      <p>{left > 0 ? t('openLeft', { count: left }) : t('openAll')}</p>
      <Button look="solid" autoFocus onClick={() => askFor(session, edit)}>
        {t('openNow')}
      </Button>
      <Button look="plain" onClick={() => setAsked(false)}>
        {t('notYet')}
      </Button>
    </div>
  );
}
