import { PersonName, type Faces, type Invitation } from '@counterpoint/shared';
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
    <Entry invitation={data.invitation} inviteKey={data.key} account={data.account} />
  );
}

interface EntryProps {
  invitation: Invitation;
  inviteKey: string;
  account: string | null;
}

function Entry({ invitation, inviteKey, account }: EntryProps) {
  const { t } = useTranslation(['account', 'common']);
  const title = t('join.title', { title: invitation.title });
  const { comesAs: faces } = invitation;
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
      <HowNamed faces={faces} others={invitation.faces} account={account} />
      <div className="account-card">
        <NameForm inviteKey={inviteKey} faces={faces} isAsked={account === null && faces !== 'anonymous'} />
      </div>
      {account === null && faces !== 'anonymous' && (
        <p className="join-other">
          <Link to={`/sign-in?to=${encodeURIComponent(`/join/${inviteKey}`)}`}>{t('join.haveAccount')}</Link>
        </p>
      )}
    </div>
  );
}

/** [S-11] Under which name one comes, before any is typed. */
function HowNamed({ faces, others, account }: { faces: Faces; others: Faces; account: string | null }) {
  const { t } = useTranslation('names');
  if (faces === 'named')
    return <p className="join-names">{t(others === 'named' ? 'join.named' : 'join.deciding')}</p>;
  return (
    <div className="join-names" data-faces={faces}>
      <strong>{t(faces)}</strong>
      <p>{t(`join.${faces}`)}</p>
      {faces === 'anonymous' && <p>{t('join.browser')}</p>}
      {faces === 'anonymous' && <p>{t('join.care')}</p>}
      {account !== null && (
        <p>{t(faces === 'anonymous' ? 'join.accountUnused' : 'join.account', { name: account })}</p>
      )}
    </div>
  );
}

interface NameFormProps {
  inviteKey: string;
  faces: Faces;
  /** Whether a name is asked for. */
  isAsked: boolean;
}

function NameForm({ inviteKey, faces, isAsked }: NameFormProps) {
  const { t } = useTranslation(['account', 'names']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [given, keep] = useTypedOnPage(null, `name ${inviteKey}`);
  const [state, submit, busy] = useActionState(async (): Promise<JoinState> => {
    const name = isAsked ? PersonName.safeParse(given) : undefined;
    if (name?.success === false) return { wrong: true };
    const joined = await join(queries, inviteKey, { faces, ...(name ? { name: name.data } : {}) });
    if (!joined.ok) return { problem: joined.refusal };
    keep(undefined);
    await navigate(`/maps/${joined.value.map}`);
    return {};
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      {isAsked && (
        <TextField
          name="name"
          label={t('join.name')}
          hint={faces === 'named' ? t('join.nameHint') : t('join.nameHint', { ns: 'names' })}
          error={state.wrong ? t('nameError') : null}
          value={given}
          onChange={({ target: { value } }) => keep(value)}
          autoComplete="nickname"
        />
      )}
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
