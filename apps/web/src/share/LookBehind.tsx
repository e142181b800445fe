import type { Participant } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useOpenMap } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

/** [Z-14] The name behind a pseudonym, for who decides: asked for with a reason, which the person reads. */
export function LookBehind({ person }: { person: Participant }) {
  const { t } = useTranslation('names');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <IconButton
        icon="key"
        label={t('behind.action', { name: person.name })}
        onClick={() => setAsking(true)}
      />
      {asking && <NameDialog person={person} onClose={() => setAsking(false)} />}
    </>
  );
}

function NameDialog({ person: { id, name }, onClose }: { person: Participant; onClose: () => void }) {
  const { t } = useTranslation(['names', 'common']);
  const { id: map } = useOpenMap();
  const [reason, setReason] = useState('');
  const asked = useMutation({ mutationFn: (why: string) => valueOf(api.nameBehind(map, id, why)) });
  const isSaid = reason.trim() !== '' && fits(reason, ROOM.reason);
  if (asked.data)
    return (
      <Dialog
        open
        title={t('behind.isTitle', { name })}
        about={t('behind.isAbout', { name })}
        onOpenChange={onClose}
      >
        <p className="name-behind">{asked.data.name}</p>
        <DialogActions>
          <Button look="solid" onClick={onClose}>
            {t('behind.close')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <Dialog open title={t('behind.title', { name })} about={t('behind.about')} onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isSaid && !asked.isPending) asked.mutate(reason.trim());
        }}
      >
        <TextAreaField
          label={t('behind.reason')}
          hint={t('behind.reasonHint')}
          room={ROOM.reason}
          rows={2}
          value={reason}
          onChange={({ target: { value } }) => setReason(value)}
        />
        <p className="problem" role="alert">
          {asked.error && problemText(asked.error)}
        </p>
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="solid" disabled={!isSaid} busy={asked.isPending}>
            {t('behind.show')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
