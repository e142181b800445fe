import type { RecordRow } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useReasonText } from './reasonText.ts';

/** Of a decision who had proposed it, who decided and how; and why, wherever a reason was given. */
export function Decided({ row }: { row: RecordRow }) {
  const { t } = useTranslation('record');
  const reasonText = useReasonText();
  const { verdict, proposedBy, by, code, reason } = row;
  return (
    <>
      {verdict !== null && proposedBy && (
        <p className="decided">
          {t('decided', { proposer: proposedBy.name, decider: by?.name ?? t('system') })}{' '}
          <b data-verdict={verdict}>{t(`verdict.${verdict}`)}</b>
        </p>
      )}
      {(code !== null || reason !== null) && (
        <blockquote className="reason">{reasonText({ code, reason })}</blockquote>
      )}
    </>
  );
}
