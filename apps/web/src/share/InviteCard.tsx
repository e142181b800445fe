import { facesFor, type Id, type Invite, type InviteBounds } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { home, spoken } from '../base.ts';
import { clockTime } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDoc, useScreen } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import { toast } from '../ui/toast.ts';
import { inHalves } from './CodeDialog.tsx';

interface InviteCardProps {
  map: Id;
  invite: Invite;
  onChanged: () => void;
}

/** One invitation: a code to write on the board, a link to send, a picture for a phone, and how far it goes. */
export function InviteCard({ map, invite, onChanged }: InviteCardProps) {
  const { t } = useTranslation('share');
  const ask = useScreen((state) => state.ask);
  const link = `${home}/join/${invite.token}`;
  const renew = useMutation({
    mutationFn: async () => {
      const { role, most, expiresAt: until } = invite;
      await valueOf(api.invite(map, { role, most, until }));
      await valueOf(api.revokeInvite(map, invite.id));
    },
    onSuccess: () => toast(t('renewed')),
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
    onSettled: onChanged,
  });
  return (
    <>
      <div className="invite">
        <div>
          <p>
            {t('wall.type')} <b>{spoken}</b>
          </p>
          <output className="code" aria-label={t('code')}>
            {inHalves(invite.code)}
          </output>
          <div className="with-copy">
            <input
              className="control"
              readOnly
              aria-label={t('link')}
              value={link}
              onFocus={(event) => event.target.select()}
            />
            <CopyButton text={link} label={t('copyLink')} />
          </div>
        </div>
        <QrCode words={`${home}/join/${invite.code}`} label={t('qr')} />
      </div>
      <div className="bounds">
        <Bounds map={map} invite={invite} onChanged={onChanged} />
        <Button onClick={() => ask({ for: 'code', invite: invite.id })}>{t('show')}</Button>
        <Button busy={renew.isPending} onClick={() => renew.mutate()}>
          {t('renew')}
        </Button>
      </div>
    </>
  );
}

const HOUR = 3_600_000;
const ROOMS = [10, 20, 40, 100];

function Bounds({ map, invite, onChanged }: InviteCardProps) {
  const { t } = useTranslation('share');
  const faces = useDoc(({ view }) => view.info.faces);
  const change = useMutation({
    mutationFn: (bounds: InviteBounds) => valueOf(api.changeInvite(map, invite.id, bounds)),
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
    onSettled: onChanged,
  });
  const { most } = invite;
  // [A3] Nobody counts who comes where people have no names.
  const isCounted = facesFor(faces, invite.role) !== 'anonymous';
  const rooms = most === null || ROOMS.includes(most) ? ROOMS : [most, ...ROOMS];
  return (
    <p>
      <label>
        {t('until')}{' '}
        <select
          className="control"
          value=""
          disabled={change.isPending}
          onChange={({ target: { value } }) => change.mutate({ until: momentOf(value) })}
        >
          <option value="">{clockTime(invite.expiresAt)}</option>
          {(['hour', 'today', 'week', 'month'] as const).map((span) => (
            <option key={span} value={span}>
              {t(`span.${span}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      {isCounted && (
        <label>
          {t('forMany')}{' '}
          <select
            className="control"
            value={most ?? ''}
            disabled={change.isPending}
            onChange={({ target: { value } }) => change.mutate({ most: value === '' ? null : Number(value) })}
          >
            <option value="">{t('anyNumber')}</option>
            {rooms.map((count) => (
              <option key={count} value={count}>
                {t('people', { count })}
              </option>
            ))}
          </select>
        </label>
      )}
    </p>
  );
}

function momentOf(span: string): number {
  const now = serverNow();
  if (span === 'today') return new Date(now).setHours(23, 59, 59, 0);
  return now + HOUR * (span === 'hour' ? 1 : span === 'week' ? 7 * 24 : 30 * 24);
}
