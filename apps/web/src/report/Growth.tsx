import { growthOf, type ArgumentMap, type Grown } from '@counterpoint/shared';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Log } from '../open/fetchLog.ts';
import { bandAt, Bands, bandsOf, OVER } from './Bands.tsx';
import { axisOf, thinned } from './figures.ts';
import { RELATION_DASHES, relationColour } from './looks.ts';
import { Plot } from './Plot.tsx';

const LINES = ['support', 'rebut', 'undercut'] as const;
/** Of a long debate a line shows no more points than these, and the table no more rows than that. */
const MOST_POINTS = 150;
const MOST_ROWS = 12;

interface GrowthProps {
  map: ArgumentMap;
  /** It tells which phase of a debate ran when; not yet there, or not needed. */
  log: Log | undefined;
}

/** [S-19] How many claims for, against and aimed at a step stood in the map, over time. */
export const Growth = memo(function Growth({ map, log }: GrowthProps) {
  const { t } = useTranslation('report');
  const { t: words } = useTranslation('relation');
  const grown = useMemo(() => growthOf(map), [map]);
  const [first, last] = [grown[0], grown.at(-1)];
  if (!first || !last || first.at === last.at) return null;
  const { ticks, told } = axisOf(first.at, last.at);
  const bands = log ? bandsOf(log.story) : [];
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
        head: [t('growth.time'), ...(bands.length > 0 ? [t('phase')] : []), ...LINES.map(name)],
        rows: thinned(grown, MOST_ROWS).map((step) => [told(step.at), ...(bands.length > 0 ? [bandAt(bands, step.at)] : []), ...LINES.map((one) => step[one])]), // prettier-ignore
      }}
    >
      <ResponsiveContainer width="100%" height={210}>
        <LineChart
          accessibilityLayer={false}
          data={thinned(grown, MOST_POINTS)}
          margin={{ left: -18, right: 92, top: bands.length > 0 ? OVER : 10, bottom: 0 }}
        >
          <Bands bands={bands} from={first.at} to={last.at} />
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
});

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
