import type { ScreenStore } from './screenStore.ts';

/** After a menu or a dialog: what they opened has taken the focus by then; if nothing did, it goes back to what is selected. */
export function backToView(screen: ScreenStore): void {
  setTimeout(() => {
    if (document.activeElement === document.body) screen.getState().hands?.focus();
  }, 50);
}
