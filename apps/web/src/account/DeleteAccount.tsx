import type { Departure } from '@counterpoint/shared';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, meQuery, valueOf, type Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast.ts';

export function DeleteAccount({ guest }: { guest: boolean }) {
  const { t } = useTranslation('person');
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button look="danger" className="account-alone" onClick={() => setAsked(true)}>
        {t('delete.open')}
      </Button>
      {asked && <DeleteDialog guest={guest} onClose={() => setAsked(false)} />}
    </>
  );
}

function DeleteDialog({ guest, onClose }: { guest: boolean; onClose: () => void }) {
  const { t } = useTranslation('person');
  const departure = useQuery({
    queryKey: ['departure'],
    queryFn: () => valueOf(api.departure()),
    staleTime: 0,
    gcTime: 0,
  }).data;
  return (
    <Dialog open title={t('delete.ask')} about={t('delete.askAbout')} onOpenChange={onClose}>
      {departure ? (
        <DeleteForm guest={guest} departure={departure} onClose={onClose} />
      ) : (
        <Spinner size={22} />
      )}
    </Dialog>
  );
}

interface DeleteFormProps {
  guest: boolean;
  departure: Departure;
  onClose: () => void;
}

interface Outcome {
  readonly wrong?: string;
  readonly problem?: Problem;
}

/** Whoever has a password says it; a guest types a word, so that no slip of a hand does it. */
function DeleteForm({ guest, departure, onClose }: DeleteFormProps) {
  const { t } = useTranslation(['person', 'common', 'account']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const isHeld = departure.held.length > 0;
  const [{ wrong, problem }, submit, busy] = useActionState(async (): Promise<Outcome> => {
    if (guest && typed.trim().toLowerCase() !== t('delete.word')) return { wrong: t('delete.wrongWord') };
    if (!guest && typed === '') return { wrong: t('passwordMissing', { ns: 'account' }) };
    const gone = await api.deleteAccount(guest ? {} : { password: typed });
    if (!gone.ok)
      return gone.refusal.code === 'wrong-credentials'
        ? { wrong: t('password.wrong') }
        : { problem: gone.refusal };
    queries.clear();
    queries.setQueryData(meQuery.queryKey, gone.value);
    await navigate('/');
    toast(t('delete.done'));
    return {};
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      <Maps departure={departure} />
      {!isHeld && (
        <TextField
          type={guest ? 'text' : 'password'}
          label={t(guest ? 'delete.typed' : 'delete.password')}
          error={wrong ?? null}
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
          autoComplete={guest ? 'off' : 'current-password'}
        />
      )}
      <p className="problem" role="alert">
        {problem && refusalText(problem)}
      </p>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="danger" type="submit" busy={busy} disabled={isHeld}>
          {t('delete.do')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** What becomes of the maps, before anything is done. */
function Maps({ departure: { held, deleted, kept } }: { departure: Departure }) {
  const { t } = useTranslation('person');
  const list = (maps: Departure['held']) => (
    <ul>
      {maps.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/maps/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="account-maps">
      {held.length > 0 && <p>{t('delete.held')}</p>}
      {held.length > 0 && list(held)}
      {deleted.length > 0 && <p>{t('delete.deleted')}</p>}
      {deleted.length > 0 && list(deleted)}
      {kept > 0 && <p>{t('delete.kept', { count: kept })}</p>}
    </div>
  );
}
