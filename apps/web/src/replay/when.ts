// Times of a replay, as they are read.
import type { Story } from '@counterpoint/shared';
import { clockTime } from '../i18n/inWords.ts';

const DAY = 86_400_000;

/** How long after the beginning, "21:08" or "1:21:08"; a date and a time where it all took longer than a day. */
export function whenIn({ moments }: Pick<Story, 'moments'>, at: number): string {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last || last.at - first.at > DAY) return clockTime(at);
  const seconds = Math.floor(Math.max(0, at - first.at) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
