import { mergeInto, type Claim, type Edit, type Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { wordsIn } from '../open/otherWords.ts';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { Button } from '../ui/Button.tsx';

interface FieldProps {
  proposal: Proposal;
  onDone: () => void;
  onCancel: () => void;
}

/** [M-03] It is on the map already: it goes into that claim with its author, and with the passages it rests on. */
export function MergeField({ proposal, onDone, onCancel }: FieldProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const confirmed = useDoc((state) => state.confirmed);
  const merge = (target: Claim): void => {
    if (askFor(session, mergedInto(proposal, target))) onDone();
  };
  return (
    <div className="review-box">
      <p>{t('mergeWhere')}</p>
      <ClaimPicker without={null} isFit={({ id }) => confirmed.claims.has(id)} onChoose={merge} />
      <Button look="plain" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}

/** The claim that it would bring is the chosen one's earlier wording then. */
function mergedInto(proposal: Proposal, target: Claim): Edit | undefined {
  const main = wordsIn(proposal);
  if (main?.kind !== 'add-claim') return undefined;
  const accepted = {
    kind: 'decide',
    proposal: proposal.id,
    verdict: 'accepted',
    reason: null,
    seen: proposal.at,
  } as const;
  return { kind: 'batch', edits: [accepted, mergeInto(main.claim, target.id, newId)] };
}
