import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, mapsQuery, valueOf } from '../api.ts';
import { listed } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';

/** Makes a map of a file that was exported before. */
export function ImportButton() {
  const { t } = useTranslation(['home', 'common']);
  const file = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const importing = useMutation({
    mutationFn: async (chosen: File) => valueOf(api.importMap(await chosen.text())),
    onSuccess: async ({ map, losses }) => {
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
      const list = listed(losses.map(({ kind, count }) => t(`loss.${kind}`, { ns: 'common', count })));
      if (losses.length > 0) toast(t('imported', { title: map.info.title, list }));
      await navigate(`/maps/${map.id}`);
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  return (
    <div className="ways">
      <input
        ref={file}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={t('import')}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) importing.mutate(chosen);
          event.target.value = ''; // so that the same file can be chosen again
        }}
      />
      <Button icon="upload" busy={importing.isPending} onClick={() => file.current?.click()}>
        {t(importing.isPending ? 'importing' : 'import')}
      </Button>
    </div>
  );
}
