import { NewReset, type Reset } from '@counterpoint/shared';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Problem } from '../api.ts';
import { clockTime } from '../i18n/inWords.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { TextField } from '../ui/Field.tsx';
import { home } from '../base.ts';

interface Outcome {
  readonly wrong?: boolean;
  readonly problem?: Problem;
  readonly made?: Reset;
}

/** For who runs the server: a link that lets somebody in who forgot their password. */
export function ResetForOther() {
  const { t } = useTranslation(['person', 'account']);
  const [login, setLogin] = useState('');
  const [{ wrong, problem, made }, submit, busy] = useActionState(async (): Promise<Outcome> => {
    const asked = NewReset.safeParse({ login });
    if (!asked.success) return { wrong: true };
    const reset = await api.makeReset(asked.data);
    if (!reset.ok) return { problem: reset.refusal };
    setLogin('');
    return { made: reset.value };
  }, {});
  return (
    <>
      <form className="account-form" action={submit} noValidate>
        <TextField
          label={t('admin.login')}
          error={wrong ? t('loginError', { ns: 'account' }) : problem ? textOf(problem) : null}
          value={login}
          onChange={({ target: { value } }) => setLogin(value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button type="submit" busy={busy}>
          {t('admin.make')}
        </Button>
      </form>
      {made && <Link made={made} />}
    </>
  );

  function textOf(problem: Problem): string {
    return problem.code === 'not-found' ? t('admin.missing') : refusalText(problem);
  }
}

function Link({ made: { name, path, expiresAt } }: { made: Reset }) {
  const { t } = useTranslation('person');
  const address = `${home}${path}`;
  return (
    <div role="status">
      <b>{t('admin.link', { name })}</b>
      <p className="account-link">
        <code>{address}</code>
        <CopyButton text={address} label={t('admin.copy')} />
      </p>
      <p className="about">{t('admin.until', { when: clockTime(expiresAt) })}</p>
    </div>
  );
}
