// How long proposals wait for a verdict.
import type { ArgumentMap } from '@counterpoint/shared';
import { interfaceLanguage } from '../i18n/i18n.ts';

/** [M-16] The median time from a proposal to its verdict, in ms; null before there was any. */
export function medianWait(view: ArgumentMap): number | null {
  const waits = [...view.proposals.values()]
    .flatMap(({ at, decided, state }) => (decided && state !== 'withdrawn' ? [decided.at - at] : []))
    .sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)] ?? null;
}

/** "3.5 minutes" */
export const inMinutes = (ms: number): string =>
  new Intl.NumberFormat(interfaceLanguage(), {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: ms < 600_000 ? 1 : 0,
  }).format(ms / 60_000);
