// Lines over the map that are not needed at first: they wait until the map is there and nothing else is waited for.
import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useHouse } from '../open/house.ts';
import { useDoc } from '../open/openMap.ts';
import { Fetched } from '../ui/Fetched.tsx';

/** After the map is drawn, in ms. */
const PAUSE = 500;
const NOTHING = {};

export function LaterLines() {
  const { lines } = useHouse();
  const isQuiet = useIsFetching() === 0;
  const hasMap = useDoc(({ version }) => version !== null);
  const [isTime, setTime] = useState(false);
  useEffect(() => {
    if (isTime || !isQuiet || !hasMap) return undefined;
    const wait = setTimeout(() => setTime(true), PAUSE);
    return () => clearTimeout(wait);
  }, [isTime, isQuiet, hasMap]);
  return isTime ? lines.map((load, i) => <Fetched key={i} load={load} props={NOTHING} unasked />) : null;
}
