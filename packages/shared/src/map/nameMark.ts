/** Stands between a name and the number that tells it apart (namesApart.ts); no name has one within: see `PersonName`. */
export const MARK = '\u00a0';

/** A name without such numbers, those too that somebody gave themselves. */
export const unmarked = (name: string): string => name.replace(/(\s[\u2080-\u2089]+)+$/, '');
