import { TASKS, type Tasks } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import './report.css';

const MOST = 100;
type Targets = Readonly<Record<keyof Tasks, string>>;

/** [S-16] What everyone is asked to contribute; for whoever manages the map. */
export function TasksDialog({ onClose }: DialogProps<'tasks'>) {
  const { t } = useTranslation('report');
  const { t: common } = useTranslation('common');
  const session = useOpenMap();
  const set = useDoc(({ view }) => view.info.tasks);
  const [targets, setTargets] = useState<Targets>(() => entriesOf((task) => (set[task] === 0 ? '' : `${set[task]}`))); // prettier-ignore
  const tasks = entriesOf((task) => Number(targets[task] || 0));
  const isRight = TASKS.every(
    (task) => Number.isInteger(tasks[task]) && tasks[task] >= 0 && tasks[task] <= MOST,
  );
  const isSame = TASKS.every((task) => tasks[task] === set[task]);
  return (
    <Dialog
      open
      title={t('tasks.title')}
      about={t('tasks.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="report-targets">
        {TASKS.map((task) => (
          <TextField
            key={task}
            label={t(`tasks.kind.${task}`)}
            type="number"
            min={0}
            max={MOST}
            inputMode="numeric"
            value={targets[task]}
            onChange={({ target }) => setTargets({ ...targets, [task]: target.value })}
          />
        ))}
      </div>
      <p className="hint">{t('tasks.capped')}</p>
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button
          look="solid"
          disabled={isSame || !isRight}
          onClick={() => askFor(session, { kind: 'change-settings', set: { tasks } }, onClose)}
        >
          {t('tasks.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function entriesOf<T>(value: (task: keyof Tasks) => T): Record<keyof Tasks, T> {
  return Object.fromEntries(TASKS.map((task) => [task, value(task)])) as Record<keyof Tasks, T>;
}
