import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';

/** In place of the right pane while a reader has chosen nothing: the map has the room. */
export function Rail({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('map');
  return (
    <aside className="workspace-rail" aria-label={t('panel.label')}>
      <IconButton icon="panel" side="left" label={t('panel.open')} onClick={onOpen} />
      <span>{t('panel.rail')}</span>
    </aside>
  );
}
