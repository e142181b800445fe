import os from 'node:os';

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

/** Of some runs the one that cost the processor least, in ms: others may share the machine. */
export async function quickest(work: () => unknown, runs = 3): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < runs; run++) {
    global.gc?.();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

/** A row for a table: what, what it cost, and the bar; a cost above the bar fails the bench. */
export function barred(what: string, cost: number, bar: number): readonly string[] {
  const isMet = cost <= bar; // not of NaN
  if (!isMet) process.exitCode = 1;
  return [what, ms(cost), `at most ${ms(bar)}${isMet ? '' : ': missed'}`];
}

/** How many wanted the processor in the last minute: figures of a busy machine are worth little. */
export const load = (): string => `load ${(os.loadavg()[0] ?? NaN).toFixed(1)}`;
