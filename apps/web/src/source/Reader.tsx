import { useCallback, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreen } from '../open/openMap.ts';
import type { Picked } from '../open/picked.ts';
import type { Covered } from './coverage.ts';
import { PassageBar } from './PassageBar.tsx';
import type { Painted } from './paint.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { pointAt, topMost } from './ranges.ts';
import { widened, wordsOf, type Reading } from './reading.ts';
import { NoteField } from './NoteField.tsx';
import { ListedHere } from './ListedHere.tsx';
import { touching, type Noted, type Resting } from './resting.ts';
import { spotUnder, type Spot } from './spot.ts';
import type { Shown } from './useShown.ts';
import { useChosen } from './useChosen.ts';
import { useListed } from './useListed.ts';
import { useMarks } from './useMarks.ts';
import { useReaderKeys } from './useReaderKeys.ts';
import { useRound } from './useRound.ts';

interface ReaderProps {
  shown: Shown;
  reading: Reading;
  resting: readonly Resting[];
  noted: readonly Noted[];
  covered: readonly Covered[];
  marked?: readonly Painted[];
}

const NONE: readonly Painted[] = [];

/** The text itself: read, chosen from, and gone back and forth between its passages and their claims. */
export function Reader({
  shown: { source, edition },
  reading,
  resting,
  noted,
  covered,
  marked = NONE,
}: ReaderProps) {
  const { t } = useTranslation('source');
  const words = useRef<HTMLDivElement>(null);
  const { chosen, select, clear } = useChosen(words, reading);
  const aiming = useScreen((state) => state.aiming !== null);
  const { listed, list, close, go } = useListed(words, resting, noted);
  const [noting, setNoting] = useState<(Picked & { readonly spot: Spot }) | null>(null);
  const { round, painted } = useRound(edition.id);
  useMarks(words, { edition: edition.id, reading, resting, noted, marked, agreed: painted });
  const picked = chosen && {
    edition: edition.id,
    start: chosen.start,
    end: chosen.end,
    exact: wordsOf(reading.text, chosen),
  };
  const listHere = (): void => {
    if (chosen) list(chosen, chosen.spot);
  };
  const note = (): void => {
    if (!picked) return;
    setNoting({ ...picked, spot: chosen.spot });
    clear();
  };
  const passage = useScreen((state) => state.passage);
  const at = (): number =>
    passage?.edition === edition.id ? passage.start : words.current ? topMost(words.current, reading) : 0;
  const keys = useReaderKeys({
    reading,
    chosen,
    picked,
    covered,
    round,
    select,
    list: listHere,
    note,
    clear,
    at,
  });
  /** A press on a passage, and not the end of a selection, leads to its claims. */
  const press = ({ clientX, clientY, target }: PointerEvent<HTMLElement>): void => {
    close();
    const root = words.current;
    if (!root || (target instanceof Element && target.closest('button')) || !getSelection()?.isCollapsed)
      return;
    const point = pointAt(root, reading, clientX, clientY);
    if (point === undefined) return;
    const box = { left: clientX, bottom: clientY + 8 };
    list({ start: point, end: point + 1 }, spotUnder(root, box));
  };
  const listParagraph = useCallback(
    ({ paragraph }: Covered, button: HTMLElement): void => {
      if (words.current) list(paragraph, spotUnder(words.current, button.getBoundingClientRect()));
    },
    [list],
  );
  return (
    <div
      className="source-scroll"
      role="region"
      aria-label={t('reader', { title: source.title })}
      tabIndex={0}
      onKeyDown={keys}
    >
      <div className="source-page">
        <div className="source-words" ref={words} onPointerUp={press}>
          <Paragraphs
            text={reading.text}
            language={source.language}
            covered={covered}
            onList={listParagraph}
          />
        </div>
        {picked && !listed && !noting && !aiming && (
          <div className="source-float" style={chosen.spot}>
            <PassageBar
              picked={picked}
              round={round}
              claims={touching(resting, picked).length}
              onNote={note}
              onList={listHere}
              onWiden={() => select(widened(reading.sentences, picked))}
              onDone={clear}
            />
          </div>
        )}
        {listed && <ListedHere listed={listed} onGo={go} onClose={close} />}
        {noting && <NoteField picked={noting} spot={noting.spot} onDone={() => setNoting(null)} />}
      </div>
    </div>
  );
}
