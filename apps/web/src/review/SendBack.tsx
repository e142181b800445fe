import type { Edit, Proposal, Reason } from '@counterpoint/shared';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfReason } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { isComposing } from '../ui/isComposing.ts';
import { fits } from '../ui/room.ts';
import { decisionOn } from './decisions.ts';
import { Reasons, useReasons } from '../relation/Reasons.tsx';

interface SendBackProps {
  /** One, or several for the same reason. */
  proposals: readonly [Proposal, ...Proposal[]];
  verdict: 'returned' | 'rejected';
  onDone: (edit: Edit) => void;
  onCancel: () => void;
}

/** [M-04] Why? A number chooses out of the list; its author and the record will show it. */
export function SendBack({ proposals, verdict, onDone, onCancel }: SendBackProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfReason(proposals[0].id));
  const [code, setCode] = useState<Reason | null>(null);
  const offered = useReasons();
  const note = typed?.text ?? '';
  const reason = note.trim() === '' ? null : note.trim();
  const isSaid = reason !== null || (code !== null && code !== 'other');
  const send = (): void => {
    if (!isSaid || !fits(note, ROOM.reason)) return;
    const edit = decisionOn(proposals, { verdict, code, reason });
    if (!askFor(session, edit, proposals.length > 1 ? () => undefined : undefined)) return;
    keep(undefined);
    onDone(edit);
  };
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (isComposing(event)) return;
    const inField = event.target instanceof HTMLTextAreaElement;
    const chosen = inField ? undefined : offered[Number(event.key) - 1];
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else if (chosen) setCode(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="review-box" onKeyDown={handleKey}>
      <p>
        <b>{t(verdict === 'returned' ? 'returnWhy' : 'rejectWhy')}</b> <small>{t('shownToAuthor')}</small>
      </p>
      <Reasons code={code} numbered onChoose={setCode} />
      <TextAreaField
        label={t('note')}
        room={ROOM.reason}
        rows={2}
        value={note}
        onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
      />
      <div className="review-verbs">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button look="solid" disabled={!isSaid} onClick={send}>
          {t(verdict === 'returned' ? 'returnDo' : 'rejectDo')}
          <kbd aria-hidden="true">Ctrl ↵</kbd>
        </Button>
      </div>
    </div>
  );
}
