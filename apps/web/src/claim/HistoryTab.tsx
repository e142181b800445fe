import { may, type ArgumentMap, type Claim, type Id } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { askFor } from '../open/askFor.ts';
import { describe, nameOfDeed } from '../open/describe.ts';
import { useDoc, useOpenMap, type Selected } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import type { Standing } from '../open/standing.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { historySteps, type Step } from './historySteps.ts';
import { Signed } from '../open/Signed.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';

/** What became of a claim since it was written, and its earlier wordings to come back to. */
export function HistoryTab({ claim }: Selected) {
  const { t } = useTranslation('claim');
  const { id: map } = useOpenMap();
  const argument = useDoc(({ view }) => view.arguments.get(claim.home ?? ''));
  const uses = useDoc(({ view }) => view.index.uses.get(claim.id)?.length ?? 0);
  // Whatever else the claim is now was done by a change that is not in an older answer.
  const state = [
    claim.text,
    claim.home,
    claim.beside.length,
    claim.removed?.at,
    argument?.direction,
    argument?.target.id,
    uses,
  ];
  const history = useQuery({
    queryKey: ['history', claim.id, ...state],
    queryFn: async () => (await valueOf(api.changes(map, { claim: claim.id }))).changes,
    placeholderData: (before) => before,
  });
  if (history.isError) {
    return (
      <div className="claim-tab">
        <p role="alert">{t('history.failed')}</p>
        <Button onClick={() => void history.refetch()}>{t('history.again')}</Button>
      </div>
    );
  }
  if (!history.data) {
    return (
      <div className="claim-tab" aria-busy="true" aria-label={t('history.loading')}>
        <Skeleton width="60%" />
        <Skeleton />
        <Skeleton width="80%" />
      </div>
    );
  }
  const steps = historySteps(history.data, claim.id).toReversed();
  return (
    <ol className="claim-tab history" aria-label={t('tabs.history')}>
      {steps.map((step, i) => (
        <OneStep key={`${step.version} ${i}`} step={step} claim={claim} />
      ))}
    </ol>
  );
}

function OneStep({ claim, step }: { claim: Claim; step: Step }) {
  const { t } = useTranslation('claim');
  const { t: edits } = useTranslation('edits');
  const session = useOpenMap();
  const view = useDoc((state) => state.view); // a step may speak of anything in it
  const mayEdit = useDoc(({ role }) => may(role, 'edit', view.info.access));
  const { text, rewording, place } = describe(edits, asItStood(view, step), step.edit);
  const wording = text ?? rewording?.after ?? null;
  const isOlder = wording !== null && wording !== claim.text;
  return (
    <li>
      <small>
        <Signed stamp={step} />
        {step.reviewed && <span>{t('history.reviewed')}</span>}
      </small>
      <p>
        {nameOfDeed(step.edit)} {place && <WhereItCame place={place} claim={claim.id} />}
      </p>
      {step.beside && <p className="claim-quiet">{t(`history.${step.beside}`)}</p>}
      {rewording && step.beside !== 'settled' && <TextDiff {...rewording} lang={claim.language} />}
      {text !== null && (
        <p className="text-diff" lang={claim.language}>
          {text}
        </p>
      )}
      {isOlder && mayEdit && (
        <Button
          icon="undo"
          aria-label={t('history.restoreNamed', { text: wording })}
          onClick={() => askFor(session, { kind: 'reword', claim: claim.id, text: wording, was: claim.text })}
        >
          {t('history.restore')}
        </Button>
      )}
    </li>
  );
}

/** What a claim came to speak to, or to count with; nothing where that is not known any more. */
function WhereItCame({ place: { relation, under }, claim }: { place: Standing; claim: Id }) {
  const { t } = useTranslation('claim');
  const goTo = useShowClaim();
  if (relation === 'thesis') return <RelationTag relation="thesis" />;
  if (!under || under.id === claim) return null;
  return (
    <>
      {relation === 'andAlso' ? (
        <span className="claim-sign">{t('sign.andAlso')}</span>
      ) : (
        <RelationTag relation={relation} />
      )}{' '}
      <span aria-hidden="true">→</span>{' '}
      <button type="button" className="claim-link" lang={under.language} onClick={() => goTo(under.id)}>
        {under.text}
      </button>
    </>
  );
}

/** The map of today, with the argument of the claim as it was then. */
const asItStood = (view: ArgumentMap, { home }: Step): ArgumentMap =>
  home ? { ...view, arguments: view.arguments.with(home.id, home) } : view;
