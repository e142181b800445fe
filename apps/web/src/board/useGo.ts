import { useOpenMap } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import type { Id } from '@counterpoint/shared';
import { isNarrow } from '../ui/isNarrow.ts';

/** Goes to a claim in the map; the list that led there stays where there is room for both. */
export function useGo(pane: string): (id: Id) => void {
  const { screen, doc } = useOpenMap();
  return (id) => {
    const { showTab, openPanel } = screen.getState();
    showTab(pane);
    if (isNarrow()) openPanel(false);
    showClaim(screen, doc.getState().view, id);
  };
}
