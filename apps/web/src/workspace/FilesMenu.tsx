import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';

const FREE = { kind: 'set-hold', hold: 'none', slow: 0 } as const;

/** What concerns the map as a whole: files out of it and into it, and who may write in it. */
export function FilesMenu() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const { ask } = session.screen.getState();
  const signedIn = useDoc((state) => state.role !== null);
  const manages = useStanding(FREE) === 'change';
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
      {manages && (
        <MenuItem icon="pause" onSelect={() => ask({ for: 'hold' })}>
          {t('hold.open')}
        </MenuItem>
      )}
    </Menu>
  );
}
