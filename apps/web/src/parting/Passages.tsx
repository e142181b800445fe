import { quotationsOf, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDocList } from '../open/openMap.ts';
import { Select } from '../ui/Field.tsx';
import { short } from '../ui/short.ts';

interface PassagesProps {
  claim: Id;
  parts: readonly string[];
  /** Which part each passage goes with; those that are not named stay. */
  handed: ReadonlyMap<Id, number>;
  onHand: (quotation: Id, part: number) => void;
}

/** Which of the parts rests on which passage. */
export function Passages({ claim, parts, handed, onHand }: PassagesProps) {
  const { t } = useTranslation('parting');
  const quotations = useDocList(({ view }) => quotationsOf(view, claim));
  if (quotations.length === 0) return null;
  return (
    <fieldset className="parting-passages">
      <legend>{t('split.quotations')}</legend>
      {quotations.map(({ id, exact }) => (
        <div key={id}>
          <blockquote>{short(exact, 120)}</blockquote>
          <Select
            label={t('split.goesWith')}
            value={Math.min(handed.get(id) ?? 0, parts.length - 1)}
            onChange={({ target }) => onHand(id, Number(target.value))}
          >
            {parts.map((text, i) => (
              <option key={i} value={i}>
                {i === 0 ? t('split.first') : t('split.part', { nth: i + 1 })}
                {text.trim() !== '' && ` · ${short(text.trim(), 24)}`}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </fieldset>
  );
}
