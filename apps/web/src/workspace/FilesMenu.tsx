import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useDoc, useOpenMap } from '../open/openMap.ts';

/** Files out of the map, and into it. */
export function FilesMenu() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const { ask } = session.screen.getState();
  const signedIn = useDoc((state) => state.role !== null);
  return (
    <Menu align="end" trigger={<IconButton icon="download" label={t('files.label')} look="ghost" />}>
      <MenuItem icon="download" onSelect={() => ask({ for: 'export', branch: null })}>
        {t('files.export')}
      </MenuItem>
      {signedIn && (
        <MenuItem icon="upload" onSelect={() => ask({ for: 'import' })}>
          {t('files.import')}
        </MenuItem>
      )}
    </Menu>
  );
}
