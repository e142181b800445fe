// What a person may do about one proposal, wherever it is shown: decide on it, or take their own back.
import { LONGEST, may, type Edit, type Id, type Proposal, type Role } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { placeOfReason } from '../open/placesOfWords.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';

export interface Decider {
  readonly participant: Id | null;
  readonly role: Role | null;
}

export const mayDecide = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && may(me.role, 'review') && proposal.by !== me.participant;

export const mayWithdraw = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && me.participant !== null && proposal.by === me.participant;

export function Verdict({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('relation');
  const [rejecting, setRejecting] = useState(false);
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
      <Button onClick={() => setRejecting(true)}>{t('reject')}</Button>
      {rejecting && (
        <RejectDialog
          proposal={id}
          onClose={() => setRejecting(false)}
          onReject={(reason) => ask({ kind: 'decide', proposal: id, verdict: 'rejected', reason })}
        />
      )}
    </div>
  );
}

interface RejectDialogProps {
  proposal: Id;
  /** True when it was done. */
  onReject: (reason: string) => boolean;
  onClose: () => void;
}

/** A rejection needs a reason, and its author reads it. */
export function RejectDialog({ proposal, onReject, onClose }: RejectDialogProps) {
  const { t } = useTranslation('relation');
  const [typed, keep] = useTyped(placeOfReason(proposal));
  const reason = typed?.text ?? '';
  return (
    <Dialog
      title={t('rejectTitle')}
      about={t('rejectAbout')}
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!reason.trim() || !onReject(reason.trim())) return;
          keep(undefined);
          onClose();
        }}
      >
        <TextAreaField
          label={t('reason')}
          placeholder={t('reasonExample')}
          maxLength={LONGEST.reason}
          value={reason}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="solid" disabled={!reason.trim()}>
            {t('rejectDo')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
