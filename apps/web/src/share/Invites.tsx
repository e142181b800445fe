import { mayGive, type Id, type Invite, type InviteRole, type Role } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { InviteCard } from './InviteCard.tsx';
import { InviteTable } from './InviteTable.tsx';

/** The least first, as a person thinks of it: what may they do here? */
const OFFERED: readonly InviteRole[] = ['observer', 'suggester', 'participant', 'moderator'];

/** How others come in: one invitation to hand out, and beneath it all that work. `mine` says to which roles I may invite. */
export function Invites({ map, mine, isLocked }: { map: Id; mine: Role | null; isLocked: boolean }) {
  const { t } = useTranslation(['share', 'common']);
  const [role, setRole] = useState<InviteRole>('participant');
  const queries = useQueryClient();
  const queryKey = ['maps', map, 'invites'];
  const invites = useQuery({ queryKey, queryFn: () => valueOf(api.invites(map)) });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const create = useMutation({ mutationFn: () => valueOf(api.invite(map, { role })), onSuccess: refresh });
  const isLive = (invite: Invite) => !invite.revoked && invite.expiresAt > invites.dataUpdatedAt;
  const first = invites.data?.find((invite) => invite.role === role && isLive(invite));
  const problem = invites.error ?? create.error;
  return (
    <div className="invites">
      <Choices
        legend={t('what')}
        value={role}
        onChoose={setRole}
        choices={OFFERED.filter((one) => mayGive(mine, one)).map((one) => ({
          value: one,
          name: t(`may.${one}`),
          about: t(`means.${one}`),
        }))}
      />
      {isLocked && <p className="note locked">{t('lock.on')}</p>}
      {invites.isPending && <Skeleton height={180} />}
      {first && <InviteCard key={first.id} map={map} invite={first} onChanged={refresh} />}
      {invites.data && !first && (
        <Button look="solid" icon="link" busy={create.isPending} onClick={() => create.mutate()}>
          {t('create')}
        </Button>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problemText(problem)}{' '}
          {invites.error && (
            <Button onClick={() => void invites.refetch()}>{t('retry', { ns: 'common' })}</Button>
          )}
        </p>
      )}
      {invites.data && <InviteTable map={map} invites={invites.data} isLive={isLive} onStopped={refresh} />}
    </div>
  );
}
