import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mapsQuery } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { toldOfMaps } from './toldOfMaps.ts';

/** Makes maps of files, where no map is open. */
export function ImportMaps() {
  const { t } = useTranslation('exchange');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <div className="ways">
      <Button icon="upload" onClick={() => setOpen(true)}>
        {t('import.open')}
      </Button>
      {open && (
        <ImportDialog
          place={null}
          onClose={() => setOpen(false)}
          onMade={async (files) => {
            await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
            const map = toldOfMaps(files);
            if (map !== null) await navigate(`/maps/${map}`);
          }}
        />
      )}
    </div>
  );
}
