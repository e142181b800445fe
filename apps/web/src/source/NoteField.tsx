import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import type { Picked } from '../open/picked.ts';
import { placeOfNote } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { WritingField } from '../ui/WritingField.tsx';
import type { Spot } from './spot.ts';

interface NoteFieldProps {
  picked: Picked;
  spot: Spot;
  onDone: () => void;
}

/** A note on a passage: one's own until one opens it. */
export function NoteField({ picked, spot, onDone }: NoteFieldProps) {
  const { t } = useTranslation(['source', 'claim']);
  const session = useOpenMap();
  const { edition, start, end } = picked;
  const [typed, keep] = useTyped(placeOfNote(picked));
  const save = (text: string): void => {
    const edit = { kind: 'annotate', annotation: newId(), edition, start, end, text, open: false } as const;
    if (!askFor(session, edit)) return;
    keep(undefined);
    onDone();
  };
  return (
    <div className="source-float" style={spot}>
      <div className="source-note-field">
        <blockquote>{picked.exact}</blockquote>
        <WritingField
          label={t('note.label')}
          placeholder={t('note.private')}
          room={ROOM.note}
          start={typed?.text ?? ''}
          save={t('save', { ns: 'claim' })}
          cancel={t('cancel', { ns: 'claim' })}
          onWrite={(text) => keep(text === '' ? undefined : { text })}
          onSave={save}
          onCancel={onDone}
        />
      </div>
    </div>
  );
}
