import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface Figures {
  readonly head: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

interface PlotProps {
  /** What the plot shows, as a finding. */
  title: string;
  about: string;
  figures: Figures;
  /** Over two columns, where there are two. */
  isWide?: boolean;
  children: ReactNode;
}

/** A plot with what it found as its heading, and its figures as a table: for who cannot see it, and who would rather read. */
export function Plot({ title, about, figures, isWide = false, children }: PlotProps) {
  const { t } = useTranslation('report');
  const id = useId();
  return (
    <section className={`report-card report-plot${isWide ? ' report-wide' : ''}`} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <p className="report-about">{about}</p>
      <div className="report-drawn" aria-hidden="true">
        {children}
      </div>
      <details>
        <summary>{t('asTable')}</summary>
        <Table figures={figures} caption={title} />
      </details>
    </section>
  );
}

export function Table({ figures: { head, rows }, caption }: { figures: Figures; caption: string }) {
  return (
    <div className="report-scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={head[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
