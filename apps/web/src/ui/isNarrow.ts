export const phone = (): MediaQueryList => matchMedia('(max-width: 720px)');

/** Whether there is room for one thing at a time only. */
export const isNarrow = (): boolean => phone().matches;
