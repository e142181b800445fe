import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { fetchAhead } from './fetched.ts';

/** Once nothing is waited for, fetches what may be shown next, in this order: it then opens at once, offline too. Draws nothing. */
export function FetchedAhead({ all }: { all: () => readonly (() => Promise<unknown>)[] }) {
  const isQuiet = useIsFetching() === 0;
  const now = useEffectEvent(all);
  useEffect(() => (isQuiet && !savesData() ? fetchAhead(now()) : undefined), [isQuiet]);
  return null;
}

/** Whoever asked the browser to save data has what they open, in the letters of the device (wicg.github.io/savedata; Chromium alone tells). */
const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
