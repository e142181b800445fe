import { useEffect } from 'react';
import { statusNow } from '../open/mapStore.ts';
import { useDoc } from '../open/openMap.ts';
import { tellLine } from '../ui/line.ts';

/** Tells whoever fetches what else the page needs whether the server can be reached. */
export function useLine(): void {
  const status = useDoc(statusNow);
  useEffect(() => {
    if (status === 'offline') tellLine(true);
    if (status === 'live') tellLine(false);
  }, [status]);
  useEffect(() => () => tellLine(false), []);
}
