import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mapsQuery } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Fetched } from '../ui/Fetched.tsx';
import { toldOfMaps } from './toldOfMaps.ts';

const importDialog = async () => (await import('./ImportDialog.tsx')).ImportDialog;

/** Makes maps of files, where no map is open. */
export function ImportMaps() {
  const { t } = useTranslation('exchange');
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const close = (): void => setOpen(false);
  return (
    <div className="ways">
      <Button icon="upload" onClick={() => setOpen(true)}>
        {t('import.open')}
      </Button>
      {open && (
        <Fetched
          load={importDialog}
          onMissing={close}
          props={{
            place: null,
            onClose: close,
            async onMade(files) {
              await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
              const map = toldOfMaps(files);
              if (map !== null) await navigate(`/maps/${map}`);
            },
          }}
        />
      )}
    </div>
  );
}
