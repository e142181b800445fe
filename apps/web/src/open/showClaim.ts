import { lineage, type ArgumentMap, type Id } from '@counterpoint/shared';
import { useOpenMap } from './openMap.ts';
import type { ScreenStore } from './screenStore.ts';

/** Selects a claim and brings it into sight: what hides it opens, the rest stays as it is. */
export function showClaim(screen: ScreenStore, view: ArgumentMap, id: Id): void {
  const { folded, foldAll, focus, focusOn, goTo } = screen.getState();
  const above = [...lineage(view, view.references.get(id)?.argument ?? id)]
    .map((node) => node.value.id)
    .filter((one) => one !== id);
  if (above.some((one) => folded.has(one))) foldAll([...folded].filter((one) => !above.includes(one)));
  if (focus !== null && focus !== id && !above.includes(focus)) focusOn(null);
  goTo(id);
}

/** The same, for whatever leads to a claim when it is pressed. */
export function useShowClaim(): (id: Id) => void {
  const { screen, doc } = useOpenMap();
  return (id) => showClaim(screen, doc.getState().view, id);
}
