import { InviteRole, mayGive, type Id, type Role } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { InviteCard } from './InviteCard.tsx';

/** The invitations that still work, for one role at a time; `mine` says to which roles I may invite. */
export function Invites({ map, mine }: { map: Id; mine: Role | null }) {
  const { t } = useTranslation(['share', 'common']);
  const [role, setRole] = useState<InviteRole>('participant');
  const queries = useQueryClient();
  const queryKey = ['maps', map, 'invites'];
  const invites = useQuery({ queryKey, queryFn: () => valueOf(api.invites(map)) });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const create = useMutation({ mutationFn: () => valueOf(api.invite(map, { role })), onSuccess: refresh });
  const live = invites.data?.filter(
    (invite) => invite.role === role && !invite.revoked && invite.expiresAt > invites.dataUpdatedAt,
  );
  const problem = invites.error ?? create.error;

  return (
    <section aria-label={t('invite')}>
      <SelectField
        label={t('role')}
        hint={t(`means.${role}`)}
        value={role}
        onChange={(event) => setRole(InviteRole.parse(event.target.value))}
      >
        {InviteRole.options
          .filter((option) => mayGive(mine, option))
          .map((option) => (
            <option key={option} value={option}>
              {t(`role.${option}`, { ns: 'common' })}
            </option>
          ))}
      </SelectField>
      {invites.isPending && <Skeleton height={92} />}
      {live?.map((invite) => (
        <InviteCard key={invite.id} map={map} invite={invite} onRevoked={refresh} />
      ))}
      {live?.length === 0 && (
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
    </section>
  );
}
