import type { Faces, MapInfo } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { FacesChoice } from '../open/FacesChoice.tsx';
import { SelectField } from '../ui/Field.tsx';

export interface RightsProps {
  info: MapInfo;
  /** Asks the rules whether I may change this setting. */
  maySet: (set: Partial<MapInfo>) => boolean;
  onSet: (set: Partial<MapInfo>) => void;
}

interface NamesProps extends RightsProps {
  /** [A5] Whether nobody is bound by the present ones. */
  areOpen: boolean;
}

const ACCESS = ['members', 'anyone'] as const;
const EDITING = ['all', 'own'] as const;

/** Who may read the map, and whose claims participants may change without review. */
export function Rights({ info, maySet, onSet, areOpen }: NamesProps) {
  const { t } = useTranslation('share');
  const choose = <K extends 'access' | 'editing'>(key: K, values: readonly MapInfo[K][]) => (
    <SelectField
      label={t(`${key}.label`)}
      value={info[key]}
      disabled={!maySet({ [key]: info[key] })}
      onChange={(event) => {
        const value = values.find((one) => one === event.target.value);
        if (value !== undefined) onSet({ [key]: value });
      }}
    >
      {values.map((value) => (
        <option key={value} value={value}>
          {t(`${key}.${value}` as 'access.members')}
        </option>
      ))}
    </SelectField>
  );
  return (
    <section>
      <h3>{t('rights')}</h3>
      {choose('access', ACCESS)}
      {choose('editing', EDITING)}
      <FacesChoice
        value={info.faces}
        onChange={areOpen && maySet({ faces: info.faces }) ? (faces: Faces) => onSet({ faces }) : undefined}
      />
    </section>
  );
}
