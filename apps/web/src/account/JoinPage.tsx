import { PersonName, type Invitation } from '@counterpoint/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useActionState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData, useNavigate } from 'react-router';
import type { Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { useTypedOnPage } from '../open/useTypedOnPage.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TextField } from '../ui/Field.tsx';
import './account.css';
import { join, type JoinData } from './joinLoader.ts';

export function JoinPage() {
  const data = useLoaderData<JoinData>();
  return 'problem' in data ? (
    <NoEntry problem={data.problem} />
  ) : (
    <Entry invitation={data.invitation} inviteKey={data.key} />
  );
}

function Entry({ invitation, inviteKey }: { invitation: Invitation; inviteKey: string }) {
  const { t } = useTranslation(['account', 'common']);
  const title = t('join.title', { title: invitation.title });
  return (
    <div className="account-page">
      <title>{title}</title>
      <div>
        <p className="join-invited">{t('join.invited')}</p>
        <h1>{invitation.title}</h1>
      </div>
      <p className="join-role">
        <strong>{t('join.as', { role: t(`role.${invitation.role}`, { ns: 'common' }) })}</strong>
        <span>{t(`join.${invitation.role}`)}</span>
      </p>
      <div className="account-card">
        <NameForm inviteKey={inviteKey} />
      </div>
      <p className="join-other">
        <Link to={`/sign-in?to=${encodeURIComponent(`/join/${inviteKey}`)}`}>{t('join.haveAccount')}</Link>
      </p>
    </div>
  );
}

function NameForm({ inviteKey }: { inviteKey: string }) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [given, keep] = useTypedOnPage(null, `name ${inviteKey}`);
  const [state, submit, busy] = useActionState(async (): Promise<JoinState> => {
    const name = PersonName.safeParse(given);
    if (!name.success) return { wrong: true };
    const joined = await join(queries, inviteKey, name.data);
    if (!joined.ok) return { problem: joined.refusal };
    keep(undefined);
    await navigate(`/maps/${joined.value.map}`);
    return {};
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      <TextField
        name="name"
        label={t('join.name')}
        hint={t('join.nameHint')}
        error={state.wrong ? t('nameError') : null}
        value={given}
        onChange={({ target: { value } }) => keep(value)}
        autoComplete="nickname"
      />
      <p className="problem" role="alert">
        {state.problem && refusalText(state.problem)}
      </p>
      <Button look="solid" type="submit" busy={busy}>
        {t('join.enter')}
      </Button>
    </form>
  );
}

interface JoinState {
  readonly wrong?: boolean;
  readonly problem?: Problem;
}

function NoEntry({ problem }: { problem: Problem }) {
  const { t } = useTranslation(['account', 'common']);
  const title = t(problem.code === 'taken-out' ? 'join.takenOut' : 'join.failed');
  return (
    <div className="page-note">
      <title>{title}</title>
      <EmptyState
        level={1}
        title={title}
        actions={
          <>
            <Link className="button solid" to="/?code">
              {t('join.enterCode')}
            </Link>
            <Link className="button ghost" to="/">
              {t('home', { ns: 'common' })}
            </Link>
          </>
        }
      >
        <p>{refusalText(problem)}</p>
      </EmptyState>
    </div>
  );
}
