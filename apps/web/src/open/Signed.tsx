import type { Id, Stamp } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { useDoc } from './openMap.ts';
import { useNow } from '../ui/useNow.ts';

/** Who, and when: lately in words, long ago by date; the exact time with its zone is in the tooltip (I-04). */
export function Signed({ stamp }: { stamp: Stamp }) {
  const name = useName(stamp.by);
  const now = useNow();
  const language = interfaceLanguage();
  const exact = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(stamp.at);
  return (
    <span className="signed">
      {name}
      <time dateTime={new Date(stamp.at).toISOString()} title={exact}>
        {whenOf(stamp.at, now, language)}
      </time>
    </span>
  );
}

/** Of whoever did something; the server has a name, too. */
export function useName(participant: Id | null): string {
  const { t } = useTranslation('claim');
  return useDoc(({ view }) => view.participants.get(participant ?? '')?.name) ?? t('nobody');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function whenOf(at: number, now: number, language: string): string {
  const ago = Math.max(0, now - at);
  if (ago >= 7 * DAY) return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(at);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (ago < MINUTE) return relative.format(0, 'second');
  if (ago < HOUR) return relative.format(-Math.floor(ago / MINUTE), 'minute');
  if (ago < DAY) return relative.format(-Math.floor(ago / HOUR), 'hour');
  return relative.format(-Math.floor(ago / DAY), 'day');
}
