import type { MapSummary } from '@counterpoint/shared';
import type { ReactNode } from 'react';
import { MapCard } from './MapCard.tsx';

interface CardsProps {
  title: string;
  maps: readonly MapSummary[];
  /** Beside the title. */
  tools?: ReactNode;
  children?: ReactNode;
}

export function Cards({ title, maps, tools, children }: CardsProps) {
  return (
    <section className="maps" aria-label={title}>
      <div className="maps-head">
        <h2>{title}</h2>
        {tools}
      </div>
      <ul className="grid">
        {maps.map((map) => (
          <li key={map.id}>
            <MapCard map={map} />
          </li>
        ))}
        {children && <li>{children}</li>}
      </ul>
    </section>
  );
}
