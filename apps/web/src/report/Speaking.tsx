import { sideNamed, sidesOf, type ArgumentMap, type PersonPart } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { SIGN_CHARACTERS, sideColour } from './looks.ts';
import { Plot } from './Plot.tsx';
import { clockTime } from './figures.ts';

/** As many bars as can be read. */
const MOST = 24;
const BAR = 26;

/** [S-19] How long each person spoke, the longest first, and by how much one side spoke longer. */
export function Speaking({ map, parts }: { map: ArgumentMap; parts: readonly PersonPart[] }) {
  const { t } = useTranslation('report');
  const spoke = parts.filter(({ spoken }) => spoken > 0).sort((a, b) => b.spoken - a.spoken);
  if (spoke.length === 0) return null;
  const mean = spoke.reduce((sum, { spoken }) => sum + spoken, 0) / spoke.length;
  const signOf = (part: PersonPart): string => {
    const side = sideNamed(map, part.side);
    return side ? `${SIGN_CHARACTERS[side.sign]} ` : '';
  };
  const bars = spoke.slice(0, MOST).map((part) => ({
    name: `${signOf(part)}${part.person.name}`,
    spoken: part.spoken,
    told: clockTime(part.spoken),
    fill: sideColour(sideNamed(map, part.side)),
  }));
  return (
    <Plot
      title={titleFor(map, parts, t)}
      about={t('speaking.about', { mean: clockTime(mean) })}
      figures={{
        head: [t('column.person'), t('column.side'), t('column.spoken')],
        rows: spoke.map(({ person, side, spoken }) => [person.name, sideNamed(map, side)?.name ?? '', clockTime(spoken)]), // prettier-ignore
      }}
    >
      <ResponsiveContainer width="100%" height={bars.length * BAR + 28}>
        <BarChart
          accessibilityLayer={false}
          data={bars}
          layout="vertical"
          margin={{ left: 4, right: 44, top: 0, bottom: 0 }}
          barCategoryGap={5}
        >
          <XAxis
            type="number"
            tickFormatter={clockTime}
            tickCount={4}
            stroke="var(--ink-3)"
            fontSize={12}
            axisLine={false}
            tickLine={false}
          />
          <YAxis
            type="category"
            dataKey="name"
            width={110}
            stroke="var(--ink-2)"
            fontSize={12}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          <Bar dataKey="spoken" isAnimationActive={false} radius={2}>
            <LabelList dataKey="told" position="right" className="report-label" />
          </Bar>
          <ReferenceLine x={mean} stroke="var(--ink)" strokeDasharray="3 3" />
        </BarChart>
      </ResponsiveContainer>
    </Plot>
  );
}

/** Of two sides, which spoke longer and by how much. */
function titleFor(
  map: ArgumentMap,
  parts: readonly PersonPart[],
  t: ReturnType<typeof useTranslation<'report'>>['t'],
): string {
  const sides = sidesOf(parts)
    .filter(({ side }) => side !== null)
    .sort((a, b) => b.spoken - a.spoken);
  const [most, least] = [sides[0], sides[1]];
  if (sides.length !== 2 || !most || !least || most.spoken === least.spoken) return t('speaking.title');
  return t('speaking.longer', { side: sideNamed(map, most.side)?.name ?? '', time: clockTime(most.spoken - least.spoken) }); // prettier-ignore
}
