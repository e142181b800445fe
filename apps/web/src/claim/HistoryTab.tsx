import { may, type ArgumentMap, type Claim } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, type Selected } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { historySteps, type Step } from './historySteps.ts';
import { Signed } from './Signed.tsx';
import { TextDiff } from './TextDiff.tsx';

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
  const session = useOpenMap();
  const goTo = useShowClaim();
  const wording = 'text' in step ? step.text : null;
  const target = useDoc(({ view }) => targetOf(view, step));
  const mayEdit = useDoc(({ view, role }) => may(role, 'edit', view.info.access));
  const isOlder = wording !== null && wording !== claim.text;
  return (
    <li>
      <small>
        <Signed stamp={step} />
        {step.reviewed && <span>{t('history.reviewed')}</span>}
      </small>
      <p>
        {step.did === 'turned' ? t(`history.turned.${step.direction}`) : t(`history.${sentenceOf(step)}`)}{' '}
        {target && (
          <button type="button" className="claim-link" onClick={() => goTo(target.id)}>
            {target.text}
          </button>
        )}
      </p>
      {'before' in step && <TextDiff before={step.before} after={step.text} lang={claim.language} />}
      {step.did === 'written' && (
        <p className="text-diff" lang={claim.language}>
          {step.text}
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

type Sentence = Exclude<Step['did'], 'turned'> | 'madeThesis' | 'movedToArgument';

function sentenceOf(step: Exclude<Step, { did: 'turned' }>): Sentence {
  if (step.did !== 'moved') return step.did;
  return step.target === null ? 'madeThesis' : step.target.kind === 'argument' ? 'movedToArgument' : 'moved';
}

/** The claim that a step speaks of, where the map still has it. */
function targetOf(view: ArgumentMap, step: Step): Claim | undefined {
  const target =
    step.did === 'moved'
      ? step.target
      : step.did === 'used'
        ? view.arguments.get(step.argument)?.target
        : null;
  if (!target) return undefined;
  return view.claims.get(target.kind === 'claim' ? target.id : (view.index.home.get(target.id)?.[0] ?? ''));
}
