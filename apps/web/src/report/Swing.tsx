import { ANSWERS, swingOf, type Compared } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Layer, ResponsiveContainer, Sankey, type SankeyLinkProps, type SankeyNodeProps } from 'recharts';
import { Plot } from './Plot.tsx';

/** As people read it from the top: for, undecided, against. */
const SHOWN = [2, 1, 0] as const;
const COLOURS = ['var(--side-2)', 'var(--ink-3)', 'var(--side-1)'];
const DASHES = ['6 3', '2 3', 'none'];

/** [S-17] Who changed their mind between two polls, and where they went. */
export function Swing({ compared: { flow, paired } }: { compared: Compared }) {
  const { t } = useTranslation('report');
  const { t: words } = useTranslation('voting');
  if (!flow) return null;
  const { before, after, switched } = swingOf(flow);
  const name = (place: number): string => words(`poll.${ANSWERS[place] ?? 'undecided'}`);
  const sides = [before, after].flatMap((counts, side) =>
    SHOWN.map((place) => ({ place, side, count: counts[ANSWERS[place]] })),
  );
  const nodes = sides.filter(({ count }) => count > 0);
  const at = (side: number, place: number): number =>
    nodes.findIndex((node) => node.side === side && node.place === place);
  const links = SHOWN.flatMap((from) =>
    SHOWN.map((to) => ({ source: at(0, from), target: at(1, to), value: flow[from]?.[to] ?? 0, from })),
  ).filter(({ value }) => value > 0);
  return (
    <Plot
      title={t('swing.title', { count: switched, all: paired })}
      about={t('swing.about')}
      figures={{
        head: [t('swing.from'), ...SHOWN.map(name)],
        rows: SHOWN.map((from) => [name(from), ...SHOWN.map((to) => flow[from]?.[to] ?? 0)]),
      }}
    >
      {links.length > 0 && (
        <ResponsiveContainer width="100%" height={210}>
          <Sankey
            accessibilityLayer={false}
            data={{ nodes: nodes.map((node) => ({ ...node, name: name(node.place) })), links }}
            sort={false}
            iterations={0}
            nodeWidth={8}
            nodePadding={16}
            margin={{ left: 92, right: 110, top: 8, bottom: 8 }}
            node={drawAnswer}
            link={drawFlow}
          />
        </ResponsiveContainer>
      )}
    </Plot>
  );
}

type Answer = {
  readonly place: number;
  readonly side: number;
  readonly count: number;
  readonly name: string;
};

function drawAnswer({ x, y, width, height, payload }: SankeyNodeProps) {
  const { place, side, count, name } = payload as unknown as Answer;
  const isLeft = side === 0;
  return (
    <Layer>
      <rect {...{ x, y, width, height }} rx={2} fill={COLOURS[place]} />
      <text
        x={isLeft ? x - 8 : x + width + 8}
        y={y + height / 2}
        dy="0.35em"
        textAnchor={isLeft ? 'end' : 'start'}
        className="report-label"
      >
        {name} {count}
      </text>
    </Layer>
  );
}

function drawFlow(props: SankeyLinkProps) {
  const { sourceX, targetX, sourceY, targetY, sourceControlX, targetControlX, linkWidth, payload } = props;
  const { from = 1 } = payload as unknown as { from?: number };
  const way = `M${sourceX},${sourceY} C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`;
  return (
    <Layer>
      <path d={way} fill="none" stroke={COLOURS[from]} strokeWidth={linkWidth} strokeOpacity={0.28} />
      <path d={way} fill="none" stroke={COLOURS[from]} strokeDasharray={DASHES[from]} />
      <text x={sourceX + 14} y={sourceY} dy="0.35em" className="report-label">
        {payload.value}
      </text>
    </Layer>
  );
}
