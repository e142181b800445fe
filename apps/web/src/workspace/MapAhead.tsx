import { useHouse } from '../open/house.ts';
import { useDoc } from '../open/openMap.ts';
import { fetched, type Load } from '../ui/fetched.ts';
import { FetchedAhead } from '../ui/FetchedAhead.tsx';
import { fetchFonts } from '../ui/fonts.ts';

/** Stands with the view that is shown: all that can be shown besides, while the server answers; see reload.ts. */
export function MapAhead() {
  const { sides, panes, views, onClaim, counts, dialogs, whileWriting } = useHouse();
  const isReached = useDoc(({ current }) => current);
  const loads = [
    ...(whileWriting ? [whileWriting] : []),
    ...[...sides, ...panes, ...views, ...onClaim].map(({ load }) => load),
    counts,
    ...Object.values(dialogs), // the palette brings every language along
  ];
  if (!isReached) return null;
  return (
    <FetchedAhead all={() => [fetchFonts, ...loads.map((load) => () => fetched(load as Load<never>))]} />
  );
}
