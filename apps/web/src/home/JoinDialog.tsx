import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { focusField } from '../ui/focusField.ts';
import { formText } from '../ui/formText.ts';

/** Takes a code as it was read from a board: small letters, blanks and full-width characters are all right. */
export function JoinDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['home', 'common']);
  const navigate = useNavigate();
  const [wrong, setWrong] = useState(false);

  function handleSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = plainCode(formText(new FormData(event.currentTarget), 'code'));
    const sound = /^[A-Z0-9]{6}$/.test(code);
    setWrong(!sound);
    focusField(event.currentTarget, sound ? [] : ['code']);
    if (sound) void navigate(`/join/${code}`);
  }

  return (
    <Dialog
      title={t('code.title')}
      about={t('code.about')}
      open={open}
      onOpenChange={(next) => {
        if (next) return;
        setWrong(false);
        onClose();
      }}
    >
      <form onSubmit={handleSubmit} noValidate>
        <TextField
          name="code"
          className="control code-input"
          label={t('code.label')}
          error={wrong ? t('code.error') : null}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button look="solid" type="submit">
            {t('code.go')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

export const plainCode = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
