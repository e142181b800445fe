import { lorenz } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Area, AreaChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';

/** [H4] Which part of all claims the least busy wrote together, beside equal shares. */
export function Lorenz({ shares, title }: { shares: readonly number[]; title: string }) {
  const { t } = useTranslation('report');
  const points = lorenz(shares).map(([people, part]) => ({ people, part }));
  return (
    <div className="report-gini">
      <h3>{title}</h3>
      <p className="report-about">{t('gini.about')}</p>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={170}>
          <AreaChart
            accessibilityLayer={false}
            data={points}
            margin={{ left: 0, right: 8, top: 4, bottom: 18 }}
          >
            <XAxis
              dataKey="people"
              type="number"
              domain={[0, 1]}
              ticks={[]}
              stroke="var(--ink-3)"
              label={{ value: t('gini.people'), position: 'bottom', offset: 2, className: 'report-label' }}
            />
            <YAxis
              domain={[0, 1]}
              ticks={[]}
              width={20}
              stroke="var(--ink-3)"
              label={{ value: t('gini.part'), angle: -90, position: 'center', className: 'report-label' }}
            />
            <ReferenceLine
              segment={[
                { x: 0, y: 0 },
                { x: 1, y: 1 },
              ]}
              stroke="var(--ink-3)"
              strokeDasharray="3 3"
            />
            <Area
              dataKey="part"
              type="linear"
              stroke="var(--accent)"
              strokeWidth={2}
              fill="var(--accent-tint)"
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
