import { startTransition, useEffect, useState } from 'react';

/** How many of so many heavy parts are drawn by now: one more each time that the page had its turn, for what people do meanwhile. */
export function useInTurn(parts: number): number {
  const [drawn, setDrawn] = useState(1);
  useEffect(() => {
    if (drawn >= parts) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + 1)));
    return () => clearTimeout(timer);
  }, [drawn, parts]);
  return Math.min(drawn, parts);
}
