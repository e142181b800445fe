import { TOP } from '@counterpoint/shared';
import { useDoc, useScreen } from '../open/openMap.ts';
import { EmptyMap } from './EmptyMap.tsx';
import { MapCanvas } from './MapCanvas.tsx';

export function CanvasView() {
  const empty = useDoc(
    ({ view }) => !view.index.home.get(TOP)?.some((id) => view.claims.get(id)?.removed === null),
  );
  const drafting = useScreen((state) => state.draft !== null);
  return empty && !drafting ? <EmptyMap /> : <MapCanvas />;
}
