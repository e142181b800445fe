import type { Faces, Invitation, Me } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLoaderData } from 'react-router';
import type { Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import './account.css';
import { JoinForm } from './JoinForm.tsx';
import { KnownHere } from './KnownHere.tsx';
import type { JoinData } from './joinLoader.ts';

export function JoinPage() {
  const data = useLoaderData<JoinData>();
  return 'problem' in data ? (
    <NoEntry problem={data.problem} />
  ) : (
    <Entry invitation={data.invitation} inviteKey={data.key} me={data.me} />
  );
}

interface EntryProps {
  invitation: Invitation;
  inviteKey: string;
  me: Me | null;
}

function Entry({ invitation, inviteKey, me }: EntryProps) {
  const { t } = useTranslation(['account', 'common']);
  const [isOther, setIsOther] = useState(false);
  const title = t('join.title', { title: invitation.title });
  const { comesAs: faces, participant } = invitation;
  const account = me?.account?.name ?? null;
  // Where no name of theirs stands, nobody is taken for the one before.
  const isKnown = participant !== null || (account !== null && faces !== 'anonymous');
  return (
    <div className="account-page">
      <title>{title}</title>
      <div>
        <p className="join-invited">{t('join.invited')}</p>
        <h1>{invitation.title}</h1>
      </div>
      {participant === null && (
        <>
          <p className="join-role">
            <strong>{t('join.as', { role: t(`role.${invitation.role}`, { ns: 'common' }) })}</strong>
            <span>{t(`join.${invitation.role}`)}</span>
          </p>
          <HowNamed faces={faces} others={invitation.faces} account={account} />
        </>
      )}
      <div className="account-card">
        {isKnown ? (
          <KnownHere invitation={invitation} inviteKey={inviteKey} me={me} onOther={() => setIsOther(true)} />
        ) : (
          <JoinForm
            inviteKey={inviteKey}
            faces={faces}
            own={null}
            isAsked={account === null && faces !== 'anonymous'}
            isFocused={isOther}
          />
        )}
      </div>
      {!isKnown && account === null && faces !== 'anonymous' && (
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
