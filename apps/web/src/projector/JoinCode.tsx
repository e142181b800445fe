import { may, type Invite } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { home, spoken } from '../base.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { QrCode } from '../ui/QrCode.tsx';

/** Who comes in by what stands on a wall takes part and decides nothing. */
const ROLES: readonly Invite['role'][] = ['participant', 'suggester', 'observer'];

/** [S-27] How to come in, for who may invite: everyone else has no code to show. */
export function JoinCode() {
  const role = useDoc((state) => state.role);
  return may(role, 'invite') ? <Code /> : null;
}

function Code() {
  const { t } = useTranslation('projector');
  const { id: map } = useOpenMap();
  const ask = useScreen((state) => state.ask);
  const queries = useQueryClient();
  const queryKey = ['maps', map, 'invites'];
  const invites = useQuery({ queryKey, queryFn: () => valueOf(api.invites(map)) });
  const create = useMutation({
    mutationFn: () => valueOf(api.invite(map, { role: 'participant' })),
    onSuccess: () => queries.invalidateQueries({ queryKey }),
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  if (!invites.data) return null;
  const live = invites.data.filter(({ revoked, expiresAt }) => !revoked && expiresAt > invites.dataUpdatedAt);
  const invite = ROLES.flatMap((role) => live.filter((one) => one.role === role))[0];
  return (
    <section className="wall-join" aria-label={t('join')}>
      <p>
        <span>{t('join')}</span> <b>{spoken}</b>
        {invite && (
          <IconButton icon="fit" label={t('large')} onClick={() => ask({ for: 'code', invite: invite.id })} />
        )}
      </p>
      {invite ? (
        <div>
          <output aria-label={t('code')}>
            {invite.code.slice(0, 3)}
            <br />
            {invite.code.slice(3)}
          </output>
          <QrCode words={`${home}/join/${invite.code}`} label={t('qr')} />
        </div>
      ) : (
        <Button busy={create.isPending} onClick={() => create.mutate()}>
          {t('make')}
        </Button>
      )}
    </section>
  );
}
