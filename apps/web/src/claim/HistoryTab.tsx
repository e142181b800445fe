import { may, type Id } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import type { OneClaim } from './panelProps.ts';
import { historySteps, type Step } from './historySteps.ts';
import { Signed } from './Signed.tsx';
import { TextDiff } from './TextDiff.tsx';
import { useAsk } from './useAsk.ts';

/** What became of a claim since it was written, and its earlier wordings to come back to. */
export function HistoryTab(props: OneClaim) {
  const { view, claim, loadHistory } = props;
  const { t } = useTranslation('claim');
  const argument = claim.home === null ? undefined : view.arguments.get(claim.home);
  // Whatever else the claim is now was done by a change that is not in an older answer.
  const state = [
    claim.text,
    claim.home,
    claim.beside.length,
    claim.removed?.at,
    argument?.direction,
    argument?.target.id,
  ];
  const history = useQuery({
    queryKey: ['history', claim.id, ...state, view.index.uses.get(claim.id)?.length ?? 0],
    queryFn: () => loadHistory(claim.id),
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
        <OneStep key={`${step.version} ${i}`} step={step} {...props} />
      ))}
    </ol>
  );
}

function OneStep(props: OneClaim & { step: Step }) {
  const { view, claim, me, step, goTo } = props;
  const { t } = useTranslation('claim');
  const ask = useAsk(props);
  const wording = 'text' in step ? step.text : null;
  const target = targetOf(props, step);
  const isOlder = wording !== null && wording !== claim.text && may(me.role, 'edit', view.info.access);
  return (
    <li>
      <small>
        <Signed view={view} stamp={step} />
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
      {isOlder && (
        <Button
          icon="undo"
          aria-label={t('history.restoreNamed', { text: wording })}
          onClick={() => ask({ kind: 'reword', claim: claim.id, text: wording, was: claim.text })}
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
function targetOf({ view }: OneClaim, step: Step): { readonly id: Id; readonly text: string } | undefined {
  const target =
    step.did === 'moved'
      ? step.target
      : step.did === 'used'
        ? view.arguments.get(step.argument)?.target
        : null;
  if (!target) return undefined;
  return view.claims.get(target.kind === 'claim' ? target.id : (view.index.home.get(target.id)?.[0] ?? ''));
}
