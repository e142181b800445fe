import { bearingOf } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { RelationSquare } from '../relation/Relation.tsx';
import type { Resting } from './resting.ts';

interface ClaimsHereProps {
  resting: readonly Resting[];
  onGo: (resting: Resting) => void;
}

/** All claims that rest on one place, nested and overlapping ones too. */
export function ClaimsHere({ resting, onGo }: ClaimsHereProps) {
  const { t } = useTranslation('source');
  const { t: word } = useTranslation('claim');
  return (
    <ul className="source-claims" aria-label={t('claimsHere', { count: resting.length })}>
      {resting.map((one, i) => (
        <li key={one.quotation.id}>
          <button type="button" autoFocus={i === 0} onClick={() => onGo(one)}>
            <RelationSquare relation={one.sign} />
            <span lang={one.claim.language}>{one.claim.text}</span>
            <small>
              {word(`quotations.${bearingOf(one.quotation, one.claim)}`)}
              {one.changed && ` · ${t('changed')}`}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}
