import { DEBATE_FORMATS, planOf, type Plan } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { newId } from '../open/newId.ts';
import { useDoc } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { toast } from '../ui/toast.ts';
import { forgetFormat, ownFormats, renewed } from './ownFormats.ts';

const OWN = 'own:';
const [FIRST] = DEBATE_FORMATS;

/** What stands there before anybody has chosen. */
export const firstPlan = (language: string): Plan => planOf(FIRST, language, newId);

/** The formats of the field, and those that this person has kept. */
export function FormatField({ onChoose }: { onChoose: (plan: Plan) => void }) {
  const { t } = useTranslation('debate');
  const language = useDoc(({ view }) => view.info.language);
  const [own, setOwn] = useState(ownFormats);
  const [chosen, setChosen] = useState(FIRST.key);
  const spoken = interfaceLanguage() === 'zh' ? 'zh' : 'en';
  const choose = (value: string): void => {
    setChosen(value);
    const format = DEBATE_FORMATS.find(({ key }) => key === value);
    const kept = own.find(({ name }) => OWN + name === value);
    if (format) onChoose(planOf(format, language, newId));
    else if (kept) onChoose(renewed(kept, newId));
  };
  const forget = (): void => {
    const name = chosen.slice(OWN.length);
    forgetFormat(name);
    setOwn(ownFormats());
    choose(FIRST.key);
    toast(t('plan.forgot', { name }));
  };
  return (
    <div className="plan-format">
      <SelectField label={t('plan.format')} value={chosen} onChange={({ target }) => choose(target.value)}>
        {own.map(({ name }) => (
          <option key={OWN + name} value={OWN + name}>
            {t('plan.own', { name })}
          </option>
        ))}
        {DEBATE_FORMATS.map(({ key, name }) => (
          <option key={key} value={key}>
            {name[spoken]}
          </option>
        ))}
      </SelectField>
      {chosen.startsWith(OWN) && <Button onClick={forget}>{t('plan.forget')}</Button>}
    </div>
  );
}
