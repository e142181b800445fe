import { workOf, gradeBy, isGiven, type Work, type Id } from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import { GradeForm } from './GradeForm.tsx';
import { OtherMarkers } from './OtherMarkers.tsx';

/** All that one person brought, each with a way to it and room for words about it. */
export function Contributions({ participant }: { participant: Id }) {
  const { t } = useTranslation('grading');
  const view = useDoc((doc) => doc.view);
  const brought = useMemo(() => workOf(view, participant), [view, participant]);
  return (
    <section className="grading-work">
      <h4>{t('work.title')}</h4>
      {brought.length === 0 && <p className="quiet">{t('work.none')}</p>}
      <ol>
        {brought.map((one) => (
          <One key={one.id} work={one} participant={participant} />
        ))}
      </ol>
    </section>
  );
}

function One({ work, participant }: { work: Work; participant: Id }) {
  const { t } = useTranslation('grading');
  const goTo = useShowClaim();
  const [isOpen, setOpen] = useState(false);
  const mine = useDoc(({ view, participant: me }) => gradeBy(view, me, participant, work.id));
  const isThere = useDoc(({ view }) => view.claims.has(work.claim));
  const isGone = work.text === '';
  return (
    <li>
      <p className="grading-what">
        {work.what === 'comment' || work.what === 'merged' ? (
          <small>{t(`work.${work.what}`)}</small>
        ) : (
          <RelationTag relation={work.what} />
        )}
        {work.isRemoved && <small>{t('work.removed')}</small>}
      </p>
      <blockquote className={isGone ? 'quiet' : ''}>{isGone ? t('work.words') : work.text}</blockquote>
      {mine && isGiven(mine) && !isOpen && mine.feedback !== '' && (
        <p className="grading-said">{mine.feedback}</p>
      )}
      <p className="grading-do">
        {isThere && !work.isRemoved && (
          <Button look="plain" onClick={() => goTo(work.claim)}>
            {t('work.show')}
          </Button>
        )}
        {!isGone && (
          <Button look="plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'work.close' : mine && isGiven(mine) ? 'work.change' : 'work.give')}
          </Button>
        )}
      </p>
      {isOpen && (
        <>
          <GradeForm participant={participant} on={work.id} />
          <OtherMarkers participant={participant} on={work.id} />
        </>
      )}
    </li>
  );
}
