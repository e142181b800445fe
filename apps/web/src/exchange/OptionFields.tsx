import { claimsBeneath, type ArgumentMap, type ExportOptions, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { SelectField } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { FormatChoice } from './formatChoices.ts';

interface OptionFieldsProps {
  readonly choice: FormatChoice;
  readonly options: ExportOptions;
  readonly map: ArgumentMap;
  readonly selected: Id | null;
  readonly folded: ReadonlySet<Id>;
  readonly onChange: (change: Partial<ExportOptions>) => void;
}

/** More ids do not fit into an address. */
const MOST_FOLDED = 300;

const SCALES = [1, 2, 3, 4];
const LOOKS = ['light', 'dark', 'print'] as const;
const PAPERS = ['one', 'A4', 'A3', 'Letter'] as const;
const FLAGS = ['authors', 'comments', 'quotations', 'history', 'marking'] as const;

/** What of the map, and how; only what the chosen format has. */
export function OptionFields({ choice, options, map, selected, folded, onChange }: OptionFieldsProps) {
  const { t } = useTranslation('exchange');
  const has = (option: FormatChoice['options'][number]): boolean => choice.options.includes(option);
  const selectedClaim = selected === null ? undefined : (map.references.get(selected)?.claim ?? selected);
  const branch = map.claims.get(options.branch ?? selectedClaim ?? '');
  // The server makes the file: what waits for review, or is not sent yet, is not in it.
  const beneath = useDoc(({ confirmed }) => (branch ? claimsBeneath(confirmed, branch.id).length : 0));
  return (
    <>
      {branch && (
        <SelectField
          label={t('option.scope')}
          value={options.branch === undefined ? 'map' : 'branch'}
          onChange={({ target }) => onChange({ branch: target.value === 'branch' ? branch.id : undefined })}
        >
          <option value="map">{t('option.wholeMap')}</option>
          <option value="branch">
            {t(beneath > 0 ? 'option.wholeBranch' : 'option.branch', {
              text: shortened(branch.text),
              count: beneath,
            })}
          </option>
        </SelectField>
      )}
      {has('look') && (
        <SelectField
          label={t('option.look')}
          value={options.look}
          onChange={({ target }) =>
            onChange({ look: LOOKS.find((look) => look === target.value) ?? 'light' })
          }
        >
          {LOOKS.map((look) => (
            <option key={look} value={look}>
              {t(`look.${look}`)}
            </option>
          ))}
        </SelectField>
      )}
      {has('paper') && (
        <SelectField
          label={t('option.paper')}
          value={options.paper}
          onChange={({ target }) =>
            onChange({ paper: PAPERS.find((paper) => paper === target.value) ?? 'one' })
          }
        >
          {PAPERS.map((paper) => (
            <option key={paper} value={paper}>
              {paper === 'one' ? t('paper.one') : t('paper.tiled', { paper })}
            </option>
          ))}
        </SelectField>
      )}
      {has('scale') && (
        <SelectField
          label={t('option.scale')}
          value={String(options.scale)}
          onChange={({ target }) => onChange({ scale: Number(target.value) })}
        >
          {SCALES.map((scale) => (
            <option key={scale} value={String(scale)}>
              {t('scale', { scale })}
            </option>
          ))}
        </SelectField>
      )}
      <div className="option-flags">
        {FLAGS.filter(has).map((flag) => (
          <Switch
            key={flag}
            label={t(`option.${flag}`)}
            checked={options[flag]}
            onChange={(on) => onChange({ [flag]: on })}
          />
        ))}
        {has('folded') && folded.size > 0 && folded.size <= MOST_FOLDED && (
          <Switch
            label={t('option.folded')}
            checked={options.folded.length > 0}
            onChange={(on) => onChange({ folded: on ? [...folded] : [] })}
          />
        )}
      </div>
    </>
  );
}

const shortened = (text: string): string =>
  [...text].length <= 24 ? text : `${[...text].slice(0, 24).join('')}…`;
