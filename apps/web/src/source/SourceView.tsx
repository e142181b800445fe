import { rulesIn, suggest } from '@counterpoint/shared';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { useText } from '../open/useText.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { NoText } from './NoText.tsx';
import type { Painted } from './paint.ts';
import './source.css';
import { SourceText } from './SourceText.tsx';
import { suggestedIn, type Suggested } from './suggested.ts';
import { Suggestions } from './Suggestions.tsx';
import { useNoted, useReading, useResting } from './useReading.ts';
import { useShown, type Shown } from './useShown.ts';

/** The text with all the room there is, and the outline that its own words suggest. */
export function SourceView() {
  const shown = useShown();
  return shown ? <TextAndOutline shown={shown} /> : <NoText />;
}

/** Side by side; where there is no room, one after the other. */
function TextAndOutline({ shown }: { shown: Shown }) {
  const { t } = useTranslation('source');
  const [part, setPart] = useState<'text' | 'outline'>('text');
  const edition = shown.edition.id;
  const { reading, retry } = useReading(edition);
  const resting = useResting(edition);
  const noted = useNoted(edition);
  const { data } = useText(edition);
  const changed = useDoc(({ view }) => view.rules);
  const rules = useMemo(() => rulesIn({ rules: changed }), [changed]);
  // The outline of a book takes longer to make and to draw than the book: one reads meanwhile.
  const drawn = useDeferredValue(reading, null);
  const isDrawn = reading !== null && drawn === reading;
  const found = useMemo(
    () => (data && isDrawn ? suggest(data.text, data.marks, rules) : []),
    [data, isDrawn, rules],
  );
  const suggested = useMemo(
    () => (reading ? suggestedIn(reading, rules, found, resting) : []),
    [reading, rules, found, resting],
  );
  const compared = useScreen((state) => state.compared);
  const other = shown.editions.find(({ id }) => id === compared && id !== edition);
  const marked = useMemo(() => marksOf(suggested), [suggested]);
  return (
    <div className="source-view" data-part={part}>
      <div className="source-parts">
        <Segmented
          label={t('parts.label')}
          value={part}
          options={[
            { value: 'text', text: t('view') },
            { value: 'outline', text: t('suggest.title') },
          ]}
          onChange={setPart}
        />
      </div>
      <SourceText {...{ shown, reading, resting, noted, marked }} beside={false} onRetry={retry} />
      {other ? (
        <Compared shown={{ ...shown, edition: other }} />
      ) : isDrawn ? (
        <Suggestions key={edition} edition={edition} suggested={suggested} />
      ) : (
        <section className="source-suggestions" aria-label={t('suggest.title')} aria-busy="true" />
      )}
    </div>
  );
}

/** Another edition of the same text, read beside it. */
function Compared({ shown }: { shown: Shown }) {
  const { screen } = useOpenMap();
  const edition = shown.edition.id;
  const { reading, retry } = useReading(edition);
  const resting = useResting(edition);
  const noted = useNoted(edition);
  const close = (): void => screen.getState().compare(null);
  return (
    <SourceText {...{ shown, reading, resting, noted }} beside={false} onRetry={retry} onClose={close} />
  );
}

const marksOf = (suggested: readonly Suggested[]): readonly Painted[] =>
  suggested.flatMap(({ suggestion: { start, end }, accepted }): Painted[] =>
    accepted ? [] : [{ start, end, paint: 'suggested' }],
  );
