// The loss report in words, for screens, files and the command line alike.
import { isRepair, type Loss } from './loss.ts';
import { LOSSES, REPAIRS } from './lossKinds.ts';

const WORDS = { ...LOSSES, ...REPAIRS };

/** "2 undercuts written as rebuttals"; without a full stop. */
export function lossWords({ kind, count }: Loss, language: string): string {
  const [one, several, chinese] = WORDS[kind];
  const words = /^zh\b/.test(language) ? chinese : count === 1 ? one : several;
  return words.replace('#', String(count));
}

/** The report as lines: first what was lost, then what was changed. Empty when there is nothing to say. */
export function reportLines(losses: readonly Loss[], language: string): string[] {
  const chinese = /^zh\b/.test(language);
  const heading = {
    lost: chinese ? '未能带上：' : 'Not included:',
    changed: chinese ? '有所改动：' : 'Changed:',
  };
  const section = (title: string, list: readonly Loss[]): string[] =>
    list.length === 0 ? [] : [title, ...list.map((loss) => `- ${lossWords(loss, language)}`)];
  return [
    ...section(
      heading.lost,
      losses.filter(({ kind }) => !isRepair(kind)),
    ),
    ...section(
      heading.changed,
      losses.filter(({ kind }) => isRepair(kind)),
    ),
  ];
}
