import type { Id } from '@counterpoint/shared';
import { useStrengths } from './openMap.ts';
import { figure } from './strengthStore.ts';

/** The figure of a claim; null where it has none, or none is shown. */
export const useFigure = (claim: Id): string | null =>
  useStrengths((counted) => {
    const shown = counted?.shown(claim);
    return shown?.kind === 'settled' ? figure(shown.value) : null;
  });

/** [E-06] Whether it supports itself. */
export const useIsCircular = (claim: Id): boolean =>
  useStrengths((counted) => counted?.circular.has(claim) ?? false);
