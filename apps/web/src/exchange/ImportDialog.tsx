import type { Id, ImportedFile, ImportPreview, Placed } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FilePicker } from '../ui/FilePicker.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { toast } from '../ui/toast.ts';
import './exchange.css';
import { FileReport } from './FileReport.tsx';
import { ACCEPTED } from './formatChoices.ts';

/** Where the claims of a file may go, when a map is open. */
export interface ImportPlace {
  readonly map: Id;
  /** The claim that is selected, if any. */
  readonly claim: { readonly id: Id; readonly text: string } | null;
  readonly onPlaced: (placed: Placed) => void;
  /** Whether something has to be read first; `go` follows then. */
  readonly isHeldBack: (go: () => void) => boolean;
}

interface ImportDialogProps {
  /** Null where no map is open: then every file becomes one. */
  readonly place: ImportPlace | null;
  readonly onMade: (files: readonly ImportedFile[]) => void | Promise<void>;
  readonly onClose: () => void;
}

type Goal = 'new' | 'theses' | 'support' | 'rebut';

/** A file comes in: it is read first, with a report of what it lacks; nothing is made before that was seen. */
export function ImportDialog({ place, onMade, onClose }: ImportDialogProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const [file, setFile] = useState<File>();
  const [goal, setGoal] = useState<Goal>('new');
  const stop = useRef<AbortController>(undefined);
  const signal = (): AbortSignal => (stop.current = new AbortController()).signal;
  const onError = (thrown: unknown): void => {
    if (!stop.current?.signal.aborted) toast(problemText(thrown), { problem: true });
  };
  const reading = useMutation({
    mutationFn: (chosen: File) => valueOf(api.previewImport(chosen, signal())),
    onError,
  });
  const importing = useMutation({
    mutationFn: async (chosen: File) => {
      if (goal === 'new' || !place) {
        await onMade((await valueOf(api.importMaps(chosen, signal()))).files);
        return;
      }
      const under = goal === 'theses' ? null : (place.claim?.id ?? null);
      const direction = goal === 'rebut' ? 'rebut' : 'support';
      place.onPlaced(await valueOf(api.importInto(place.map, chosen, { under, direction }, signal())));
    },
    onSuccess: onClose,
    onError,
  });
  const choose = (chosen: File): void => {
    setFile(chosen);
    reading.mutate(chosen);
  };
  const go = (): void => {
    if (file && (goal === 'new' || !place?.isHeldBack(go))) importing.mutate(file);
  };
  const readable = reading.data?.files.filter((one) => !('refusal' in one)).length ?? 0;
  const busy = reading.isPending || importing.isPending;
  return (
    <Dialog
      open
      wide
      title={t('import.title')}
      about={t('import.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <FilePicker accept={ACCEPTED} choose={t('import.choose')} onChoose={choose}>
        <span>{file?.name ?? t('import.drop')}</span>
      </FilePicker>
      {reading.isPending && <Waiting text={t('import.reading')} />}
      {reading.data && <Report preview={reading.data} />}
      {place && readable === 1 && !busy && <Goals goal={goal} claim={place.claim} onChange={setGoal} />}
      <DialogActions>
        <Button
          onClick={() => {
            stop.current?.abort();
            if (!busy) onClose();
          }}
        >
          {t('cancel', { ns: 'common' })}
        </Button>
        <Button
          look="solid"
          icon="upload"
          busy={importing.isPending}
          disabled={!file || readable === 0}
          onClick={go}
        >
          {readable > 1 ? t('import.goSeveral', { count: readable }) : t('import.go')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Report({ preview }: { preview: ImportPreview }) {
  return (
    <ul className="file-reports">
      {preview.files.map((one) => (
        <li key={one.name}>
          <FileReport file={one} />
        </li>
      ))}
    </ul>
  );
}

function Waiting({ text }: { text: string }) {
  return (
    <p role="status" className="import-waiting">
      <Spinner /> {text}
    </p>
  );
}

interface GoalsProps {
  readonly goal: Goal;
  readonly claim: ImportPlace['claim'];
  readonly onChange: (goal: Goal) => void;
}

function Goals({ goal, claim, onChange }: GoalsProps) {
  const { t } = useTranslation('exchange');
  const goals: readonly Goal[] = claim ? ['new', 'theses', 'support', 'rebut'] : ['new', 'theses'];
  const text = claim && [...claim.text].slice(0, 24).join('');
  return (
    <SelectField
      label={t('import.goal')}
      hint={goal === 'new' ? undefined : t('import.asYours')}
      value={goal}
      onChange={({ target }) => onChange(goals.find((one) => one === target.value) ?? 'new')}
    >
      {goals.map((one) => (
        <option key={one} value={one}>
          {t(`goal.${one}`, { text })}
        </option>
      ))}
    </SelectField>
  );
}
