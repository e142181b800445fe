import type { Stance } from '@counterpoint/shared';
import i18next from 'i18next';
import { listed } from '../i18n/inWords.ts';

/** [M-11] "1 rebuttal under it, and its words" */
export function stanceText({ support, rebut, wrote }: Stance): string {
  const t = i18next.getFixedT(null, 'review');
  return listed([
    ...(wrote ? [t('stance.wrote')] : []),
    ...(support > 0 ? [t('stance.support', { count: support })] : []),
    ...(rebut > 0 ? [t('stance.rebut', { count: rebut })] : []),
  ]);
}
