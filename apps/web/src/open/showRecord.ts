import type { Id } from '@counterpoint/shared';
import { isNarrow } from '../ui/isNarrow.ts';
import type { ScreenStore } from './screenStore.ts';

/** The record of one claim; where there is room for one thing only, in place of what led there. */
export function showRecordOf(screen: ScreenStore, claim: Id): void {
  const { showRecord, openPanel } = screen.getState();
  if (isNarrow()) openPanel(false);
  showRecord(claim);
}
