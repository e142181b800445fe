import { waiting, type Claim, type Edit, type Proposal, type SingleEdit } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { short } from '../ui/short.ts';

interface FieldProps {
  proposal: Proposal;
  onDone: () => void;
  onCancel: () => void;
}

/** [M-03] It is on the map already: the author is told where, and the passages it rests on go there. */
export function MergeField({ proposal, onDone, onCancel }: FieldProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const confirmed = useDoc((state) => state.confirmed);
  const merge = (target: Claim): void => {
    const reason = t('mergeReason', { text: short(target.text, 200) });
    if (askFor(session, mergedInto(proposal, target, reason))) onDone();
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

function mergedInto(proposal: Proposal, target: Claim, reason: string): Edit {
  const edit = waiting(proposal);
  const quotes = (edit.kind === 'batch' ? edit.edits : [edit]).flatMap((part): SingleEdit[] =>
    part.kind === 'quote'
      ? [
          {
            ...part,
            quotation: newId(),
            claim: target.id,
            bearing: part.bearing === 'verbatim' ? 'paraphrase' : part.bearing,
          },
        ]
      : [],
  );
  const decision = {
    kind: 'decide',
    proposal: proposal.id,
    verdict: 'rejected',
    code: 'duplicate',
    reason,
    seen: proposal.at,
  } as const;
  return { kind: 'batch', edits: [decision, ...quotes] };
}
