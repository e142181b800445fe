import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, valueOf } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

/** Where the links in letters lead: one press confirms an address, or ends the letters. Programs that only look at links press nothing. */
export function MailPage() {
  const { t } = useTranslation(['account', 'common']);
  const { task, key = '' } = useParams();
  const does = task === 'leave' ? 'leave' : 'confirm';
  const press = useMutation({
    mutationFn: () => valueOf(does === 'leave' ? api.leaveMail(key) : api.confirmMail(key)),
  });
  const title = t(press.isSuccess ? `mail.${does}Done` : press.isError ? 'mail.old' : `mail.${does}Title`);
  return (
    <div className="page-note">
      <title>{title}</title>
      <EmptyState
        level={1}
        title={title}
        actions={
          press.isSuccess || press.isError ? (
            <Link className="button solid" to="/">
              {t('home', { ns: 'common' })}
            </Link>
          ) : (
            <Button look="solid" busy={press.isPending} onClick={() => press.mutate()}>
              {t(`mail.${does}`)}
            </Button>
          )
        }
      >
        <p>
          {t(press.isError ? 'mail.oldText' : press.isSuccess ? `mail.${does}DoneText` : `mail.${does}Text`)}
        </p>
      </EmptyState>
    </div>
  );
}
