/** A strength as people read it, "0.65"; never in hundredths, which look like a measured chance. */
export const figure = (value: number): string => value.toFixed(2);

/** What is added or taken, "+0.15" or "-0.11"; "0.00" for less than shows. */
export function signed(change: number): string {
  const text = figure(Math.abs(change));
  return text === figure(0) ? text : (change > 0 ? '+' : '-') + text;
}

export const shows = (change: number): boolean => signed(change) !== figure(0);
