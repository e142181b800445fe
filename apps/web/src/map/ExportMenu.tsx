import { useTranslation } from 'react-i18next';
import { api, type ExportFormat } from '../api.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { useOpenMap } from './openMap.ts';

const FORMATS = ['json', 'markdown', 'argdown'] as const satisfies ExportFormat[];

export function ExportMenu() {
  const { t } = useTranslation('map');
  const { id } = useOpenMap();
  return (
    <Menu align="end" trigger={<IconButton icon="download" label={t('export.label')} look="ghost" />}>
      {FORMATS.map((format) => (
        <MenuItem key={format} onSelect={() => location.assign(api.exportUrl(id, format))}>
          {t(`export.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
