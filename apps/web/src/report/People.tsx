import { doneOf, gini, may, progressIn, sideNamed, sidesOf, type ArgumentMap, type PersonPart, type SidePart } from '@counterpoint/shared'; // prettier-ignore
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { SideTag } from '../open/SideTag.tsx';
import { clockTime, percent, twoPlaces } from './figures.ts';
import { Lorenz } from './Lorenz.tsx';

type Column = 'claims' | 'replies' | 'sources' | 'comments' | 'voted' | 'spoken' | 'kept' | 'tasks';

type Shown = Omit<PersonPart, 'person' | 'side'> & { readonly tasks: number | null };

/** [S-19] [S-16] What each person contributed, of whom the reader may know it, and what each side did together. */
export function People({
  map,
  parts,
  isWhole,
}: {
  map: ArgumentMap;
  parts: readonly PersonPart[];
  isWhole: boolean;
}) {
  const { t } = useTranslation('report');
  const id = useId();
  const [by, sortBy] = useState<Column | null>(null);
  const tasked = parts.map((part) => ({ ...part, tasks: doneOf(progressIn(map.info.tasks, part)) }));
  const columns = columnsOf(map, tasked);
  const rows = [...tasked].sort(
    (a, b) => (by === null ? 0 : valueOf(b, by) - valueOf(a, by)) || byName(a.person, b.person),
  );
  const sides = sidesOf(parts).filter(({ side }) => side !== null);
  const claims = parts
    .filter(({ person }) => !may(person.role, 'review'))
    .map((part) => part.claims + part.replies);
  return (
    <section className="report-card report-people" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t(isWhole ? 'people.title' : 'people.own')}</h3>
        <div className="report-scroll" tabIndex={0} role="group" aria-labelledby={id}>
          <table>
            <Head columns={columns} hasSides={sides.length > 0} by={by} onSort={sortBy} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.person.id}>
                  <th scope="row">{row.person.name}</th>
                  {sides.length > 0 && (
                    <td className="report-side">
                      <Side map={map} part={row} />
                    </td>
                  )}
                  <Cells columns={columns} row={row} />
                </tr>
              ))}
            </tbody>
            {isWhole && sides.length > 0 && (
              <tfoot>
                {sides.map((side) => (
                  <tr key={side.side}>
                    <th scope="row">{t('people.count', { count: side.people })}</th>
                    <td className="report-side">
                      <Side map={map} part={side} />
                    </td>
                    <Cells columns={columns} row={{ ...side, tasks: null }} />
                  </tr>
                ))}
              </tfoot>
            )}
          </table>
        </div>
        <p className="report-about">{t('people.about')}</p>
      </div>
      {isWhole && claims.length > 2 && (
        <Lorenz shares={claims} title={t('gini.title', { gini: twoPlaces(gini(claims)) })} />
      )}
    </section>
  );
}

const valueOf = (row: Shown, column: Column): number =>
  column === 'kept' ? (row.written === 0 ? -1 : row.kept / row.written) : (row[column] ?? -1);

/** Without those in which nobody has anything. */
function columnsOf(map: ArgumentMap, rows: readonly Shown[]): readonly Column[] {
  const asked = Object.values(map.info.tasks).some((target) => target > 0);
  return [
    'claims',
    'replies',
    ...(['sources', 'comments', 'voted', 'spoken'] as const).filter((one) => rows.some((row) => (row[one] ?? 0) > 0)), // prettier-ignore
    'kept',
    ...(asked ? (['tasks'] as const) : []),
  ];
}

interface HeadProps {
  columns: readonly Column[];
  hasSides: boolean;
  by: Column | null;
  onSort: (by: Column | null) => void;
}

function Head({ columns, hasSides, by, onSort }: HeadProps) {
  const { t } = useTranslation('report');
  const sorted = (column: Column | null, order: 'ascending' | 'descending') => (by === column ? order : undefined); // prettier-ignore
  return (
    <thead>
      <tr>
        <th scope="col" aria-sort={sorted(null, 'ascending')}>
          <button type="button" onClick={() => onSort(null)}>
            {t('column.person')}
          </button>
        </th>
        {hasSides && (
          <th scope="col" className="report-side">
            {t('column.side')}
          </th>
        )}
        {columns.map((column) => (
          <th key={column} scope="col" aria-sort={sorted(column, 'descending')}>
            <button type="button" title={t(`explained.${column}`)} onClick={() => onSort(column)}>
              {t(`column.${column}`)}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ columns, row }: { columns: readonly Column[]; row: Shown }) {
  return columns.map((column) => <td key={column}>{cellOf(row, column)}</td>);
}

function cellOf(row: Shown, column: Column): string {
  if (column === 'kept') return row.written === 0 ? '' : percent(row.kept / row.written);
  if (column === 'tasks') return percent(row.tasks);
  if (column === 'spoken') return clockTime(row.spoken);
  return `${row[column] ?? ''}`;
}

function Side({ map, part }: { map: ArgumentMap; part: Pick<SidePart, 'side'> }) {
  const side = sideNamed(map, part.side);
  return side ? <SideTag side={side} /> : null;
}
