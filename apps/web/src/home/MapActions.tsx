import { may, type MapSummary } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, mapsQuery, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useThisMap } from '../open/useThisMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { toast } from '../ui/toast.ts';

/** Copying and deleting, behind the dots of a card. */
export function MapActions({ map }: { map: MapSummary }) {
  const { t } = useTranslation('home');
  const [deleting, setDeleting] = useState(false);
  const { use, isBusy } = useThisMap(map.id);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton icon="more" label={t('actions', { title: map.info.title })} aria-busy={isBusy} />
        }
      >
        <MenuItem icon="copy" onSelect={use}>
          {t('copy')}
        </MenuItem>
        {may(map.role, 'delete', map.info.access) && (
          <MenuItem icon="trash" danger onSelect={() => setDeleting(true)}>
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
      <DeleteDialog map={map} open={deleting} onOpenChange={setDeleting} />
    </>
  );
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

/** Does one thing to the list of maps, and says how it went. */
function useMapTask<T>(task: () => Promise<T>, done: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: task,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
      toast(done);
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
}
