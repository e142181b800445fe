import { explanationOf, METHOD_NAMED, strengthsOf, type Explanation, type How, type Id, type NamedMethod } from '@counterpoint/shared'; // prettier-ignore
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figure, type Counted } from '../open/strengthStore.ts';
import { SelectField } from '../ui/Field.tsx';
import { signed } from './figures.ts';

const METHODS = Object.keys(METHOD_NAMED) as NamedMethod[];
const PRIORS = [0.25, 0.5, 0.75];
const WEIGHTS = [1, 2, 5, 10];

interface OtherWayProps {
  counted: Counted;
  claim: Id;
}

/** [E-11] The strength counted another way, beside the one of the map; for the eyes of whoever asks, and kept nowhere. */
export function OtherWay({ counted, claim }: OtherWayProps) {
  const { t } = useTranslation('strength');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="strength-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('other.title')}</summary>
      {isOpen && <Beside counted={counted} claim={claim} />}
    </details>
  );
}

function Beside({ counted: { strengths }, claim }: OtherWayProps) {
  const { t } = useTranslation('strength');
  const { how, votes, graph } = strengths;
  const [other, setOther] = useState<How>(() => ({ ...how, method: nextTo(how.method) }));
  const [now, then] = useMemo(
    () => [explanationOf(strengths, claim), explanationOf(strengthsOf(graph.map, votes, other), claim)],
    [strengths, graph, votes, other, claim],
  );
  if (!now || !then) return null;
  return (
    <div className="other-way">
      <p>{t('other.about')}</p>
      <div className="other-choices">
        <SelectField
          label={t('method')}
          value={other.method}
          onChange={({ target }) => setOther({ ...other, method: target.value as How['method'] })}
        >
          {METHODS.map((name) => (
            <option key={name} value={METHOD_NAMED[name]}>
              {t(`methods.${name}.name`)}
            </option>
          ))}
        </SelectField>
        <Choice label={t('other.prior')} of={PRIORS} value={other.prior} choose={(prior) => setOther({ ...other, prior })} told={figure} />
        <Choice label={t('other.weight')} of={WEIGHTS} value={other.weight} choose={(weight) => setOther({ ...other, weight })} told={(count) => t('votes', { count })} />
      </div>
      <Compared now={now} then={then} />
    </div>
  ); // prettier-ignore
}

interface ChoiceProps {
  label: string;
  of: readonly number[];
  value: number;
  choose: (value: number) => void;
  told: (value: number) => string;
}

const Choice = ({ label, of, value, choose, told }: ChoiceProps) => (
  <SelectField label={label} value={value} onChange={({ target }) => choose(Number(target.value))}>
    {of.map((one) => (
      <option key={one} value={one}>
        {told(one)}
      </option>
    ))}
  </SelectField>
);

const STEPS = ['support', 'rebut', 'undercut'] as const;

function Compared({ now, then }: { now: Explanation; then: Explanation }) {
  const { t } = useTranslation('strength');
  const both = [now, then];
  const isSettled = both.every(({ strength }) => strength.kind === 'settled');
  const end = ({ strength }: Explanation): string =>
    strength.kind === 'settled' ? figure(strength.value) : t('unsettledWord');
  return (
    <table className="compared">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('other.now')}</th>
          <th scope="col">{t('other.then')}</th>
        </tr>
      </thead>
      <tbody>
        <Line label={t('base')} told={both.map(({ base }) => figure(base))} />
        {isSettled &&
          STEPS.filter((step) => now.steps[step].count > 0).map((step) => (
            <Line
              key={step}
              label={t(step, { count: now.steps[step].count })}
              told={both.map(({ steps }) => signed(steps[step].change))}
            />
          ))}
        <Line label={t('strength')} told={both.map(end)} isWhole />
      </tbody>
    </table>
  );
}

/** The map's own figure first. */
const Line = ({ label, told, isWhole }: { label: string; told: readonly string[]; isWhole?: true }) => (
  <tr data-whole={isWhole}>
    <th scope="row">{label}</th>
    {told.map((one, i) => (
      <td key={i}>{one}</td>
    ))}
  </tr>
);

const nextTo = (method: How['method']): How['method'] =>
  METHODS.map((name) => METHOD_NAMED[name]).find((one) => one !== method) ?? method;
