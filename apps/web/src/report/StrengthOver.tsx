import { howIn, type ArgumentMap, type Shown } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { memo, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Log } from '../open/fetchLog.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { short } from '../ui/short.ts';
import { useNarrow } from '../ui/useNarrow.ts';
import { bandAt, Bands, bandsOf, OVER } from './Bands.tsx';
import { axisOf, thinned, twoPlaces } from './figures.ts';
import { RELATION_SIGNS, relationColour } from './looks.ts';
import { Plot } from './Plot.tsx';
import { apart, LINE_DASHES, strengthLines, strengthPoints, valueOf, type StrengthLine, type StrengthPoint } from './strengthLines.ts'; // prettier-ignore

const HEIGHT = 250;
/** Of the axis of time. */
const UNDER = 30;
const NAME = 15;
const MOST_ROWS = 12;
/** What is kept free for names at the ends, in px, and how many Han characters go there. */
const ENDS = { wide: { room: 250, characters: 15 }, narrow: { room: 124, characters: 4 } };

const HAN = /\p{Script=Han}/u;

/** [S-19] [G13] How strong the thesis and its largest branches were, over time; where the map shows strengths. */
export const StrengthOver = memo(function StrengthOver({ map, log }: { map: ArgumentMap; log: Log }) {
  const { t } = useTranslation('report');
  const { id } = useOpenMap();
  const viewer = useDoc(({ participant }) => participant);
  const how = howIn(map.info);
  const lines = useMemo(() => strengthLines(log.past.at(log.past.version)), [log]);
  const { data } = useQuery({
    queryKey: ['strength-over', id, log.past.version, viewer, how?.method],
    queryFn: () => (how ? strengthPoints(log, lines, { how, viewer }) : []),
    staleTime: Infinity,
    gcTime: 0,
  });
  const points = useDeferredValue(data);
  const [first, last] = [points?.[0], points?.at(-1)];
  if (!how || !points || !first || !last || first.at === last.at) return null;
  const names = lines.map((line) => map.claims.get(line.id)?.text ?? '');
  const bands = bandsOf(log.story);
  const { told } = axisOf(first.at, last.at);
  const word = (shown: Shown | undefined): string =>
    shown?.kind === 'settled' ? twoPlaces(shown.value) : shown ? t(`strength.${shown.kind}`) : '';
  return (
    <Plot
      title={titleOf(t, lines, points)}
      about={t('strength.about')}
      isWide
      figures={{
        head: [t('growth.time'), ...(bands.length > 0 ? [t('phase')] : []), ...names.map((name) => short(name, 24))], // prettier-ignore
        rows: thinned(points, MOST_ROWS).map(({ at, shown }) => [told(at), ...(bands.length > 0 ? [bandAt(bands, at)] : []), ...shown.map(word)]), // prettier-ignore
      }}
    >
      <Lines {...{ lines, points, names, bands }} />
    </Plot>
  );
});

function titleOf(
  t: TFunction<'report'>,
  lines: readonly StrengthLine[],
  points: readonly StrengthPoint[],
): string {
  const values = points.flatMap(({ shown: [thesis] }) => valueOf(thesis) ?? []);
  const [first, last] = [values[0], values.at(-1)];
  if (lines[1]?.relation === 'thesis' || first === undefined || last === undefined)
    return t('strength.title');
  const [from, to] = [twoPlaces(first), twoPlaces(last)];
  return t(from === to ? 'strength.same' : first < last ? 'strength.rose' : 'strength.fell', { from, to });
}

interface LinesProps {
  lines: readonly StrengthLine[];
  points: readonly StrengthPoint[];
  names: readonly string[];
  bands: ReturnType<typeof bandsOf>;
}

function Lines({ lines, points, names, bands }: LinesProps) {
  const { room, characters } = ENDS[useNarrow() ? 'narrow' : 'wide'];
  const [from, to] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const { ticks, told } = axisOf(from, to);
  const over = bands.length > 0 ? OVER : 10;
  const height = HEIGHT - over - UNDER;
  const ends = lines.map((_, i) => points.findLastIndex(({ shown }) => valueOf(shown[i]) !== null));
  const values = lines.map((_, i) => valueOf(points[ends[i] ?? -1]?.shown[i]) ?? 0);
  const places = lines.map((_, i) => {
    const beside = lines.flatMap((_line, other) => (ends[other] === ends[i] ? [other] : []));
    return (
      apart(
        beside.map((one) => values[one] ?? 0),
        NAME / height,
      )[beside.indexOf(i)] ?? 0
    );
  });
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart
        accessibilityLayer={false}
        data={points.map(({ at, shown }) => ({ at, values: shown.map(valueOf) }))}
        margin={{ left: -18, right: room, top: over, bottom: 0 }}
      >
        <Bands bands={bands} from={from} to={to} />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={told}
          ticks={ticks}
          height={UNDER}
          stroke="var(--ink-3)"
          fontSize={12}
          tickLine={false} /* prettier-ignore */
        />
        <YAxis
          domain={[0, 1]}
          ticks={[0, 0.5, 1]}
          stroke="var(--ink-3)"
          fontSize={12}
          axisLine={false}
          tickLine={false} /* prettier-ignore */
        />
        {lines.map(({ id, relation }, i) => (
          <Line
            key={id}
            dataKey={`values.${i}`}
            type="stepAfter"
            stroke={relationColour(relation)}
            strokeWidth={i === 0 ? 2.5 : 1.75}
            strokeDasharray={LINE_DASHES[i]}
            dot={false}
            isAnimationActive={false}
            label={endName({
              end: ends[i] ?? -1,
              shift: ((values[i] ?? 0) - (places[i] ?? 0)) * height,
              name: `${RELATION_SIGNS[relation]} ${short(names[i] ?? '', HAN.test(names[i] ?? '') ? characters : 2 * characters)} ${twoPlaces(values[i] ?? 0)}`, // prettier-ignore
              relation,
            })}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

interface At {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly index?: number;
}

/** The name at the end of its line; `shift` moves it from where it would meet another. */
function endName({
  end,
  shift,
  name,
  relation,
}: {
  end: number;
  shift: number;
  name: string;
  relation: StrengthLine['relation'];
}) {
  return function EndName({ x = 0, y = 0, index }: At) {
    if (index !== end) return <g />;
    return (
      <text
        x={Number(x) + 6}
        y={Number(y) + shift}
        dy="0.35em"
        fill={relationColour(relation)}
        className="report-label" /* prettier-ignore */
      >
        {name}
      </text>
    );
  };
}
