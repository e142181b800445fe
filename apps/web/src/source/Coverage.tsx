import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../open/openMap.ts';
import type { Sign } from '../relation/Relation.tsx';
import { tallyOf, type Covered } from './coverage.ts';
import type { Reading } from './reading.ts';
import type { Resting } from './resting.ts';

interface CoverageProps {
  edition: string;
  reading: Reading;
  covered: readonly Covered[];
  resting: readonly Resting[];
}

/** More cells than this would be too narrow to press. */
const MOST_CELLS = 80;

/** The whole text as one strip: what carries claims, what waits, what is bare. A cell leads to its paragraph. */
export function Coverage({ edition, reading, covered, resting }: CoverageProps) {
  const { t } = useTranslation('source');
  const { screen } = useOpenMap();
  const paragraphs = tallyOf(reading.paragraphs, resting);
  const sentences = tallyOf(reading.sentences, resting);
  const each = Math.ceil(covered.length / MOST_CELLS);
  const cells = Array.from({ length: Math.ceil(covered.length / Math.max(1, each)) }, (_, i) =>
    covered.slice(i * each, (i + 1) * each),
  );
  return (
    <section className="source-coverage" aria-label={t('coverage.label')}>
      <p>
        <b>{t('coverage.carried', { count: paragraphs.carried, all: paragraphs.all })}</b>
        {paragraphs.waiting > 0 && ` ${t('coverage.waiting', { count: paragraphs.waiting })}`}
        <small title={t('coverage.sentencesTitle')}>
          {t('coverage.sentences', { count: sentences.carried, all: sentences.all })}
        </small>
      </p>
      <div className="source-strip">
        {cells.map((cell) => (
          <Cell
            key={cell[0]?.paragraph.from}
            cell={cell}
            onPress={(span) => screen.getState().read(edition, span)}
          />
        ))}
      </div>
    </section>
  );
}

interface CellProps {
  cell: readonly Covered[];
  onPress: (span: { start: number; end: number }) => void;
}

function Cell({ cell, onPress }: CellProps) {
  const { t } = useTranslation('source');
  const [first] = cell;
  if (!first) return null;
  const signs = [...new Set(cell.flatMap((one) => [...one.signs.keys()]))];
  const count = cell.flatMap((one) => [...one.signs.values()]).reduce((sum, n) => sum + n, 0);
  const { number, start, end } = first.paragraph;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t('paragraph.claims', { number, count })}
      title={t('paragraph.claims', { number, count })}
      onClick={() => onPress({ start, end })}
    >
      {signs.map((sign) => (
        <i key={sign} data-relation={sign} style={{ flexGrow: heightOf(cell, sign) }} />
      ))}
    </button>
  );
}

const heightOf = (cell: readonly Covered[], sign: Sign): number =>
  cell.reduce((sum, { signs }) => sum + (signs.get(sign) ?? 0), 0);
