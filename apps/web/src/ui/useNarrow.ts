import { useSyncExternalStore } from 'react';

const phone = (): MediaQueryList => matchMedia('(max-width: 720px)');

export const isNarrow = (): boolean => phone().matches;

/** Whether there is room for one thing at a time only. */
export const useNarrow = (): boolean =>
  useSyncExternalStore((listener) => {
    const query = phone();
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, isNarrow);
