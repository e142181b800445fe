import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { home, spoken } from '../base.ts';
import { problemText } from '../i18n/refusalText.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { QrCode } from '../ui/QrCode.tsx';
import './code.css';

/** [S-27] How to come in, as large as the last row of a room needs it. */
export function CodeDialog({ asking, onClose }: DialogProps<'code'>) {
  const { t } = useTranslation(['share', 'common']);
  const { id: map } = useOpenMap();
  const title = useDoc(({ view }) => view.info.title);
  const invites = useQuery({ queryKey: ['maps', map, 'invites'], queryFn: () => valueOf(api.invites(map)) });
  const invite = invites.data?.find(({ id }) => id === asking.invite);
  const isOver = invite && (invite.revoked || invite.expiresAt <= invites.dataUpdatedAt);
  return (
    <Dialog full open title={title} onOpenChange={(open) => !open && onClose()}>
      {invite && !isOver && (
        <div className="code-wall">
          <p>
            {t('wall.type')} <b>{spoken}</b>
          </p>
          <output aria-label={t('code')}>{inHalves(invite.code)}</output>
          <div>
            <QrCode words={`${home}/join/${invite.code}`} label={t('qr')} />
            <p>{t('wall.scan')}</p>
          </div>
        </div>
      )}
      {isOver && <p role="status">{t('wall.over')}</p>}
      {invites.error && (
        <p className="problem" role="alert">
          {problemText(invites.error)}
        </p>
      )}
    </Dialog>
  );
}

/** Six letters are read as two times three. */
export const inHalves = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
