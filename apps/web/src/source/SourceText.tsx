import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { useText } from '../open/useText.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Coverage } from './Coverage.tsx';
import { coverageOf } from './coverage.ts';
import type { Painted } from './paint.ts';
import { Reader } from './Reader.tsx';
import { readingOf, type Reading } from './reading.ts';
import { restingOn } from './resting.ts';
import { SourceHead } from './SourceHead.tsx';
import type { Shown } from './useShown.ts';

interface SourceTextProps {
  shown: Shown;
  beside: boolean;
  marked?: readonly Painted[];
}

/** A text with its head, its coverage, and its reader. */
export function SourceText({ shown, beside, marked }: SourceTextProps) {
  const { t } = useTranslation('source');
  const { reading, problem, retry } = useReading(shown.edition.id);
  const view = useDoc((state) => state.view);
  const proposed = useDoc((state) => state.proposed);
  const edition = shown.edition.id;
  const { claims, quotations, arguments: args } = view;
  const resting = useMemo(
    () => restingOn(view, proposed, edition),
    // What it reads of the map; a comment must not paint the text anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [claims, quotations, args, proposed, edition],
  );
  const covered = useMemo(() => (reading ? coverageOf(reading.paragraphs, resting) : []), [reading, resting]);
  return (
    <section className="source-text">
      <SourceHead {...{ shown, reading, beside }} />
      {reading && <Coverage {...{ edition, reading, covered, resting }} />}
      {reading ? (
        <Reader key={edition} {...{ shown, reading, resting, covered }} {...(marked ? { marked } : {})} />
      ) : (
        <div className="source-waiting">
          {problem ? <Button onClick={retry}>{t('retry')}</Button> : <Spinner />}
        </div>
      )}
    </section>
  );
}

/** The text with where its paragraphs and sentences are. */
export function useReading(edition: string): {
  readonly reading: Reading | null;
  readonly problem: boolean;
  readonly retry: () => void;
} {
  const { data, isError, refetch } = useText(edition);
  const reading = useMemo(() => (data ? readingOf(data.text, data.marks) : null), [data]);
  return { reading, problem: isError, retry: () => void refetch() };
}
