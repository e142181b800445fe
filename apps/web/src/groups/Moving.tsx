import type { Groups, Id } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import { groupsKey } from '../open/useGroups.ts';

interface MovingProps {
  person: Id;
  to: Id;
  groups: Groups['groups'];
  onDone: () => void;
}

/** [S-15] Says what becomes of what they wrote before somebody is moved. */
export function Moving({ person, to, groups, onDone }: MovingProps) {
  const { t } = useTranslation(['groups', 'common']);
  const { id } = useOpenMap();
  const queries = useQueryClient();
  const old = groups.find(({ people }) => people.some((one) => one.id === person));
  const inMap = useDoc(({ view }) => view.participants.get(person)?.name);
  const name = inMap ?? old?.people.find((one) => one.id === person)?.name ?? '';
  const group = groups.find(({ map }) => map === to)?.name ?? '';
  const from = old?.name ?? '';
  const moving = useMutation({
    mutationFn: () => valueOf(api.moveTo(id, to, person)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: groupsKey(id) });
      toast(t(old ? 'movedFrom' : 'moved', { name, group, from }));
      onDone();
    },
  });
  return (
    <div className="group-moving" role="group" aria-label={t('move', { name, group })}>
      <p>
        <b>{t('move', { name, group })}</b> {t(old ? 'moveStays' : 'moveNew', { name, group, from })}
      </p>
      {moving.error && <p role="alert">{problemText(moving.error)}</p>}
      <div>
        <Button onClick={onDone}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" autoFocus busy={moving.isPending} onClick={() => moving.mutate()}>
          {t('moveDo')}
        </Button>
      </div>
    </div>
  );
}
