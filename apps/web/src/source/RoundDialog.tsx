import { Labels, MOST_LABELS } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfRound } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField, TextField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { ROUND_PANE } from './panes.ts';
import { useShown } from './useShown.ts';

/** Begins a round on the text that is read: what to look for, and as what to mark it. */
export function RoundDialog({ onClose }: DialogProps<'round'>) {
  const { t } = useTranslation(['round', 'common']);
  const session = useOpenMap();
  const shown = useShown();
  const edition = shown?.edition.id ?? '';
  const [typed, keep] = useTyped(placeOfRound(edition));
  const [words, setWords] = useState(t('begin.usual'));
  const question = (typed?.text ?? '').trim();
  const labels = Labels.safeParse(labelsIn(words));
  const isReady = question !== '' && fits(question, ROOM.question) && labels.success;
  const begin = (): void => {
    if (!isReady) return;
    if (!askFor(session, { kind: 'begin-round', round: newId(), edition, question, labels: labels.data }))
      return;
    keep(undefined);
    session.screen.getState().showTab(ROUND_PANE);
    session.screen.getState().openPanel(true);
    onClose();
  };
  return (
    <Dialog
      open
      title={t('begin.title', { title: shown?.source.title ?? '' })}
      about={t('begin.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <form
        className="claim-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          begin();
        }}
      >
        <TextAreaField
          label={t('begin.question')}
          placeholder={t('begin.example')}
          autoFocus
          rows={2}
          room={ROOM.question}
          value={typed?.text ?? ''}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <TextField
          label={t('begin.labels')}
          hint={t('begin.labelsHint', { most: MOST_LABELS })}
          error={labels.success ? null : t('begin.labelsWrong', { most: MOST_LABELS })}
          value={words}
          onChange={({ target: { value } }) => setWords(value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button look="solid" type="submit" disabled={!isReady}>
            {t('begin.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const labelsIn = (words: string): string[] =>
  [...new Set(words.split(/[,，、;；\n]+/).map((word) => word.trim()))].filter(Boolean);
