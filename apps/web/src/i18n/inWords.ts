import { unmarked } from '@counterpoint/shared';
import i18next from 'i18next';
import { interfaceLanguage } from './i18n.ts';
import { LANGUAGES } from './languages.ts';

const STEPS = [
  { unit: 'minute', ms: 60_000, most: 60 },
  { unit: 'hour', ms: 3_600_000, most: 24 },
  { unit: 'day', ms: 86_400_000, most: 7 },
] as const;

/** "3 minutes ago"; a date once it is more than a week. `at` is in ms since 1970. */
export function timeAgo(at: number, now = Date.now()): string {
  const language = htmlLanguage();
  const passed = Math.max(0, now - at);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (passed < 60_000) return i18next.t('justNow', { ns: 'common' });
  const step = STEPS.find(({ ms, most }) => passed < ms * most);
  return step ? spaced(relative.format(-Math.floor(passed / step.ms), step.unit)) : day(at);
}

/** A gap between figures and Chinese characters, as everywhere in the interface: "3 分钟前". */
const spaced = (text: string): string =>
  text.replace(/(?<=\d)(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\d)/gu, ' ');

/** "today", "yesterday", "3 days ago": of what is kept by the day. */
export function daysAgo(at: number, now = Date.now()): string {
  const days = Math.floor(Math.max(0, now - at) / 86_400_000);
  return days > 30
    ? day(at, now)
    : spaced(new Intl.RelativeTimeFormat(htmlLanguage(), { numeric: 'auto' }).format(-days, 'day'));
}

/** "3 days", "2 hours"; in the largest unit that it fills. */
export function lasting(ms: number): string {
  const { unit, ms: one } = [...STEPS].reverse().find((step) => ms >= step.ms) ?? STEPS[0];
  const number = new Intl.NumberFormat(htmlLanguage(), { style: 'unit', unit, unitDisplay: 'long' });
  return spaced(number.format(Math.max(1, Math.floor(ms / one))));
}

/** "23 November" or "11 月 23 日", with the year when it is another one. */
export function day(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : 'numeric';
  return spaced(new Intl.DateTimeFormat(htmlLanguage(), { month: 'long', day: 'numeric', year }).format(at));
}

/** "29 Nov, 13:05", with the year when it is another one. */
export function clockTime(at: number, now = Date.now()): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const year = sameYear ? undefined : 'numeric';
  return spaced(new Intl.DateTimeFormat(htmlLanguage(), { year, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)); // prettier-ignore
}

/** Date and time in full, with the time zone, for a title or a history. */
export const moment = (at: number): string =>
  new Intl.DateTimeFormat(htmlLanguage(), { dateStyle: 'medium', timeStyle: 'long' }).format(at);

/** Compares names as people of the interface's language sort them. */
export const byName = (one: { name: string }, other: { name: string }): number =>
  new Intl.Collator(htmlLanguage(), { numeric: true }).compare(one.name, other.name);

/** "a, b and c" */
export const listed = (parts: readonly string[]): string => new Intl.ListFormat(htmlLanguage()).format(parts);

const MOST_NAMED = 3;

/** Z-17: whose name this one could be taken for; null where it is like no other. */
export function looksLike(name: string, others: readonly { readonly name: string }[]): string | null {
  if (others.length === 0) return null;
  const names = [...new Set(others.map((other) => other.name))].filter(
    (other) => unmarked(other) !== unmarked(name),
  );
  return names.length === 0
    ? i18next.t('sameName', { ns: 'common' })
    : i18next.t('looksLike', { ns: 'common', names: listed(names.slice(0, MOST_NAMED)) });
}

const htmlLanguage = (): string => LANGUAGES.find(({ value }) => value === interfaceLanguage())?.html ?? 'en';
