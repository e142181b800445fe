import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CHOICES, type Group } from './formatChoices.ts';

const GROUPS: readonly Group[] = ['reading', 'picture', 'tools', 'whole'];

/** One format of many, in groups; a radio list, so that arrows walk through it. */
export function FormatList({ chosen, onChoose }: { chosen: string; onChoose: (format: string) => void }) {
  const { t } = useTranslation('exchange');
  const name = useId();
  return (
    <fieldset className="format-list">
      <legend className="visually-hidden">{t('format')}</legend>
      {GROUPS.map((group) => (
        <div key={group} role="group" aria-label={t(`group.${group}`)}>
          <h3 aria-hidden="true">{t(`group.${group}`)}</h3>
          {CHOICES.filter((choice) => choice.group === group).map((choice) => (
            <label key={choice.id} className={choice.id === chosen ? 'chosen' : ''}>
              <input
                type="radio"
                name={name}
                value={choice.id}
                checked={choice.id === chosen}
                onChange={() => onChoose(choice.id)}
              />
              {choice.name}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}
