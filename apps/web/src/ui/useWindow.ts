// Draws only what is near the eye: of 10,000 rows some forty. Heights are guessed from the words; scroll anchoring takes up the rest.
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far beyond the edges rows are drawn, and how far one scrolls before they are looked at again. */
const BEYOND_PX = 700;
const STEP_PX = 200;

export interface Slice {
  readonly from: number;
  readonly to: number;
  /** Where each item begins, and behind the last where all end. */
  readonly tops: Float64Array;
}

/** `heightOf` guesses how high an item is where so much width is; `E` is what scrolls. */
export function useWindow<T, E extends HTMLElement>(
  items: readonly T[],
  heightOf: (item: T, width: number) => number,
) {
  const scroller = useRef<E>(null);
  const [shown, setShown] = useState({
    top: 0,
    height: window.innerHeight,
    width: Math.min(window.innerWidth, 900),
  });
  const [printing, setPrinting] = useState(false);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const top = Math.floor(element.scrollTop / STEP_PX) * STEP_PX;
      const { clientHeight: height, clientWidth: width } = element;
      setShown((now) => {
        if (height === 0 || (now.top === top && now.height === height && now.width === width)) return now;
        return { top, height, width };
      });
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    // Paper shows every row (U-17).
    const print = (on: boolean) => () => flushSync(() => setPrinting(on));
    const [before, after] = [print(true), print(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);

  const tops = useMemo(() => topsOf(items, shown.width, heightOf), [items, shown.width, heightOf]);
  const slice: Slice = printing
    ? { from: 0, to: items.length, tops }
    : {
        from: indexAt(tops, shown.top - BEYOND_PX),
        to: indexAt(tops, shown.top + shown.height + BEYOND_PX) + 1,
        tops,
      };
  return { scroller, slice: { ...slice, to: Math.min(slice.to, items.length) } };
}

/** Which of the items to draw, in order: those in sight, and those with a focus or a field wherever they are. */
export function drawn<T>(
  items: readonly T[],
  { from, to }: Pick<Slice, 'from' | 'to'>,
  kept: (item: T) => boolean,
): readonly number[] {
  const indexes: number[] = [];
  for (const [i, item] of items.entries()) if ((i >= from && i < to) || kept(item)) indexes.push(i);
  return indexes;
}

function topsOf<T>(
  items: readonly T[],
  width: number,
  heightOf: (item: T, width: number) => number,
): Float64Array {
  const tops = new Float64Array(items.length + 1);
  for (const [i, item] of items.entries()) tops[i + 1] = (tops[i] ?? 0) + heightOf(item, width);
  return tops;
}

/** The item that holds this height: the last one that begins at or above it. */
function indexAt(tops: Float64Array, y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
