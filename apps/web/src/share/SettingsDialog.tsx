import { isUntold, standing, type Edit, type MapInfo } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useNow } from '../ui/useNow.ts';
import { Embedding } from './Embedding.tsx';
import { Rights } from './Rights.tsx';
import './share.css';

/** Who may read the map and change it, and on whose pages it is shown. */
export function SettingsDialog({ onClose }: DialogProps<'settings'>) {
  const { t } = useTranslation('share');
  const session = useOpenMap();
  const me = useDoc((state) => state.participant);
  const view = useDoc((state) => state.view);
  const now = useNow();
  const rights = {
    info: view.info,
    maySet: (set: Partial<MapInfo>) => standing(view, setting(set), me, now) === 'change',
    onSet: (set: Partial<MapInfo>) => void askFor(session, setting(set)),
    areOpen: isUntold(view),
  };
  return (
    <Dialog wide open title={t('settings')} onOpenChange={(open) => !open && onClose()}>
      <div className="share">
        <Rights {...rights} />
        <Embedding map={session.id} {...rights} />
      </div>
    </Dialog>
  );
}

const setting = (set: Partial<MapInfo>): Edit => ({ kind: 'change-settings', set });
