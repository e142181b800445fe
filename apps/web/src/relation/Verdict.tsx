// What a person may do about one proposal, wherever it is shown: decide on it, or take their own back.
import { may, type Edit, type Id, type Proposal, type Result, type Role } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { placeOfReason } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { toast } from '../ui/toast.ts';

export interface Decider {
  readonly participant: Id | null;
  readonly role: Role | null;
}

export const mayDecide = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && may(me.role, 'review') && proposal.by !== me.participant;

export const mayWithdraw = (proposal: Proposal, me: Decider): boolean =>
  proposal.state === 'pending' && me.participant !== null && proposal.by === me.participant;

interface VerdictProps {
  proposal: Proposal;
  me: Decider;
  edit: (edit: Edit) => Result<Id>;
  /** -1 inside a tree, which has one tab stop and offers the same in its menu. */
  tabIndex?: number;
}

export function Verdict({ proposal, me, edit, tabIndex = 0 }: VerdictProps) {
  const { t } = useTranslation('relation');
  const [rejecting, setRejecting] = useState(false);
  const ask = (asked: Edit) => {
    const result = edit(asked);
    if (!result.ok) toast(refusalText(result.refusal), { problem: true });
    return result.ok;
  };
  const { id } = proposal;
  if (mayWithdraw(proposal, me)) {
    return (
      <div className="verdict">
        <Button tabIndex={tabIndex} onClick={() => ask({ kind: 'withdraw', proposal: id })}>
          {t('withdraw')}
        </Button>
      </div>
    );
  }
  if (!mayDecide(proposal, me)) return null;
  return (
    <div className="verdict">
      <Button
        look="solid"
        icon="check"
        tabIndex={tabIndex}
        onClick={() => ask({ kind: 'decide', proposal: id, verdict: 'accepted', reason: null })}
      >
        {t('accept')}
      </Button>
      <Button tabIndex={tabIndex} onClick={() => setRejecting(true)}>
        {t('reject')}
      </Button>
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
          if (!reason.trim() || !fits(reason, ROOM.reason) || !onReject(reason.trim())) return;
          keep(undefined);
          onClose();
        }}
      >
        <TextAreaField
          label={t('reason')}
          placeholder={t('reasonExample')}
          room={ROOM.reason}
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
