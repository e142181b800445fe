import type { Story } from '@counterpoint/shared';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationSign } from '../relation/Relation.tsx';

/** Heights of the ticks above the line and beneath it, in px; the line lies between. */
const ABOVE = { from: 4, to: 20 };
const BELOW = { from: 32, to: 46 };
const LEAN = 8;

const MOVES = ['support', 'rebut', 'undercut'] as const;
type Move = (typeof MOVES)[number];

/** Each move as a tick: a support above the line, a rebuttal upright beneath it, an undercut leaning. */
export const Ticks = memo(function Ticks({ story }: { story: Story }) {
  const { t } = useTranslation('relation');
  const box = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const resized = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    resized.observe(box.current);
    return () => resized.disconnect();
  }, []);
  const paths = useMemo(() => MOVES.map((move) => pathOf(story, move, width)), [story, width]);
  return (
    <>
      <div className="replay-moves" aria-hidden="true">
        <span data-relation="support">
          <RelationSign relation="support" /> {t('support')}
        </span>
        <span data-relation="rebut">
          <RelationSign relation="rebut" /> {t('rebut')}
        </span>
        <span data-relation="undercut">
          <RelationSign relation="undercut" /> {t('undercut')}
        </span>
      </div>
      <svg ref={box} className="replay-ticks" aria-hidden="true">
        {MOVES.map((move, i) => (
          <path key={move} d={paths[i]} data-relation={move} />
        ))}
      </svg>
    </>
  );
});

/** One path for all of a kind: thousands of elements would cost each picture. Those on one pixel are one. */
function pathOf({ moments, length }: Story, move: Move, width: number): string {
  const at = new Set<number>();
  for (const { from, brought } of moments)
    if (brought.includes(move)) at.add(Math.round(length === 0 ? 0 : (from / length) * width));
  const { from, to } = move === 'support' ? ABOVE : BELOW;
  const lean = move === 'undercut' ? LEAN : 0;
  return [...at].map((x) => `M${x + lean / 2} ${from}L${x - lean / 2} ${to}`).join('');
}
