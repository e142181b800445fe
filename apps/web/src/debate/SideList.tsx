import { MOST_SIDES, Side } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { newId } from '../open/newId.ts';
import { SideSign } from '../open/SideTag.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import type { PlanPart } from './planPart.ts';

const SIGNS = Side.shape.sign.options;

/** [S-09] The sides of a plan; without any, everyone talks together. */
export function SideList({ plan: { sides, phases }, change }: PlanPart) {
  const { t } = useTranslation('debate');
  const set = (id: string, more: Partial<Side>): void =>
    change({ sides: sides.map((side) => (side.id === id ? { ...side, ...more } : side)) });
  const add = (): void => {
    const sign = SIGNS.find((one) => !sides.some((side) => side.sign === one)) ?? 'square';
    change({ sides: [...sides, { id: newId(), name: t('plan.newSide'), sign }] });
  };
  const remove = (id: string): void =>
    change({
      sides: sides.filter((side) => side.id !== id),
      phases: phases.map((phase) => (phase.side === id ? { ...phase, side: null } : phase)),
    });
  return (
    <section>
      <h3>{t('plan.sides')}</h3>
      {sides.length === 0 && <p className="hint">{t('plan.noSides')}</p>}
      <ul className="plan-sides">
        {sides.map(({ id, name, sign }, i) => (
          <li key={id} data-side={sign}>
            <SideSign sign={sign} size={14} />
            <input
              className="control"
              aria-label={t('plan.side', { nth: i + 1 })}
              aria-invalid={name.trim() === '' || undefined}
              value={name}
              onChange={({ target }) => set(id, { name: target.value })}
            />
            <Select
              label={t('plan.sign', { nth: i + 1 })}
              value={sign}
              onChange={({ target }) => set(id, { sign: Side.shape.sign.parse(target.value) })}
            >
              {SIGNS.map((one) => (
                <option key={one} value={one}>
                  {t(`plan.signs.${one}`)}
                </option>
              ))}
            </Select>
            <IconButton icon="trash" label={t('plan.remove', { phase: name })} onClick={() => remove(id)} />
          </li>
        ))}
      </ul>
      {sides.length < MOST_SIDES && (
        <Button icon="plus" look="plain" onClick={add}>
          {t('plan.addSide')}
        </Button>
      )}
    </section>
  );
}
