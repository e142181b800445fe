import { useSyncExternalStore } from 'react';
import { isNarrow, phone } from './isNarrow.ts';

export const useNarrow = (): boolean =>
  useSyncExternalStore((listener) => {
    const query = phone();
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, isNarrow);
