import { figure } from '../open/strengthStore.ts';

/** What is added or taken, "+0.15" or "-0.11"; "0.00" for less than shows. */
export function signed(change: number): string {
  const text = figure(Math.abs(change));
  return text === figure(0) ? text : (change > 0 ? '+' : '-') + text;
}

export const shows = (change: number): boolean => signed(change) !== figure(0);
