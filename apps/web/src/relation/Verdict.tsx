// What a person may do about one proposal, wherever it is shown: decide on it, or take their own back.
import type { Edit, Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { mayDecide, mayWithdraw } from '../open/proposals.ts';
import { Button } from '../ui/Button.tsx';

export function Verdict({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('relation');
  const session = useOpenMap();
  const isMine = useDoc((me) => mayWithdraw(proposal, me));
  const isMyDecision = useDoc((me) => mayDecide(proposal, me));
  const ask = (asked: Edit) => askFor(session, asked);
  const { id } = proposal;
  if (isMine) {
    return (
      <div className="verdict">
        <Button onClick={() => ask({ kind: 'withdraw', proposal: id })}>{t('withdraw')}</Button>
      </div>
    );
  }
  if (!isMyDecision) return null;
  return (
    <div className="verdict">
      <Button
        look="solid"
        icon="check"
        onClick={() => ask({ kind: 'decide', proposal: id, verdict: 'accepted', reason: null })}
      >
        {t('accept')}
      </Button>
      <Button onClick={() => session.screen.getState().ask({ for: 'reject', id })}>{t('reject')}</Button>
    </div>
  );
}
