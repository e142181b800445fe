import { PHONE } from './isNarrow.ts';
import { useMedia } from './useMedia.ts';

export const useNarrow = (): boolean => useMedia(PHONE);
