import { contentOf, ExportOptions, fileContent } from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { api } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { toast } from '../ui/toast.ts';
import { fileName } from '../ui/saveFile.ts';
import { useDownload } from './download.ts';
import './exchange.css';
import { CHOICES, queryOf } from './formatChoices.ts';
import { FormatList } from './FormatList.tsx';
import { LossList } from './LossList.tsx';
import { OptionFields } from './OptionFields.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { usePreview } from './usePreview.ts';
import { home } from '../base.ts';

/** The map leaves: choose a format, see the file and what it cannot hold, then save it. */
export function ExportDialog({ asking: { branch }, onClose }: DialogProps<'export'>) {
  const { t } = useTranslation(['exchange', 'common']);
  const { id: map } = useOpenMap();
  // As the server has it: what waits on this device is not exported.
  const confirmed = useDoc((state) => state.confirmed);
  const version = useDoc((state) => state.version) ?? 0;
  const me = useDoc(useShallow(({ participant, role }) => ({ participant, role })));
  const selected = useScreen((state) => state.selected);
  const folded = useScreen((state) => state.folded);
  const [format, setFormat] = useState('pdf');
  const choice = CHOICES.find(({ id }) => id === format) ?? CHOICES[0];
  const [changes, setChanges] = useState<Partial<ExportOptions>>(branch === null ? {} : { branch });
  // Who reads or prints a map can mostly do without the discussion; other tools should get all they can hold.
  const withComments = choice?.group === 'tools' || choice?.group === 'whole';
  const options = useMemo(
    () => ({ ...ExportOptions.parse({}), comments: withComments, ...changes }),
    [withComments, changes],
  );
  const [at] = useState(() => Date.now());
  const content = useMemo(() => fileContent(contentOf(confirmed), me, confirmed), [confirmed, me]);
  const ask = useMemo(() => {
    const origin = { at, version, permalink: `${home}/maps/${map}` };
    return { content, format, options, origin };
  }, [content, format, options, at, version, map]);
  const { preview, fresh } = usePreview(ask);
  const download = useDownload((thrown) => {
    if (thrown === null) toast(t('saved'));
    else toast(problemText(thrown), { problem: true });
  });
  if (!choice) return null;
  const start = (): void =>
    download.start(
      api.exportUrl(map, format, queryOf(choice, options)),
      fileName(confirmed.info.title, choice.extension),
    );
  return (
    <Dialog open wide title={t('export.title')} onOpenChange={(open) => !open && onClose()}>
      <div className="export">
        <FormatList chosen={format} onChoose={setFormat} />
        <div className="export-options">
          <OptionFields
            choice={choice}
            options={options}
            map={confirmed}
            selected={selected}
            folded={folded}
            onChange={(change) => setChanges((now) => ({ ...now, ...change }))}
          />
          <h3>{t('loss.title')}</h3>
          {preview && <LossList losses={preview.losses} />}
        </div>
        <PreviewPane preview={preview} fresh={fresh} />
      </div>
      <DialogActions>
        {download.done === null ? (
          <>
            <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
            <Button look="solid" icon="download" onClick={start}>
              {t('export.save', { extension: choice.extension })}
            </Button>
          </>
        ) : (
          <Working done={download.done} onCancel={download.cancel} />
        )}
      </DialogActions>
    </Dialog>
  );
}

/** [U-14] How far it is, as a number, and a way out. */
function Working({ done, onCancel }: { done: number; onCancel: () => void }) {
  const { t } = useTranslation(['exchange', 'common']);
  return (
    <>
      <progress max={1} value={done} aria-label={t('export.working')} />
      <span className="export-done">{t('export.done', { percent: Math.round(done * 100) })}</span>
      <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
    </>
  );
}
