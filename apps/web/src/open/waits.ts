// How long proposals wait for a verdict.
import { isDecidedOn, type ArgumentMap } from '@counterpoint/shared';
import { interfaceLanguage } from '../i18n/i18n.ts';

/** [M-16] The median time from a proposal to its verdict, in ms; null before there was any. */
export function medianWait(view: ArgumentMap): number | null {
  const waits = [...view.proposals.values()]
    .flatMap((one) => (one.decided && isDecidedOn(one) ? [one.decided.at - one.at] : []))
    .sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)] ?? null;
}

const MINUTE = 60_000;

/** "3.5 minutes", "20 seconds" */
export const inWait = (ms: number): string =>
  new Intl.NumberFormat(interfaceLanguage(), {
    style: 'unit',
    unit: ms < MINUTE ? 'second' : 'minute',
    unitDisplay: 'long',
    maximumFractionDigits: ms < MINUTE || ms >= 10 * MINUTE ? 0 : 1,
  }).format(ms < MINUTE ? Math.max(1, ms / 1_000) : ms / MINUTE);
