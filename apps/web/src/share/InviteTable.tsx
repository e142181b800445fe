import type { Id, Invite } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { clockTime, lasting } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { useNow } from '../ui/useNow.ts';
import { inHalves } from './CodeDialog.tsx';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

interface InviteTableProps {
  map: Id;
  invites: readonly Invite[];
  isLive: (invite: Invite) => boolean;
  onStopped: () => void;
}

/** [Z-08] Every invitation that works, of the roles that one may give, and behind a press those that ended this week. */
export function InviteTable({ map, invites, isLive, onStopped }: InviteTableProps) {
  const { t } = useTranslation('share');
  const [shown, setShown] = useState(false);
  const now = useNow();
  const live = invites.filter(isLive);
  const ended = invites.filter((one) => !isLive(one) && endOf(one) > now - WEEK);
  return (
    <section className="invite-list" aria-labelledby="share-live">
      <h3 id="share-live">
        {t('live')} <small>{live.length}</small>
      </h3>
      {live.length === 0 ? (
        <p className="note">{t('noneLive')}</p>
      ) : (
        <Rows invites={live} last={(invite) => <Stop map={map} invite={invite} onStopped={onStopped} />} />
      )}
      {ended.length > 0 && (
        <p className="note">
          {t('ended', { count: ended.length })}{' '}
          <Button look="plain" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'hideEnded' : 'showEnded')}
          </Button>
        </p>
      )}
      {shown && ended.length > 0 && <Rows invites={ended} last={() => null} />}
    </section>
  );
}

function Rows({ invites, last }: { invites: readonly Invite[]; last: (invite: Invite) => React.ReactNode }) {
  const { t } = useTranslation('share');
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('code')}</th>
          <th scope="col">{t('column.role')}</th>
          <th scope="col">{t('column.used')}</th>
          <th scope="col">{t('column.ends')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {invites.map((invite) => (
          <tr key={invite.id}>
            <th scope="row">{inHalves(invite.code)}</th>
            <td>{t(`may.${invite.role}`)}</td>
            <td>
              <Used invite={invite} />
            </td>
            <td>
              <Ends invite={invite} />
            </td>
            <td>{last(invite)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Used({ invite: { uses, most } }: { invite: Invite }) {
  const { t } = useTranslation('share');
  if (most === null) return t('usedAny', { count: uses });
  return (
    <span className="used">
      <meter min={0} max={most} value={uses} aria-hidden="true" />
      {t('usedOf', { uses, most })}
    </span>
  );
}

function Ends({ invite }: { invite: Invite }) {
  const { t } = useTranslation('share');
  const now = useNow();
  const end = endOf(invite);
  if (invite.revoked) return t('stoppedAt', { when: clockTime(end) });
  const left = end - now;
  return left > 0 && left < HOUR ? (
    <b className="soon">{t('inTime', { time: lasting(left) })}</b>
  ) : (
    clockTime(end)
  );
}

function Stop({ map, invite, onStopped }: { map: Id; invite: Invite; onStopped: () => void }) {
  const { t } = useTranslation('share');
  const stop = useMutation({
    mutationFn: () => valueOf(api.revokeInvite(map, invite.id)),
    onSuccess: () => toast(t('revoked')),
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
    onSettled: onStopped,
  });
  return (
    <Button
      aria-label={t('stopOne', { code: inHalves(invite.code) })}
      busy={stop.isPending}
      onClick={() => stop.mutate()}
    >
      {t('revoke')}
    </Button>
  );
}

const endOf = ({ stoppedAt, expiresAt }: Invite): number => stoppedAt ?? expiresAt;
