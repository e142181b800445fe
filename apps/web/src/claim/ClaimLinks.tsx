import type { Claim, Id, Relation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useShowClaim } from '../open/showClaim.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { Icon } from '../ui/Icon.tsx';

export interface Linked {
  /** Where a press leads. */
  readonly id: Id;
  readonly claim: Claim;
  readonly sign: Relation | 'andAlso' | 'reference';
  readonly isReference: boolean;
}

interface ClaimLinksProps {
  title: string;
  links: readonly Linked[];
  /** Beside the title, in place of how many there are. */
  count?: string;
  /** Said when there are none; without it the whole list is left out. */
  empty?: string;
}

/** A list of claims to go to. */
export function ClaimLinks({ title, links, count, empty }: ClaimLinksProps) {
  const { t } = useTranslation('claim');
  const goTo = useShowClaim();
  if (links.length === 0 && empty === undefined) return null;
  return (
    <section className="claim-section">
      <h2>
        {title} {links.length > 0 && <span className="claim-count">{count ?? links.length}</span>}
      </h2>
      {links.length === 0 && <p className="claim-quiet">{empty}</p>}
      <ul className="claim-links">
        {links.map(({ id, claim, sign, isReference }) => (
          <li key={id}>
            {sign === 'andAlso' || sign === 'reference' ? (
              <span className="claim-sign">{t(`sign.${sign}`)}</span>
            ) : (
              <RelationTag relation={sign} tint />
            )}
            <button type="button" className="claim-link" lang={claim.language} onClick={() => goTo(id)}>
              {isReference && <Icon name="link" size={13} />}
              {claim.text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
