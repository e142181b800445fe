import type { Proposal } from '@counterpoint/shared';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelationSquare, RelationTag } from '../relation/Relation.tsx';
import { SideTag } from '../open/SideTag.tsx';
import { UnreadDot } from '../open/UnreadDot.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Row } from './outlineRows.ts';
import type { RowWords } from './rowWords.ts';

interface OutlineRowProps {
  row: Row;
  words: RowWords;
  /** Its words are new to this person, or others. */
  unread: 'new' | 'reworded' | null;
  selected: boolean;
  /** The one row that Tab leads to. */
  tabStop: boolean;
  /** Whether a proposal or a draft is about it. */
  waiting: Proposal['state'] | undefined;
  onFold: () => void;
  onEdit: () => void;
  /** A field over the text, when the wording is open. */
  field: ReactNode;
  /** Shown where words wait in a closed field. */
  unsent: ReactNode;
}

/** One claim at one place: its relation, its words, and what is to know about it. */
export function OutlineRow({
  row,
  words,
  unread,
  selected,
  waiting,
  field,
  unsent,
  ...rest
}: OutlineRowProps) {
  const { t } = useTranslation('relation');
  const isMore = row.joint !== null && row.joint.index > 0;
  return (
    <div
      role="treeitem"
      data-row={row.id}
      className="outline-row"
      aria-label={field ? undefined : words.name}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-selected={selected}
      aria-expanded={row.children.length > 0 ? !row.folded : undefined}
      tabIndex={rest.tabStop ? 0 : -1}
      data-thesis={row.parent === null || undefined}
      data-waiting={waiting}
      style={{ '--depth': row.level - 1 } as CSSProperties}
    >
      {row.within.map((level) => (
        <Bracket key={level} level={level} part="through" />
      ))}
      {row.joint && <Bracket level={row.level} part={partOf(row.joint)} />}
      <RelationSquare relation={waiting === 'pending' ? 'pending' : row.relation} pale={isMore} />
      <div className="outline-words">
        {field ?? (
          <p lang={row.claim.language} onDoubleClick={rest.onEdit}>
            {unread && <UnreadDot words={unread} />}
            {row.reference && <Icon name="link" size={14} />}
            {row.claim.text}
          </p>
        )}{' '}
        <small>
          {isMore ? <b>{t('andAlso')}</b> : <RelationTag relation={row.relation} />}
          {words.side && ' '}
          {words.side && <SideTag side={words.side} />}
          {/* The spaces part the words for those who only hear them. */}
          {words.notes.map((note) => [' ', <span key={note}>{note}</span>])}
          {words.strength && ' '}
          {words.strength && <span title={words.strength.told}>{words.strength.figure}</span>}
        </small>
        {unsent}
      </div>
      <FoldButton row={row} beneath={words.beneath} onFold={rest.onFold} />
    </div>
  );
}

/** The line that holds joint premises together, over whatever stands between them. */
function Bracket({ level, part }: { level: number; part: 'first' | 'middle' | 'last' | 'through' }) {
  return <span className="outline-bracket" data-part={part} style={{ '--at': level - 1 } as CSSProperties} />;
}

function partOf({ index, count }: NonNullable<Row['joint']>): 'first' | 'middle' | 'last' {
  return index === 0 ? 'first' : index === count - 1 ? 'last' : 'middle';
}

function FoldButton({ row, beneath, onFold }: { row: Row; beneath: number; onFold: () => void }) {
  const { t } = useTranslation('outline');
  if (row.children.length === 0) return null;
  return (
    <button
      type="button"
      className="outline-fold"
      data-hidden={(row.folded && beneath) || undefined}
      tabIndex={-1}
      aria-label={t(row.folded ? 'unfold' : 'foldIt')}
      onClick={onFold}
    >
      <Icon name={row.folded ? 'right' : 'down'} />
    </button>
  );
}
