import type { Explanation } from '@counterpoint/shared';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { figure } from '../open/strengthStore.ts';
import { signed } from './figures.ts';
import { whyWords, type Titles } from './whyWords.ts';
import './strength.css';

interface WhyStrengthProps {
  explanation: Explanation;
  titles: Titles;
}

/** [E-07] How a claim came to its strength: from its votes, step by step, and the same in words. */
export function WhyStrength({ explanation, titles }: WhyStrengthProps) {
  const { t } = useTranslation('strength');
  const title = useId();
  const { strength } = explanation;
  return (
    <section className="why" aria-labelledby={title}>
      <h2 id={title}>
        {strength.kind === 'settled' ? t('title', { value: figure(strength.value) }) : t('titleUnsettled')}
      </h2>
      <p className="why-from">{t('from')}</p>
      <Bars explanation={explanation} />
      <ul className="why-words">
        {whyWords(explanation, titles).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

const STEPS = ['support', 'rebut', 'undercut'] as const;

function Bars({ explanation: { strength, base, steps } }: Pick<WhyStrengthProps, 'explanation'>) {
  const { t } = useTranslation('strength');
  if (strength.kind === 'unsettled')
    return (
      <dl className="why-bars">
        <Bar label={t('base')} look="thesis" from={0} to={base} told={figure(base)} />
      </dl>
    );
  const taken = STEPS.filter((step) => steps[step].count > 0);
  const reached = (index: number): number =>
    taken.slice(0, index).reduce((value, step) => value + steps[step].change, base);
  return (
    <dl className="why-bars">
      <Bar label={t('base')} look="thesis" from={0} to={base} told={figure(base)} />
      {taken.map((step, i) => {
        const { count, change } = steps[step];
        return <Bar key={step} label={t(step, { count })} look={step} from={reached(i)} to={reached(i + 1)} told={signed(change)} />; // prettier-ignore
      })}
      <Bar label={t('strength')} look={null} from={0} to={strength.value} told={figure(strength.value)} />
    </dl>
  );
}

interface BarProps {
  label: string;
  /** Whose colour it has; the result has none of theirs. */
  look: 'thesis' | (typeof STEPS)[number] | null;
  from: number;
  to: number;
  told: string;
}

/** The bar only repeats the figure beside it. */
function Bar({ label, look, from, to, told }: BarProps) {
  const inset = `0 ${100 - 100 * Math.max(from, to)}% 0 ${100 * Math.min(from, to)}%`;
  return (
    <div className="why-bar" data-relation={look ?? undefined} data-whole={look === null || undefined}>
      <dt>{label}</dt>
      <dd>
        <span className="why-track" aria-hidden="true">
          <i style={{ inset }} />
        </span>
        <b>{told}</b>
      </dd>
    </div>
  );
}
