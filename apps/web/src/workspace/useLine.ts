import { useEffect } from 'react';
import { useDoc } from '../open/openMap.ts';
import { tellLine } from '../ui/line.ts';

/** Tells whoever fetches what else the page needs whether the server can be reached. */
export function useLine(): void {
  const status = useDoc(({ status, silent }) => (silent && status === 'live' ? 'offline' : status));
  useEffect(() => {
    if (status === 'offline') tellLine(true);
    if (status === 'live') tellLine(false);
  }, [status]);
  useEffect(() => () => tellLine(false), []);
}
