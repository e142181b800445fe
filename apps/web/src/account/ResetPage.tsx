import { Password, ResetKey } from '@counterpoint/shared';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { api, type Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TextField } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { toast } from '../ui/toast.ts';
import './account.css';

/** Where a link for a forgotten password leads. The key stands behind `#`: it is sent with the new password alone. */
export function ResetPage() {
  const { t } = useTranslation(['person', 'common']);
  const key = ResetKey.safeParse(useLocation().hash.slice(1));
  const [isOld, setOld] = useState(!key.success);
  const title = t(isOld ? 'reset.old' : 'reset.title');
  if (!key.success || isOld)
    return (
      <div className="page-note">
        <title>{title}</title>
        <EmptyState
          level={1}
          title={title}
          actions={
            <Link className="button ghost" to="/">
              {t('home', { ns: 'common' })}
            </Link>
          }
        >
          <p>{t('reset.oldText')}</p>
        </EmptyState>
      </div>
    );
  return (
    <div className="account-page">
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{t('reset.about')}</p>
      <div className="account-card">
        <ResetForm linkKey={key.data} onOld={() => setOld(true)} />
      </div>
    </div>
  );
}

interface Outcome {
  readonly wrong?: string;
  readonly problem?: Problem;
}

function ResetForm({ linkKey, onOld }: { linkKey: string; onOld: () => void }) {
  const { t } = useTranslation(['person', 'account']);
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [typed, setTyped] = useState('');
  const [{ wrong, problem }, submit, busy] = useActionState(async (): Promise<Outcome> => {
    const password = Password.safeParse(typed);
    if (!password.success) return { wrong: t('passwordError', { ns: 'account' }) };
    const set = await api.resetPassword({ key: linkKey, password: password.data });
    if (set.ok) {
      await navigate('/sign-in', { replace: true });
      toast(t('reset.done'));
      return {};
    }
    if (set.refusal.code === 'not-found') onOld();
    return set.refusal.code === 'weak-password'
      ? { wrong: refusalText(set.refusal) }
      : { problem: set.refusal };
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      <TextField
        type={shown ? 'text' : 'password'}
        label={t('password.new')}
        hint={t('passwordHint', { ns: 'account' })}
        error={wrong ?? null}
        value={typed}
        onChange={({ target: { value } }) => setTyped(value)}
        autoComplete="new-password"
      />
      <Switch label={t('showPassword', { ns: 'account' })} checked={shown} onChange={setShown} />
      <p className="problem" role="alert">
        {problem && refusalText(problem)}
      </p>
      <Button look="solid" type="submit" busy={busy}>
        {t('reset.save')}
      </Button>
    </form>
  );
}
