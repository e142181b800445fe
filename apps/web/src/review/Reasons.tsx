import { ReasonCode } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';

interface ReasonsProps {
  code: ReasonCode | null;
  /** Shows the number that chooses it. */
  numbered?: boolean;
  onChoose: (code: ReasonCode) => void;
}

/** The list of reasons, one to choose. */
export function Reasons({ code, numbered = false, onChoose }: ReasonsProps) {
  const { t } = useTranslation('review');
  return (
    <div className="review-reasons" role="radiogroup" aria-label={t('reasons')}>
      {ReasonCode.options.map((one, i) => (
        <button
          key={one}
          type="button"
          role="radio"
          autoFocus={i === 0}
          aria-checked={code === one}
          onClick={() => onChoose(one)}
        >
          {numbered && i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
          {t(`reason.${one}`)}
        </button>
      ))}
    </div>
  );
}
