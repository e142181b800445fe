import i18next from 'i18next';
import { useEffect } from 'react';
import { useOpenMap } from '../open/openMap.ts';
import { toast } from '../ui/toast.ts';

/** Says to a person that somebody gave them another role, and which. */
export function useRoleNews(): void {
  const { doc } = useOpenMap();
  useEffect(
    () =>
      doc.subscribe(({ role, participant, ended }, before) => {
        if (role === before.role || role === null || before.role === null || ended !== null) return;
        if (participant !== before.participant) return;
        toast(i18next.t('roleChanged', { ns: 'map', role: i18next.t(`role.${role}`, { ns: 'common' }) }));
      }),
    [doc],
  );
}
