import { isGuessable, NewPassword } from '@counterpoint/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, meQuery, type Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { toast } from '../ui/toast.ts';
import { sessionsQuery } from './sessionsQuery.ts';

interface Outcome {
  readonly old?: string;
  readonly new?: string;
  readonly problem?: Problem;
}

/** The old one is asked: whoever finds the page open is not let any further. */
export function PasswordForm() {
  const { t } = useTranslation(['person', 'account']);
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const [given, setGiven] = useState({ old: '', password: '' });
  const [outcome, submit, busy] = useActionState(async (): Promise<Outcome> => {
    if (given.old === '') return { old: t('passwordMissing', { ns: 'account' }) };
    const asked = NewPassword.safeParse(given);
    if (!asked.success) return { new: t('passwordError', { ns: 'account' }) };
    const name = queries.getQueryData(meQuery.queryKey)?.account?.name ?? '';
    if (isGuessable({ login: '', name, password: asked.data.password }))
      return { new: t('passwordGuessable', { ns: 'account' }) };
    const changed = await api.changePassword(asked.data);
    if (!changed.ok) return problemAt(changed.refusal);
    setGiven({ old: '', password: '' });
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    toast(t('password.done'));
    return {};
  }, {});
  const type = shown ? 'text' : 'password';
  return (
    <form className="account-form" action={submit} noValidate>
      <TextField
        type={type}
        label={t('password.old')}
        error={outcome.old ?? null}
        value={given.old}
        onChange={({ target: { value: old } }) => setGiven((now) => ({ ...now, old }))}
        autoComplete="current-password"
      />
      <TextField
        type={type}
        label={t('password.new')}
        hint={t('password.hint')}
        error={outcome.new ?? null}
        value={given.password}
        onChange={({ target: { value: password } }) => setGiven((now) => ({ ...now, password }))}
        autoComplete="new-password"
      />
      <Switch label={t('showPassword', { ns: 'account' })} checked={shown} onChange={setShown} />
      <p className="problem" role="alert">
        {outcome.problem && refusalText(outcome.problem)}
      </p>
      <Button type="submit" busy={busy}>
        {t('password.save')}
      </Button>
    </form>
  );

  function problemAt(problem: Problem): Outcome {
    if (problem.code === 'wrong-credentials') return { old: t('password.wrong') };
    return problem.code === 'weak-password' ? { new: refusalText(problem) } : { problem };
  }
}
