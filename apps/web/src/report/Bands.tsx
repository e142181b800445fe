import { momentBy, type Story } from '@counterpoint/shared';
import { ReferenceArea, type LabelProps } from 'recharts';

/** A phase of a debate, in ms since 1970. */
export interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** When each phase ran; what has not ended runs to the last moment. */
export function bandsOf(story: Story): Band[] {
  const atOf = (version: number): number => story.moments[momentBy(story, 'version', version)]?.at ?? 0;
  const end = story.moments.at(-1)?.at ?? 0;
  return story.phases
    .map(({ name, version, until }) => ({
      name,
      from: atOf(version),
      to: until === null ? end : atOf(until),
    })) // prettier-ignore
    .filter(({ from, to }) => from < to);
}

export const bandAt = (bands: readonly Band[], at: number): string =>
  bands.find(({ from, to }) => from <= at && at < to)?.name ?? '';

/** Room over a plot for the names of bands, in px. */
export const OVER = 22;
/** As wide as one character may be, in px. */
const CHARACTER = 12.5;

interface BandsProps {
  bands: readonly Band[];
  from: number;
  to: number;
}

/** Phases behind a plot over time, every other one tinted, each with its name over it, as far as there is room. */
export function Bands({ bands, from, to }: BandsProps) {
  return bands
    .map((band) => ({ ...band, from: Math.max(band.from, from), to: Math.min(band.to, to) }))
    .filter((band) => band.from < band.to)
    .map((band, i) => (
      <ReferenceArea
        key={`${band.from} ${band.name}`}
        x1={band.from}
        x2={band.to}
        fill={i % 2 === 0 ? 'var(--line)' : 'none'}
        fillOpacity={0.45}
        label={(props: LabelProps) => nameOver(props, band.name)}
      />
    ));
}

function nameOver({ viewBox }: LabelProps, name: string) {
  if (!viewBox || !('width' in viewBox)) return <g />;
  const { x, y, width } = viewBox;
  const fits = Math.floor(width / CHARACTER);
  const characters = [...name];
  if (fits < Math.min(2, characters.length)) return <g />;
  const told = characters.length <= fits ? name : `${characters.slice(0, fits - 1).join('')}…`;
  return (
    <text x={x + width / 2} y={y - 8} textAnchor="middle" className="report-label">
      {told}
    </text>
  );
}
