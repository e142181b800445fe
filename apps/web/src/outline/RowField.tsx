import type { Id } from '@counterpoint/shared';
import { useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BeneathField } from '../open/BeneathField.tsx';
import { GoesTo } from '../open/GoesTo.tsx';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { sendAndGoOn, sendTyped } from '../open/writing.ts';
import { WritingField } from '../ui/WritingField.tsx';

interface RowFieldProps {
  label: string;
  hint: string;
  placeholder?: string;
  save: string;
  lang?: string;
  className?: string;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Where the focus goes when the field is left, or with null where nothing is selected. */
  back: Id | null;
  toRow: (id: Id | null) => void;
}

/** The field of a row: the page keeps its words, whatever becomes of the row. */
export function RowField({ back, toRow, ...words }: RowFieldProps) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const goes = useScreen((state) => state.goes);
  const { type, stopEditing } = session.screen.getState();
  const [start] = useState(() => session.screen.getState().typed);
  const toSelected = () => toRow(session.screen.getState().selected);
  return (
    <>
      <GoesTo to={goes} />
      <WritingField
        note={<BeneathField />}
        {...words}
        room={ROOM.claim}
        start={start}
        cancel={t('cancel')}
        onWrite={type}
        onSave={() => sendTyped(session, toSelected)}
        onTab={() => sendAndGoOn(session)}
        onCancel={() => {
          stopEditing();
          toRow(back);
        }}
      />
    </>
  );
}
