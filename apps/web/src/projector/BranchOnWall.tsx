import type { ArgumentMap, Claim, Relation, Side } from '@counterpoint/shared';
import { Fragment, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { SideTag } from '../open/SideTag.tsx';
import { RelationSign } from '../relation/Relation.tsx';
import { branchOf, fitting, linesOf, questionSize, type Answer } from './branch.ts';

/** The question, and beneath it the claim under discussion with its answers. */
export function BranchOnWall({ map, shown }: { map: ArgumentMap; shown: Claim | null }) {
  const { t } = useTranslation('projector');
  const branch = branchOf(map, shown);
  const { question, language, discussed, answers } = branch;
  const { letters, lines } = questionSize(question);
  const fit = fitting(branch);
  return (
    <section className="wall-map" aria-label={t('map')}>
      <header>
        <p>{t('question')}</p>
        <h1 lang={language} style={{ '--letters': letters, '--lines': lines } as CSSProperties}>
          {question}
        </h1>
      </header>
      <div className="wall-branch" data-alone={!discussed || undefined}>
        {discussed && (
          <article className="wall-card discussed" data-relation={discussed.relation}>
            <Head {...discussed} />
            <p
              lang={discussed.claim.language}
              data-long={linesOf(discussed.claim.text, 7.5) > 6 || undefined}
            >
              {discussed.claim.text}
            </p>
            <small>{t('discussed')}</small>
          </article>
        )}
        <ul>
          {fit.map((answer) => (
            <AnswerCard key={answer.id} answer={answer} />
          ))}
          {fit.length < answers.length && (
            <li className="wall-more">{t('more', { count: answers.length - fit.length })}</li>
          )}
        </ul>
        {answers.length === 0 && <p className="wall-none">{t('noAnswers')}</p>}
      </div>
    </section>
  );
}

function AnswerCard({ answer: { relation, side, claims } }: { answer: Answer }) {
  const { t } = useTranslation('relation');
  return (
    <li className="wall-card" data-relation={relation}>
      <Head relation={relation} side={side} />
      {claims.map(({ id, text, language }, i) => (
        <Fragment key={id}>
          {i > 0 && <small>{t('andAlso')}</small>}
          <p lang={language}>{text}</p>
        </Fragment>
      ))}
    </li>
  );
}

function Head({ relation, side }: { relation: Relation; side: Side | undefined }) {
  const { t } = useTranslation('relation');
  return (
    <div className="wall-head">
      <RelationSign relation={relation} />
      <span>{t(relation)}</span>
      {side && <SideTag side={side} />}
    </div>
  );
}
