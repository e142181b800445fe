import type { MailSettings } from '@counterpoint/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryOfMail, type Problem } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Switch } from '../ui/Switch.tsx';
import './account.css';

/** [M-09] Whether, and where, one wants a letter a day. */
export function MailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const settings = useQuery(queryOfMail).data;
  return (
    <Dialog open title={t('mail.title')} about={t('mail.about')} onOpenChange={(open) => !open && onClose()}>
      {settings ? <MailForm settings={settings} onClose={onClose} /> : <Spinner size={22} />}
    </Dialog>
  );
}

interface MailFormProps {
  settings: MailSettings;
  onClose: () => void;
}

interface Outcome {
  readonly problem?: Problem;
}

function MailForm({ settings, onClose }: MailFormProps) {
  const { t } = useTranslation(['account', 'common']);
  const queries = useQueryClient();
  const [address, setAddress] = useState(settings.address ?? '');
  const [digest, setDigest] = useState(settings.digest);
  const [outcome, submit, busy] = useActionState(async (): Promise<Outcome> => {
    const saved = await api.setMail({ address: address.trim(), digest, language: interfaceLanguage() });
    if (!saved.ok) return { problem: saved.refusal };
    queries.setQueryData(queryOfMail.queryKey, saved.value);
    // What waits for its answer stays in sight.
    if (saved.value.confirmed) onClose();
    return {};
  }, {});
  const forget = async (): Promise<void> => {
    const forgotten = await api.forgetMail();
    if (!forgotten.ok) return;
    queries.setQueryData(queryOfMail.queryKey, { address: null, confirmed: false, digest: true });
    onClose();
  };
  const { problem } = outcome;
  return (
    <form className="account-form" action={submit} noValidate>
      <TextField
        type="email"
        autoComplete="email"
        label={t('mail.address')}
        hint={hintOf(settings, address)}
        error={problem && (problem.code === 'invalid' ? t('mail.wrong') : refusalText(problem))}
        value={address}
        onChange={({ target: { value } }) => setAddress(value)}
      />
      <Switch label={t('mail.digest')} checked={digest} onChange={setDigest} />
      <DialogActions>
        {settings.address !== null && (
          <Button look="plain" onClick={() => void forget()}>
            {t('mail.forget')}
          </Button>
        )}
        <Button look="solid" type="submit" busy={busy} disabled={address.trim() === ''}>
          {t('mail.save')}
        </Button>
      </DialogActions>
    </form>
  );

  function hintOf({ address: kept, confirmed }: MailSettings, typed: string): string {
    if (kept === null || kept !== typed.trim()) return t('mail.asked');
    return t(confirmed ? 'mail.confirmed' : 'mail.waits');
  }
}
