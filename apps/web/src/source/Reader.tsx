import { useCallback, useRef, useState, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { ClaimsHere } from './ClaimsHere.tsx';
import type { Covered } from './coverage.ts';
import { PassageBar } from './PassageBar.tsx';
import type { Painted } from './paint.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { pointAt, topMost } from './ranges.ts';
import { widened, wordsOf, type Reading } from './reading.ts';
import { touching, type Resting } from './resting.ts';
import { spotUnder, type Spot } from './spot.ts';
import type { Shown } from './useShown.ts';
import { clearChosen, useChosen } from './useChosen.ts';
import { useMarks } from './useMarks.ts';
import { useReaderKeys } from './useReaderKeys.ts';

interface ReaderProps {
  shown: Shown;
  reading: Reading;
  resting: readonly Resting[];
  covered: readonly Covered[];
  marked?: readonly Painted[];
}

const NONE: readonly Painted[] = [];

/** The text itself: read, chosen from, and gone back and forth between its passages and their claims. */
export function Reader({
  shown: { source, edition },
  reading,
  resting,
  covered,
  marked = NONE,
}: ReaderProps) {
  const { t } = useTranslation('source');
  const words = useRef<HTMLDivElement>(null);
  const { chosen, select } = useChosen(words, reading);
  const aiming = useScreen((state) => state.aiming !== null);
  const { listed, list, close, go } = useListed(words);
  useMarks(words, { edition: edition.id, reading, resting, marked });
  const picked = chosen && {
    edition: edition.id,
    start: chosen.start,
    end: chosen.end,
    exact: wordsOf(reading.text, chosen),
  };
  const here = chosen ? touching(resting, chosen) : [];
  const listHere = (): void => {
    if (chosen) list(here, chosen.spot);
  };
  const at = (): number => (words.current ? topMost(words.current, reading) : 0);
  const keys = useReaderKeys({ reading, chosen, picked, covered, select, list: listHere, at });
  /** A press on a passage, and not the end of a selection, leads to its claims. */
  const press = ({ clientX, clientY, target }: PointerEvent<HTMLElement>): void => {
    close();
    const root = words.current;
    if (!root || (target instanceof Element && target.closest('button')) || !getSelection()?.isCollapsed)
      return;
    const point = pointAt(root, reading, clientX, clientY);
    if (point === undefined) return;
    const box = { left: clientX, bottom: clientY + 8 };
    list(touching(resting, { start: point, end: point + 1 }), spotUnder(root, box));
  };
  const listParagraph = useCallback(
    ({ paragraph }: Covered, button: HTMLElement): void => {
      if (words.current)
        list(touching(resting, paragraph), spotUnder(words.current, button.getBoundingClientRect()));
    },
    [list, resting],
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
        {picked && !listed && !aiming && (
          <div className="source-float" style={chosen.spot}>
            <PassageBar
              picked={picked}
              claims={here.length}
              onList={listHere}
              onWiden={() => select(widened(reading.sentences, picked))}
              onDone={clearChosen}
            />
          </div>
        )}
        {listed && (
          <div
            className="source-float"
            style={listed.spot}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          >
            <ClaimsHere resting={listed.resting} onGo={go} />
          </div>
        )}
      </div>
    </div>
  );
}

interface Listed {
  readonly resting: readonly Resting[];
  readonly spot: Spot;
}

/** The claims on one place: a single one is gone to at once, of several one chooses. */
function useListed(words: { readonly current: HTMLElement | null }) {
  const session = useOpenMap();
  const [listed, setListed] = useState<Listed | null>(null);
  const go = useCallback(
    ({ claim }: Resting): void => {
      setListed(null);
      showClaim(session.screen, session.doc.getState().view, claim.id);
    },
    [session],
  );
  const list = useCallback(
    (resting: readonly Resting[], spot: Spot): void => {
      const [only] = resting;
      if (only && resting.length === 1) go(only);
      else setListed(resting.length > 0 ? { resting, spot } : null);
    },
    [go],
  );
  const close = (): void => {
    setListed(null);
    words.current?.closest<HTMLElement>('.source-scroll')?.focus({ preventScroll: true });
  };
  return { listed, list, close, go };
}
