import type { Claim, Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { searchClaims } from '../open/searchClaims.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { short } from '../ui/short.ts';
import { RelationSquare } from './Relation.tsx';

interface ClaimPickerProps {
  /** A premise whose branch cannot be chosen. */
  without: Id | null;
  isFit: (claim: Claim) => boolean;
  onChoose: (claim: Claim) => void;
}

/** A search over the claims of the map. */
export function ClaimPicker({ without, isFit, onChoose }: ClaimPickerProps) {
  const { t } = useTranslation('outline');
  const view = useDoc((state) => state.view);
  return (
    <ChoiceField
      label={t('place.search')}
      placeholder={t('place.searchExample')}
      listLabel={t('place.found')}
      choicesFor={(words) => {
        const { found, total } = searchClaims(view, words, without, isFit);
        const choices = found.map(({ claim, relation, under }) => ({
          id: claim.id,
          choose: () => onChoose(claim),
          content: (
            <>
              <RelationSquare relation={relation} />
              <span lang={claim.language}>{claim.text}</span>
              {under && <small>{t('place.under', { text: short(under) })}</small>}
            </>
          ),
        }));
        return { choices, count: t('place.count', { count: total }) };
      }}
    />
  );
}
