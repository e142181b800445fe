import type { Id } from '@counterpoint/shared';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { sendList } from '../open/sendList.ts';
import { usePastedList } from '../open/usePastedList.tsx';
import { turnDraft } from '../open/writing.ts';
import { RelationSquare } from '../relation/Relation.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { relationsFor, type Draft } from '../open/drafts.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { RowField } from './RowField.tsx';
import type { Row } from './outlineRows.ts';
import { short } from '../ui/short.ts';

interface DraftRowProps {
  draft: Draft;
  level: number;
  anchor: Row | undefined;
  toRow: (id: Id | null) => void;
}

/** A claim in the writing, at the place where it will stand. */
export function DraftRow({ draft, level, anchor, toRow }: DraftRowProps) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const label = labelOf();
  const choices = relationsFor(view, draft);
  const list = usePastedList((items) => sendList(session, items, () => toRow(draft.claim)));
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
            onChange={(relation) => turnDraft(session, relation)}
          />
        )}
        <RowField
          label={label}
          placeholder={t(`write.${draft.as === 'joint' ? 'joint' : draft.relation}`)}
          hint={t('draftKeys')}
          save={t('add')}
          back={draft.anchor}
          toRow={toRow}
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
