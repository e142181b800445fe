import { interfaceLanguage } from '../i18n/i18n.ts';

/** "1:05", "1:02:09": of ms. */
export function clockTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${seconds % 60}`.padStart(2, '0');
  return hours > 0 ? `${hours}:${`${minutes}`.padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** "88%" of a share, 0 to 1; nothing of null. */
export const percent = (share: number | null): string =>
  share === null ? '' : new Intl.NumberFormat(interfaceLanguage(), { style: 'percent' }).format(share);

export const twoPlaces = (figure: number): string =>
  new Intl.NumberFormat(interfaceLanguage(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(figure); // prettier-ignore

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Between ticks, of what people count in; at most so many of them. */
const STEPS = [1_000, 5_000, 15_000, 30_000, ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE), HOUR, 2 * HOUR, 6 * HOUR, DAY]; // prettier-ignore
const MOST_TICKS = 6;

interface Axis {
  readonly ticks: readonly number[];
  readonly told: (at: number) => string;
}

/** Round moments between two, and how they are told: a sitting in minutes and seconds from its beginning, what took days by date. */
export function axisOf(from: number, to: number): Axis {
  const step = STEPS.find((one) => (to - from) / one < MOST_TICKS) ?? Math.ceil((to - from) / MOST_TICKS / DAY) * DAY; // prettier-ignore
  const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
  if (step < 2 * HOUR) return { ticks, told: (at) => clockTime(at - from) };
  const day = new Intl.DateTimeFormat(interfaceLanguage(), step < DAY ? { month: 'numeric', day: 'numeric', hour: 'numeric' } : { month: 'numeric', day: 'numeric' }); // prettier-ignore
  return { ticks, told: (at) => day.format(at) };
}

/** So many at most, evenly chosen, the first and the last among them. */
export function thinned<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => all[Math.round(i * step)]).filter((one) => one !== undefined);
}
