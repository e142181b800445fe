import type { Contribution, Explanation, Id } from '@counterpoint/shared';
import i18next from 'i18next';
import { listed } from '../i18n/inWords.ts';
import { short } from '../ui/short.ts';
import { figure } from '../open/strengthStore.ts';
import { shows, signed } from './figures.ts';

/** What an argument says: the words of its premises. */
export type Titles = (argument: Id) => string;

/** [E-07] Why a claim is as strong as it is, one whole sentence after the other, for somebody who knows no formula. */
export function whyWords(explanation: Explanation, titles: Titles): string[] {
  const t = i18next.getFixedT(null, 'strength');
  const { strength, base, votes, contributions } = explanation;
  const start =
    votes === 0 ? t('unvoted', { base: figure(base) }) : t('start', { base: figure(base), count: votes });
  if (strength.kind === 'unsettled') return [t('unsettled'), start, t('counted')];
  const level = t(`level.${levelOf(strength.value)}`, { value: figure(strength.value) });
  if (contributions.length === 0) return [level, start, t('quiet'), t('counted')];
  const [helps, hits] = [named(explanation.helps, titles), named(explanation.hits, titles)];
  const told = [...ranked('help', helps), ...ranked('hit', hits)];
  return [level, start, ...(told.length > 0 ? [...told, t('apart')] : [t('faint')]), ...turns(explanation, titles), t('counted')]; // prettier-ignore
}

const LEVELS = ['hardly', 'weakly', 'open', 'fairly', 'firmly'] as const;

/** By what is shown: nobody wonders why two that read 0.60 stand differently. */
const levelOf = (value: number): (typeof LEVELS)[number] =>
  LEVELS[Math.min(LEVELS.length - 1, Math.floor(Number(figure(value)) * LEVELS.length + 1e-9))] ?? 'open';

function named(contributions: readonly Contribution[], titles: Titles): string[] {
  const t = i18next.getFixedT(null, 'strength');
  return contributions
    .filter(({ change }) => shows(change))
    .map(({ argument, change }) => t('argument', { text: short(titles(argument)), change: signed(change) }));
}

function ranked(what: 'help' | 'hit', [first, ...others]: readonly string[]): string[] {
  const t = i18next.getFixedT(null, 'strength');
  if (first === undefined) return [];
  const most = t(what, { argument: first });
  return others.length === 0 ? [most] : [most, t(`${what}More`, { others: listed(others) })];
}

function turns({ strength, rise, fall }: Explanation, titles: Titles): string[] {
  const t = i18next.getFixedT(null, 'strength');
  const now = strength.kind === 'settled' ? strength.value : NaN;
  return (['rise', 'fall'] as const).flatMap((way) => {
    const turn = way === 'rise' ? rise : fall;
    return turn && shows(turn.to - now)
      ? [t(way, { text: short(titles(turn.argument)), to: figure(turn.to) })]
      : [];
  });
}
