import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * In how many steps things give way in a bar, so that the rest has room: 0 where all has, at most `most`. What stands in a bar depends
 * on the map, the role and the language, so that no width of the screen tells. What gave way comes back when the bar is wider, and not
 * with each word in it that is shorter, or things would jump.
 */
export function useTight(most: number): {
  readonly bar: RefObject<HTMLElement | null>;
  readonly tight: number;
} {
  const bar = useRef<HTMLElement>(null);
  const width = useRef(0);
  const [tight, setTight] = useState(0);
  useLayoutEffect(() => {
    const box = bar.current;
    if (!box) return;
    const look = (): void => {
      const isWider = box.clientWidth > width.current;
      width.current = box.clientWidth;
      if (isWider && tight > 0) setTight(0);
      else if (box.scrollWidth > box.clientWidth && tight < most) setTight(tight + 1);
    };
    const resized = new ResizeObserver(look);
    const lookAtAll = (): void => {
      for (const one of [box, ...box.children]) resized.observe(one);
      look();
    };
    lookAtAll();
    const filled = new MutationObserver(lookAtAll);
    filled.observe(box, { childList: true });
    return () => {
      resized.disconnect();
      filled.disconnect();
    };
  }, [tight, most]);
  return { bar, tight };
}
