/** The p-th percentile of unsorted figures, 0 to 1. */
export function percentile(figures: readonly number[], p: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
}

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

export const ms = (figure: number): string => `${figure.toFixed(figure < 10 ? 2 : 0)} ms`;

export const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} x`;

/** Prints rows in columns. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   '));
}
