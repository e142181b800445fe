import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Coverage } from './Coverage.tsx';
import { Hints } from './Hints.tsx';
import { coverageOf } from './coverage.ts';
import type { Painted } from './paint.ts';
import { Reader } from './Reader.tsx';
import type { Reading } from './reading.ts';
import type { Noted, Resting } from './resting.ts';
import { RoundStrip } from './RoundStrip.tsx';
import { SourceHead } from './SourceHead.tsx';
import type { Shown } from './useShown.ts';

interface SourceTextProps {
  shown: Shown;
  /** In the column beside the map. */
  beside: boolean;
  reading: Reading | null;
  resting: readonly Resting[];
  noted: readonly Noted[];
  marked?: readonly Painted[];
  onRetry: (() => void) | null;
  /** Closes it, where it stands beside something. */
  onClose?: () => void;
}

/** A text with its head, its coverage, and its reader. */
export function SourceText({
  shown,
  beside,
  reading,
  resting,
  noted,
  marked,
  onRetry,
  onClose,
}: SourceTextProps) {
  const { t } = useTranslation('source');
  const edition = shown.edition.id;
  const covered = useMemo(() => (reading ? coverageOf(reading.paragraphs, resting) : []), [reading, resting]);
  return (
    <section className="source-text">
      <SourceHead {...{ shown, reading, beside }} {...(onClose ? { onClose } : {})} />
      <div>
        {reading && <Coverage {...{ edition, reading, covered, resting }} />}
        {reading && <RoundStrip edition={edition} />}
      </div>
      {reading ? (
        <Reader
          key={edition}
          {...{ shown, reading, resting, noted, covered }}
          {...(marked ? { marked } : {})}
        />
      ) : (
        <div className="source-waiting">
          {onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : <Spinner />}
        </div>
      )}
      {!beside && reading && <Hints of="read" />}
    </section>
  );
}
