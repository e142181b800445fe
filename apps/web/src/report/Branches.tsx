import type { ArgumentMap, Id } from '@counterpoint/shared';
import { memo, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponsiveContainer, SunburstChart, Tooltip, type SunburstData } from 'recharts';
import { useOpenMap } from '../open/openMap.ts';
import { showClaim } from '../open/showClaim.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { short } from '../ui/short.ts';
import { branchesOf, type Branch } from './branches.ts';
import { RELATION_SIGNS, relationColour } from './looks.ts';

/** Rings that can still be told apart, and branches that are listed beside them. */
const RINGS = 4;
const LISTED = 8;
/** Degrees that a sign needs. */
const NARROWEST = 9;

/** The whole map at a glance: where much was said and where little; pressing a part goes there. */
export const Branches = memo(function Branches({ map }: { map: ArgumentMap }) {
  const { t } = useTranslation('report');
  const id = useId();
  const go = useGoToMap();
  const theses = useMemo(() => branchesOf(map), [map]);
  const all = theses.reduce((sum, { count }) => sum + count, 0);
  if (all < 3) return null;
  const data = { name: '', value: all, children: theses.map((one) => ringOf(one, RINGS)) };
  const listed = theses
    .flatMap(({ branches }) => branches)
    .sort((a, b) => b.count - a.count)
    .slice(0, LISTED);
  return (
    <section className="report-card report-branches" aria-labelledby={id}>
      <h3 id={id}>{t('branches.title', { count: all })}</h3>
      <p className="report-about">{t('branches.about')}</p>
      <div>
        <div aria-hidden="true" className="report-rings">
          <ResponsiveContainer width="100%" height={230}>
            <SunburstChart
              data={data}
              innerRadius={18}
              padding={1}
              ringPadding={1}
              stroke="var(--surface)"
              label={{ dataKey: 'sign', content: signLabel }}
              onClick={({ id: to }) => go(to as Id)}
            >
              <Tooltip cursor={false} content={toldOf} />
            </SunburstChart>
          </ResponsiveContainer>
        </div>
        <ol>
          {listed.map(({ id: branch, claim, relation, count }) => (
            <li key={branch} data-relation={relation}>
              <RelationSign relation={relation} />
              <button type="button" lang={claim.language} onClick={() => go(branch)}>
                {claim.text}
              </button>
              <span>{count}</span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
});

function useGoToMap(): (id: Id) => void {
  const { screen, doc } = useOpenMap();
  return (id) => {
    screen.getState().show('map');
    showClaim(screen, doc.getState().view, id);
  };
}

/** A part is as strong in colour as it is near the middle. */
function ringOf({ id, claim, relation, count, branches }: Branch, rings: number): SunburstData {
  const share = 35 + (65 * rings) / RINGS;
  return {
    id,
    sign: RELATION_SIGNS[relation],
    name: short(claim.text, 60),
    value: count,
    fill: `color-mix(in oklab, ${relationColour(relation)} ${share}%, var(--surface))`,
    ...(rings > 1 && branches.length > 0 ? { children: branches.map((one) => ringOf(one, rings - 1)) } : {}),
  };
}

interface SectorLabel {
  readonly viewBox?: unknown;
  readonly value?: unknown;
}

/** The sign of its relation, where there is room: no part is told by colour alone. */
function signLabel({ viewBox, value }: SectorLabel) {
  const { cx, cy, innerRadius, outerRadius, startAngle, endAngle } = viewBox as Record<string, number>;
  const [from = 0, to = 0] = [startAngle, endAngle];
  if (typeof value !== 'string' || Math.abs(to - from) < NARROWEST) return null;
  const [angle, radius] = [
    (-(from + to) / 2) * (Math.PI / 180),
    ((innerRadius ?? 0) + (outerRadius ?? 0)) / 2,
  ];
  return (
    <text
      x={(cx ?? 0) + radius * Math.cos(angle)}
      y={(cy ?? 0) + radius * Math.sin(angle)}
      dy="0.35em"
      textAnchor="middle"
      className="report-sign"
    >
      {value}
    </text>
  );
}

interface Told {
  readonly payload?: readonly { readonly payload?: unknown }[];
}

function toldOf({ payload }: Told) {
  const { name, value } = (payload?.[0]?.payload ?? {}) as Partial<SunburstData>;
  return name === undefined ? null : (
    <p className="report-tooltip">
      {name} <b>{value}</b>
    </p>
  );
}
