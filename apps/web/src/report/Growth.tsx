import { growthOf, type ArgumentMap, type Grown } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { axisOf } from './figures.ts';
import { RELATION_DASHES, relationColour } from './looks.ts';
import { Plot } from './Plot.tsx';

const LINES = ['support', 'rebut', 'undercut'] as const;
/** Of a long debate a line shows no more points than these, and the table no more rows than that. */
const MOST_POINTS = 400;
const MOST_ROWS = 12;

/** [S-19] How many claims for, against and aimed at a step stood in the map, over time. */
export function Growth({ map }: { map: ArgumentMap }) {
  const { t } = useTranslation('report');
  const { t: words } = useTranslation('relation');
  const grown = useMemo(() => growthOf(map), [map]);
  const [first, last] = [grown[0], grown.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const { ticks, told } = axisOf(first.at, last.at);
  const name = (one: (typeof LINES)[number]): string => words(one);
  return (
    <Plot
      title={t(
        last.rebut > last.support
          ? 'growth.against'
          : last.rebut === last.support
            ? 'growth.even'
            : 'growth.for',
      )}
      about={t('growth.about')}
      figures={{
        head: [t('growth.time'), ...LINES.map(name)],
        rows: thinned(grown, MOST_ROWS).map((step) => [told(step.at), ...LINES.map((one) => step[one])]),
      }}
    >
      <ResponsiveContainer width="100%" height={210}>
        <LineChart data={thinned(grown, MOST_POINTS)} margin={{ left: -18, right: 92, top: 10, bottom: 0 }}>
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={['dataMin', 'dataMax']}
            tickFormatter={told}
            ticks={ticks}
            stroke="var(--ink-3)"
            fontSize={12}
            tickLine={false}
          />
          <YAxis
            allowDecimals={false}
            stroke="var(--ink-3)"
            fontSize={12}
            axisLine={false}
            tickLine={false}
          />
          {LINES.map((one) => (
            <Line
              key={one}
              dataKey={one}
              type="stepAfter"
              stroke={relationColour(one)}
              strokeWidth={2}
              strokeDasharray={RELATION_DASHES[one]}
              dot={false}
              isAnimationActive={false}
              label={endLabel(thinned(grown, MOST_POINTS).length - 1, one, name(one), last)}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </Plot>
  );
}

interface At {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

/** The name at the end of its line; where lines end close to one another, the names stand apart. */
function endLabel(end: number, one: (typeof LINES)[number], name: string, last: Grown) {
  const order = [...LINES].sort((a, b) => last[b] - last[a]);
  return function EndLabel({ x = 0, y = 0, index }: At) {
    if (index !== end) return <g />;
    const crowded = order.filter(
      (other) => Math.abs(last[other] - last[one]) <= last[order[0] ?? one] * 0.08,
    );
    const shift = (crowded.indexOf(one) - (crowded.length - 1) / 2) * 15;
    return (
      <text
        x={Number(x) + 6}
        y={Number(y) + shift}
        dy="0.35em"
        fill={relationColour(one)}
        className="report-label"
      >
        {name} {last[one]}
      </text>
    );
  };
}

/** The last of each of so many equal stretches. */
function thinned(grown: readonly Grown[], most: number): Grown[] {
  if (grown.length <= most) return [...grown];
  const step = (grown.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => grown[Math.round(i * step)]).flatMap((one) => one ?? []);
}
