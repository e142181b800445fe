import { useHouse, useView, type Side } from '../open/house.ts';
import { useDocList, useScreen } from '../open/openMap.ts';
import { isSideOpen } from '../open/showPassage.ts';
import { useNarrow } from '../ui/useNarrow.ts';

/** What may stand in the column beside the map, where it is open. */
export function useSides(): readonly Side[] {
  const { sides } = useHouse();
  const narrow = useNarrow();
  const view = useView();
  const open = useScreen(isSideOpen);
  const offered = useDocList((doc) => sides.filter((side) => side.offered(doc)));
  return open && !narrow ? offered.filter((side) => side.view !== view.id) : NONE;
}

const NONE: readonly Side[] = [];
