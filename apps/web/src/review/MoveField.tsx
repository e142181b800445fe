import { againstClaim, forClaim, type Claim, type Direction, type Proposal } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { acceptedAt } from './decisions.ts';

interface FieldProps {
  proposal: Proposal;
  onDone: () => void;
  onCancel: () => void;
}

/** [M-03] It belongs elsewhere: for or against another claim. */
export function MoveField({ proposal, onDone, onCancel }: FieldProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const confirmed = useDoc((state) => state.confirmed);
  const view = useDoc((state) => state.view);
  const [side, setSide] = useState<Direction>('support');
  const move = ({ id }: Claim): void => {
    const aim = side === 'support' ? forClaim(id) : againstClaim(id);
    if (askFor(session, acceptedAt(view, proposal, aim))) onDone();
  };
  return (
    <div className="review-box">
      <p>{t('moveWhere')}</p>
      <div className="review-sides-choice" role="radiogroup" aria-label={t('side')}>
        {(['support', 'rebut'] as const).map((one) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={side === one}
            onClick={() => setSide(one)}
          >
            {t(`sides.${one}`)}
          </button>
        ))}
      </div>
      <ClaimPicker without={null} isFit={({ id }) => confirmed.claims.has(id)} onChoose={move} />
      <Button look="plain" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
