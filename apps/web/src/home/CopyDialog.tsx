import type { MapSummary, NewCopy } from '@counterpoint/shared';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

interface CopyDialogProps {
  map: MapSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  copy: (asked: NewCopy) => void;
  isBusy: boolean;
}

/** [Y1] For who may bring the people along; whoever may not is asked nothing. */
export function CopyDialog({ map, open, onOpenChange, copy, isBusy }: CopyDialogProps) {
  const { t } = useTranslation('home');
  const { title, faces } = map.info;
  return (
    <Dialog
      title={t('copying.title', { title })}
      about={t('copying.about')}
      open={open}
      onOpenChange={onOpenChange}
    >
      <CopyForm
        about={t(faces === 'pseudonymous' ? 'copying.pseudonyms' : 'copying.named')}
        copy={copy}
        isBusy={isBusy}
        onCancel={() => onOpenChange(false)}
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
  const { t } = useTranslation(['home', 'common']);
  const [people, setPeople] = useState(false);
  const described = useId();
  return (
    <>
      <div className="copying">
        <Switch label={t('copying.people')} checked={people} onChange={setPeople} describedBy={described} />
        <p id={described}>{about}</p>
      </div>
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" busy={isBusy} onClick={() => copy({ people })}>
          {t('copy')}
        </Button>
      </DialogActions>
    </>
  );
}
