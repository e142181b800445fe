import type { Listed, Relation } from '@counterpoint/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { ROOM } from '../open/rooms.ts';
import { usePastedList } from '../open/usePastedList.tsx';
import { RelationSquare } from '../relation/Relation.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { WritingField } from '../ui/WritingField.tsx';
import { relationsFor, type Draft } from './draft.ts';
import type { Row } from './outlineRows.ts';
import { short } from './rowWords.ts';

interface DraftRowProps {
  draft: Draft;
  level: number;
  anchor: Row | undefined;
  start: string;
  onWrite: (text: string) => void;
  onTurn: (relation: Relation) => void;
  onSave: (text: string, goOn?: boolean) => void;
  /** False when they were not taken. */
  onList: (items: readonly Listed[]) => boolean;
  onCancel: () => void;
}

/** A claim in the writing, at the place where it will stand. */
export function DraftRow({
  draft,
  level,
  anchor,
  start,
  onWrite,
  onTurn,
  onSave,
  onList,
  onCancel,
}: DraftRowProps) {
  const { t } = useTranslation('outline');
  const label = labelOf();
  const list = usePastedList(onList);
  const choices = relationsFor(draft, anchor);
  return (
    <div
      role="treeitem"
      className="outline-row outline-draft"
      aria-level={level}
      aria-selected={false}
      style={{ '--depth': level - 1 } as CSSProperties}
    >
      <RelationSquare relation={draft.relation} />
      <div className="outline-words">
        <small>{label}</small>
        {choices.length > 1 && (
          <Segmented
            label={t('kind')}
            value={draft.relation}
            options={choices.map((value) => ({ value, text: t(`do.${value}` as 'do.support') }))}
            onChange={onTurn}
          />
        )}
        <WritingField
          label={label}
          room={ROOM.claim}
          start={start}
          placeholder={t(`write.${draft.as === 'joint' ? 'joint' : draft.relation}`)}
          hint={t('draftKeys')}
          save={t('add')}
          cancel={t('cancel')}
          onWrite={onWrite}
          onSave={onSave}
          onTab={(text) => onSave(text, true)}
          onCancel={onCancel}
          onPaste={list.onPaste}
        />
        {list.question}
      </div>
    </div>
  );

  function labelOf(): string {
    if (!anchor || draft.relation === 'thesis') return t('new.thesis');
    if (draft.as === 'joint') return t('new.joint', { text: short(anchor.claim.text) });
    const over = draft.as === 'sibling' ? anchor.parent : anchor;
    return t(`new.${draft.relation}`, { text: short(over?.claim.text ?? '') });
  }
}
