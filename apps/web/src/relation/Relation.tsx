// The look of a relation everywhere: sign, word and colour together, so that none has to carry the meaning alone (U-09).
// The colours come with the attribute data-relation, see styles/tokens.css.
import type { Relation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import './Relation.css';

/** `pending` is a proposal of any relation that waits for a moderator. */
export type Sign = Relation | 'pending';

/** The sign alone, in the present text colour; whoever shows it says the word too. */
export function RelationSign({ relation, size = 13 }: { relation: Sign; size?: number }) {
  return (
    <svg viewBox="0 0 13 13" width={size} height={size} aria-hidden="true">
      {SIGNS[relation]}
    </svg>
  );
}

/** The coloured square with the sign, as at the head of a row; pale for what goes on with the one before. */
export function RelationSquare({ relation, pale = false }: { relation: Sign; pale?: boolean }) {
  return (
    <span className="relation-square" data-relation={relation} data-pale={pale || undefined}>
      <RelationSign relation={relation} />
    </span>
  );
}

/** Sign and word in the colour of the relation; with `tint` on its pale ground, as a tag. */
export function RelationTag({ relation, tint = false }: { relation: Sign; tint?: boolean }) {
  const { t } = useTranslation('relation');
  return (
    <span className={tint ? 'relation-tag relation-tint' : 'relation-tag'} data-relation={relation}>
      <RelationSign relation={relation} />
      {t(relation)}
    </span>
  );
}

const SIGNS = {
  thesis: <circle cx="6.5" cy="6.5" r="4.5" fill="currentColor" />,
  support: <path d="M6.5 1.5v10M1.5 6.5h10" stroke="currentColor" strokeWidth="2.4" />,
  rebut: <path d="M1.5 6.5h10" stroke="currentColor" strokeWidth="2.4" />,
  undercut: <path d="M1.5 11.5 11.5 1.5M3 2.5h5" stroke="currentColor" strokeWidth="2.2" />,
  pending: (
    <g fill="none" stroke="currentColor">
      <circle cx="6.5" cy="6.5" r="5" strokeWidth="1.8" />
      <path d="M6.5 3.5v3.2l2 1.4" strokeWidth="1.6" />
    </g>
  ),
} as const;
