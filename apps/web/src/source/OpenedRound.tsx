import { wordsAt, type Round } from '@counterpoint/shared';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { isOn } from '../open/preferences.ts';
import { showPassage } from '../open/showPassage.ts';
import { useText } from '../open/useText.ts';
import { isComposing } from '../ui/isComposing.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { AgreementFigure } from './AgreementFigure.tsx';
import { Hints } from './Hints.tsx';
import { codingsIn, CURATING, isSettled, spansIn, type Spanned } from './marking.ts';
import { OneSpan } from './OneSpan.tsx';
import { useCuration } from './useCuration.ts';

type Part = 'left' | 'settled';

/** Once it was opened: how far people agree, and what they marked, each span to be taken over or left. */
export function OpenedRound({ round }: { round: Round }) {
  const { t } = useTranslation('round');
  const { screen } = useOpenMap();
  const view = useDoc((doc) => doc.view);
  const { annotations, finishes } = view;
  const { data } = useText(round.edition);
  const [part, setPart] = useState<Part>('left');
  const [at, setAt] = useState<string | null>(null);
  const mayCurate = useStanding(CURATING) === 'change';
  const acts = useCuration(round.edition, data?.text);
  // What they read of the map.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const spans = useMemo(() => spansIn(view, round.id), [annotations, round.id]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const codings = useMemo(() => codingsIn(view, round.id), [annotations, finishes, round.id]);
  const listed = spans.filter((span) => isSettled(span) === (part === 'settled'));
  const left = spans.filter((span) => !isSettled(span)).length;
  const go = (span: Spanned | undefined): void => {
    if (!span) return;
    setAt(idOf(span));
    showPassage(screen, { edition: round.edition, start: span.start, end: span.end });
  };
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return; // prettier-ignore
    const here = listed.findIndex((span) => idOf(span) === at);
    const span = listed[here];
    const key = event.key.length === 1 && isOn('letterKeys') ? event.key.toUpperCase() : event.key;
    const act = mayCurate && part === 'left' && span ? { A: acts.claim, N: acts.note, X: acts.done }[key] : undefined; // prettier-ignore
    if (key === 'J' || key === 'ArrowDown') go(listed[here + 1] ?? span ?? listed[0]);
    else if (key === 'K' || key === 'ArrowUp') go(listed[Math.max(0, here - 1)]);
    else if (key === 'Z') acts.back();
    else if (act && span) {
      act(span);
      go(listed[here + 1] ?? listed[here - 1]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <AgreementFigure codings={codings} labels={round.labels} text={data?.text} />
      <Segmented
        label={t('spans')}
        value={part}
        options={[
          { value: 'left', text: t('left'), count: left },
          { value: 'settled', text: t('settled'), count: spans.length - left },
        ]}
        onChange={setPart}
      />
      {listed.length === 0 && (
        <p className="round-fine">{t(spans.length === 0 ? 'nothing' : 'nothingHere')}</p>
      )}
      {listed.length > 0 && (
        <ol className="round-spans" tabIndex={0} aria-label={t('spans')} onKeyDown={keys}>
          {listed.map((span) => (
            <OneSpan
              key={idOf(span)}
              {...{ span, spans, mayCurate, acts }}
              words={data && wordsAt(data.text, span.start, span.end)}
              of={codings.length}
              isAt={idOf(span) === at}
              onGo={() => go(span)}
            />
          ))}
        </ol>
      )}
      {mayCurate && listed.length > 0 && <Hints of="marks" />}
    </>
  );
}

const idOf = ({ marks }: Spanned): string => marks[0]?.id ?? '';
