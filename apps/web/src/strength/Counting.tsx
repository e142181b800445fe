import { useEffect } from 'react';
import { useOpenMap } from '../open/openMap.ts';
import { countStrengths } from './counting.ts';

/** Counts while it stands in the page, and draws nothing. */
export function Counting() {
  const { doc, strength } = useOpenMap();
  useEffect(() => countStrengths(doc, strength), [doc, strength]);
  return null;
}
