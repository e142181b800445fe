export const PHONE = '(max-width: 720px)';

/** Whether there is room for one thing at a time only. */
export const isNarrow = (): boolean => matchMedia(PHONE).matches;
