import type { MapSummary, NewCopy } from '@counterpoint/shared';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

interface CopyDialogProps {
  map: MapSummary;
  onClose: () => void;
  copy: (asked: NewCopy) => void;
  isBusy: boolean;
}

/** [Y1] For who may bring the people along; whoever may not is asked nothing. */
export function CopyDialog({ map, onClose, copy, isBusy }: CopyDialogProps) {
  const { t } = useTranslation('copying');
  const { title, faces } = map.info;
  return (
    <Dialog title={t('title', { title })} about={t('about')} open onOpenChange={(next) => !next && onClose()}>
      <CopyForm
        about={t(faces === 'pseudonymous' ? 'pseudonyms' : 'named')}
        copy={copy}
        isBusy={isBusy}
        onCancel={onClose}
      />
    </Dialog>
  );
}

interface CopyFormProps extends Pick<CopyDialogProps, 'copy' | 'isBusy'> {
  about: string;
  onCancel: () => void;
}

/** As new whenever the dialog opens: nobody is brought along because they were the last time. */
function CopyForm({ about, copy, isBusy, onCancel }: CopyFormProps) {
  const { t } = useTranslation(['copying', 'home', 'common']);
  const [people, setPeople] = useState(false);
  const described = useId();
  return (
    <>
      <div className="copying">
        <Switch label={t('people')} checked={people} onChange={setPeople} describedBy={described} />
        <p id={described}>{about}</p>
      </div>
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" busy={isBusy} onClick={() => copy({ people })}>
          {t('copy', { ns: 'home' })}
        </Button>
      </DialogActions>
    </>
  );
}
