import type { Id, Invite } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { day } from '../i18n/inWords.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Field } from '../ui/Field.tsx';
import { toast } from '../ui/toast.ts';
import { home } from '../base.ts';

interface InviteCardProps {
  map: Id;
  invite: Invite;
  onRevoked: () => void;
}

/** One invitation: a link to send, a code to write on the board. */
export function InviteCard({ map, invite, onRevoked }: InviteCardProps) {
  const { t } = useTranslation('share');
  const link = `${home}/join/${invite.token}`;
  const revoke = useMutation({
    mutationFn: () => valueOf(api.revokeInvite(map, invite.id)),
    onSuccess: () => {
      toast(t('revoked'));
      onRevoked();
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  return (
    <div className="invite">
      <Field label={t('link')}>
        {(described) => (
          <div className="with-copy">
            <input
              className="control"
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
              {...described}
            />
            <CopyButton text={link} label={t('copyLink')} />
          </div>
        )}
      </Field>
      <Field label={t('code')} hint={t('codeHint')}>
        {(described) => (
          <div className="with-copy">
            <output className="code" {...described}>
              {invite.code}
            </output>
            <CopyButton text={invite.code} label={t('copyCode')} />
          </div>
        )}
      </Field>
      <p className="facts">
        <span>{t('expires', { day: day(invite.expiresAt) })}</span>
        <span>{invite.uses === 0 ? t('unused') : t('uses', { count: invite.uses })}</span>
        <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('revoke')}
        </Button>
      </p>
    </div>
  );
}
