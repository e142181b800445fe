// From a claim to its passage: which, and where on the screen.
import type { Quotation } from '@counterpoint/shared';
import { isNarrow } from '../ui/isNarrow.ts';
import { SOURCE_VIEW } from './links.ts';
import type { Picked } from './picked.ts';
import type { ScreenState, ScreenStore } from './screenStore.ts';

/** Where a quotation is read now: in the edition that it was followed into, or else in its own. */
export function passageOf({ edition, start, end, stands }: Quotation): Omit<Picked, 'exact'> {
  const isThere = stands && ['exact', 'moved', 'typographic'].includes(stands.status);
  return isThere
    ? { edition: stands.edition, start: stands.start, end: stands.end }
    : { edition, start, end };
}

/** From this width on the column of the text stands beside the map until one closes it. */
const ROOM_PX = 1500;
export const isSideOpen = ({ sideOpen }: Pick<ScreenState, 'sideOpen'>): boolean => sideOpen ?? innerWidth >= ROOM_PX; // prettier-ignore

/** Brings a passage into sight: beside the map, or where there is no room for both in its place. */
export function showPassage(screen: ScreenStore, { edition, start, end }: Omit<Picked, 'exact'>): void {
  const { read, show, openSide, openPanel, view, compared } = screen.getState();
  if (view === SOURCE_VIEW && compared === edition) {
    screen.getState().compare(edition, { start, end });
    return;
  }
  read(edition, { start, end });
  if (view === SOURCE_VIEW) return;
  if (!isNarrow()) {
    openSide(true, SOURCE_VIEW);
    return;
  }
  openPanel(false);
  show(SOURCE_VIEW);
}

/** An earlier edition beside the one that is read, where there is room for both. */
export function showBeside(screen: ScreenStore, { edition, start, end }: Omit<Picked, 'exact'>): void {
  const { compare, view } = screen.getState();
  if (view === SOURCE_VIEW && !isNarrow()) compare(edition, { start, end });
  else showPassage(screen, { edition, start, end });
}
