import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';

const ARCHIVED = { kind: 'set-hold', hold: 'archived', slow: 0 } as const;
const FREE = { kind: 'set-hold', hold: 'none', slow: 0 } as const;

/** What concerns the map as a whole: files out of it and into it, and who may write in it. */
export function FilesMenu() {
  const { t } = useTranslation('map');
  return (
    <Menu
      align="end"
      trigger={<IconButton icon="download" label={t('files.label')} look="ghost" className="wide-only" />}
    >
      <FileItems />
    </Menu>
  );
}

export function FileItems() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const { ask } = session.screen.getState();
  const signedIn = useDoc((state) => state.role !== null);
  const manages = useStanding(FREE) === 'change';
  const mayArchive = useStanding(ARCHIVED) === 'change';
  const isArchived = useDoc(({ view }) => view.info.hold === 'archived');
  return (
    <>
      <MenuItem icon="download" onSelect={() => ask({ for: 'export', branch: null })}>
        {t('files.export')}
      </MenuItem>
      <MenuItem icon="text" onSelect={() => ask({ for: 'print' })}>
        {t('files.print')}
      </MenuItem>
      {signedIn && (
        <MenuItem icon="upload" onSelect={() => ask({ for: 'import' })}>
          {t('files.import')}
        </MenuItem>
      )}
      {manages && !isArchived && (
        <MenuItem icon="pause" onSelect={() => ask({ for: 'hold' })}>
          {t('hold.open')}
        </MenuItem>
      )}
      {(mayArchive || isArchived) && (
        <MenuItem icon="lock" onSelect={() => ask({ for: 'archive' })}>
          {t(isArchived ? 'hold.link' : 'hold.archive')}
        </MenuItem>
      )}
    </>
  );
}
