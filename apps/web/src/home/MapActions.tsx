import { may, type MapSummary } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, Refused, valueOf } from '../api.ts';
import { fetchLaterWords } from '../i18n/i18n.ts';
import { newId } from '../open/newId.ts';
import { useThisMap } from '../open/useThisMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useMapTask } from './useMapTask.ts';

const copyDialog = async () => {
  const [{ CopyDialog }] = await Promise.all([import('./CopyDialog.tsx'), fetchLaterWords()]);
  return CopyDialog;
};

/** Copying, archiving and what follows from that, behind the dots of a card: only what lies in the archive can be deleted. */
export function MapActions({ map }: { map: MapSummary }) {
  const { t } = useTranslation('home');
  const [deleting, setDeleting] = useState(false);
  const [copying, setCopying] = useState(false);
  const { use, isBusy } = useThisMap(map.id);
  const { title, hold } = map.info;
  const isArchived = hold === 'archived';
  const isMine = may(map.role, 'delete', map.info.access);
  const mayBring = may(map.role, 'bring') && map.info.faces !== 'anonymous';
  const archive = useMapTask(() => held(map, 'archived'), t('archivedDone', { title }));
  const restore = useMapTask(() => held(map, 'none'), t('restored', { title }));
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton icon="more" label={t('actions', { title: map.info.title })} aria-busy={isBusy} />
        }
      >
        <MenuItem icon="copy" onSelect={() => (mayBring ? setCopying(true) : use())}>
          {t('copy')}
        </MenuItem>
        {isMine && !isArchived && (
          <MenuItem icon="lock" onSelect={() => archive.mutate()}>
            {t('archive')}
          </MenuItem>
        )}
        {isMine && isArchived && (
          <MenuItem icon="undo" onSelect={() => restore.mutate()}>
            {t('restore')}
          </MenuItem>
        )}
        {isMine && isArchived && (
          <MenuItem icon="trash" danger onSelect={() => setDeleting(true)}>
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
      {copying && (
        <Fetched
          load={copyDialog}
          props={{ map, onClose: () => setCopying(false), copy: use, isBusy }}
          onMissing={() => setCopying(false)}
        />
      )}
      <DeleteDialog map={map} open={deleting} onOpenChange={setDeleting} />
    </>
  );
}

/** [P27] By the same edit as within the map. */
async function held({ id }: MapSummary, hold: 'archived' | 'none'): Promise<void> {
  const edits = [{ id: newId(), edit: { kind: 'set-hold' as const, hold, slow: 0 } }];
  const [verdict] = (await valueOf(api.edit(id, { edits }))).verdicts;
  if (verdict && 'refusal' in verdict) throw new Refused(verdict.refusal);
}

interface DeleteDialogProps {
  map: MapSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

function DeleteDialog({ map, open, onOpenChange }: DeleteDialogProps) {
  const { t } = useTranslation(['home', 'common']);
  const { title } = map.info;
  const remove = useMapTask(() => valueOf(api.deleteMap(map.id)), t('deleted', { title }));
  return (
    <Dialog
      title={t('deleteTitle', { title })}
      about={t('deleteText')}
      open={open}
      onOpenChange={onOpenChange}
    >
      <DialogActions>
        <Button onClick={() => onOpenChange(false)}>{t('cancel', { ns: 'common' })}</Button>
        <Button
          look="danger"
          busy={remove.isPending}
          onClick={() => remove.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
        >
          {t('delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
