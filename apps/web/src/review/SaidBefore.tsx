import type { Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Signed } from '../open/Signed.tsx';
import { useReasonText } from '../relation/reasonText.ts';

/** [P15] [P16] What a moderator said before it came once more, and why its author asks again. */
export function SaidBefore({ proposal: { answered, appeal } }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const reasonText = useReasonText();
  if (!answered && !appeal) return null;
  return (
    <>
      <h2>{t('before')}</h2>
      {answered && (
        <p className="review-said">
          <small>
            {t(`state.${answered.state}`)} <Signed stamp={answered} />
          </small>
          {reasonText(answered)}
        </p>
      )}
      {appeal && (
        <p className="review-said">
          <small>
            {t('appealed')} <Signed stamp={appeal} />
          </small>
          {appeal.text}
        </p>
      )}
    </>
  );
}
