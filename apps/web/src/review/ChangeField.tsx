import type { Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { acceptedAs, wordsIn } from '../open/otherWords.ts';
import { placeOfAmended } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { WritingField } from '../ui/WritingField.tsx';

interface FieldProps {
  proposal: Proposal;
  onDone: () => void;
  onCancel: () => void;
}

/** [M-03] Accepts it in other words; its author keeps the claim, the moderator signs the wording. */
export function ChangeField({ proposal, onDone, onCancel }: FieldProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfAmended(proposal.id));
  const save = (text: string): void => {
    if (!askFor(session, acceptedAs(proposal, text))) return;
    keep(undefined);
    onDone();
  };
  return (
    <div className="review-box">
      <WritingField
        label={t('changeLabel')}
        hint={t('changeHint')}
        room={ROOM.claim}
        start={typed?.text ?? wordsIn(proposal)?.text ?? ''}
        save={t('changeDo')}
        cancel={t('cancel')}
        onWrite={(text) => keep({ text })}
        onSave={save}
        onCancel={onCancel}
      />
    </div>
  );
}
