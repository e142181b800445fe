import { groundedIn, type ArgumentMap, type Id, type SupportReading } from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../ui/Segmented.tsx';

const READINGS = ['none', 'deductive', 'necessary'] as const satisfies readonly SupportReading[];

/** [E-10] Whether it stands, falls or stays open by the links alone, and by which reading of a support. */
export function ByLinks({ map, claim }: { map: ArgumentMap; claim: Id }) {
  const { t } = useTranslation('strength');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="strength-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('byLinks.title')}</summary>
      {isOpen && <Verdict map={map} claim={claim} />}
    </details>
  );
}

function Verdict({ map, claim }: { map: ArgumentMap; claim: Id }) {
  const { t } = useTranslation('strength');
  const [reading, setReading] = useState<SupportReading>('none');
  const label = useMemo(() => groundedIn(map, reading).get(claim), [map, reading, claim]);
  if (!label) return null;
  return (
    <div className="by-links">
      <p>{t('byLinks.about')}</p>
      <Segmented
        label={t('byLinks.reading')}
        value={reading}
        options={READINGS.map((value) => ({ value, text: t(`byLinks.${value}.name`) }))}
        onChange={setReading}
      />
      <p>{t(`byLinks.${reading}.about`)}</p>
      <p role="status">
        <b>{t(`byLinks.${label}.name`)}</b> {t(`byLinks.${label}.why`)}
      </p>
    </div>
  );
}
