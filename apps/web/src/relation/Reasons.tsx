import { offeredReasons, type Reason } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { reasonName } from './reasonText.ts';
import './Reasons.css';

interface ReasonsProps {
  code: Reason | null;
  /** Shows the number that chooses it. */
  numbered?: boolean;
  onChoose: (code: Reason) => void;
}

/** The reasons that the open map offers. */
export function useReasons(): readonly Reason[] {
  const reasons = useDoc(({ view }) => view.reasons);
  return useMemo(() => offeredReasons({ reasons }), [reasons]);
}

/** The list of reasons, one to choose. */
export function Reasons({ code, numbered = false, onChoose }: ReasonsProps) {
  const { t } = useTranslation('review');
  const offered = useReasons();
  const reasons = useDoc(({ view }) => view.reasons);
  return (
    <div className="reasons" role="radiogroup" aria-label={t('reasons')}>
      {offered.map((one, i) => (
        <button
          key={one}
          type="button"
          role="radio"
          autoFocus={i === 0}
          aria-checked={code === one}
          onClick={() => onChoose(one)}
        >
          {numbered && i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
          {reasonName({ reasons }, one)}
        </button>
      ))}
    </div>
  );
}
