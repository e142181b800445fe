import { useHouse, useView, type Side } from '../open/house.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { isSideOpen } from '../open/showPassage.ts';
import { useNarrow } from '../ui/useNarrow.ts';

/** The column beside the map, where it is open and there is something in it. */
export function useSide(): Side | undefined {
  const house = useHouse();
  const narrow = useNarrow();
  const view = useView();
  const open = useScreen(isSideOpen);
  const offered = useDoc((doc) => house.side?.offered(doc) ?? false);
  return open && offered && !narrow && view.id !== house.side?.view ? house.side : undefined;
}
