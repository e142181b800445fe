import { useMedia } from './useMedia.ts';

/** Whether there is room for wide cards: by the screen, not by what a pane leaves of it, or cards would change with each pane. */
export const useWide = (): boolean => useMedia('(min-width: 1200px)');
