import type { Invitation, Me } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useRevalidator } from 'react-router';
import { Button } from '../ui/Button.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { JoinForm } from './JoinForm.tsx';
import { leaveDialog } from './leaveDialog.ts';
import { losesNothing, useSignOut } from './useSignOut.ts';

interface KnownHereProps {
  invitation: Invitation;
  inviteKey: string;
  me: Me | null;
  /** Nobody is signed in any more: somebody else is about to come. */
  onOther: () => void;
}

/** [Z-08] Who opens an invitation where somebody is signed in says which of the two they are: many share a computer. */
export function KnownHere({ invitation, inviteKey, me, onOther }: KnownHereProps) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [leaving, setLeaving] = useState(false);
  const { comesAs: faces, participant, map } = invitation;
  const account = me?.account ?? null;
  const name = account?.name ?? null;
  const signOut = useSignOut(() => {
    onOther();
    return revalidate();
  });
  return (
    <div className="known-here">
      <h2>{name === null ? t('join.knownFace') : t('join.known', { name })}</h2>
      {participant === null ? (
        <JoinForm inviteKey={inviteKey} faces={faces} own={name} isAsked={false} isFocused={false} />
      ) : (
        <>
          <p>{t('join.already')}</p>
          <Link className="button solid" to={`/maps/${map}`}>
            {name === null ? t('join.goOnFace') : t('join.goOn', { name })}
          </Link>
        </>
      )}
      <Button
        busy={signOut.isPending}
        onClick={() => (losesNothing(me ?? undefined) ? signOut.mutate() : setLeaving(true))}
      >
        {t('join.other')}
      </Button>
      <p className="note">{t('join.otherAbout')}</p>
      {leaving && (
        <Fetched
          load={leaveDialog}
          props={{
            guest: account?.guest ? account.name : null,
            faces: me?.faces !== undefined,
            onKeep: () =>
              void navigate(`/sign-in?task=sign-up&to=${encodeURIComponent(`/join/${inviteKey}`)}`),
            onLeave: () => signOut.mutate(),
            onClose: () => setLeaving(false),
          }}
          onMissing={() => setLeaving(false)}
        />
      )}
    </div>
  );
}
