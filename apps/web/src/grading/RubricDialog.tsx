import { Criteria, mostOf, MOST_CRITERIA, readRubric, rubricFile, rubricOf, type RubricContent } from '@counterpoint/shared'; // prettier-ignore
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { PLACE_OF_RUBRIC } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { FilePicker } from '../ui/FilePicker.tsx';
import { fileName, saveFile } from '../ui/saveFile.ts';
import { toast } from '../ui/toast.ts';
import { CriterionFields } from './CriterionFields.tsx';
import { firstRubric, keptRubric, newCriterion } from './newRubric.ts';
import './grading.css';

/** [K1] By what people are graded: made anew, changed, or read from a file of another map. */
export function RubricDialog({ onClose }: DialogProps<'rubric'>) {
  const { t } = useTranslation('grading');
  const session = useOpenMap();
  const [known] = useState(() => rubricOf(session.doc.getState().view));
  const [first] = useState<RubricContent>(() => known ?? firstRubric(t));
  const [typed, keep] = useTyped(PLACE_OF_RUBRIC);
  const { name, criteria } = (typed && keptRubric(typed.text)) ?? first;
  const change = (more: Partial<RubricContent>): void => keep({ text: JSON.stringify({ name, criteria, ...more }) }); // prettier-ignore
  const isUsed = useDoc(({ view }) => [...view.grades.values()].some(({ levels }) => levels.length > 0));
  const read = Criteria.safeParse(criteria);
  const isGood = read.success && name.trim() !== '' && ROOM.title(name) >= 0;
  const save = (): void => {
    if (!read.success) return;
    const edit = { kind: 'set-rubric', rubric: known?.id ?? newId(), name: name.trim(), criteria: read.data } as const; // prettier-ignore
    askFor(session, edit, () => {
      keep(undefined);
      onClose();
    });
  };
  return (
    <Dialog
      open
      wide
      title={t('rubric.title')}
      about={t('rubric.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="rubric">
        <TextField
          label={t('rubric.name')}
          value={name}
          room={ROOM.title}
          onChange={({ target }) => change({ name: target.value })}
        />{' '}
        {/* prettier-ignore */}
        {isUsed && <p className="quiet">{t('rubric.used')}</p>}
        <ol>
          {criteria.map((one, i) => (
            <CriterionFields
              key={one.id}
              nth={i + 1}
              criterion={one}
              onChange={(next) => change({ criteria: criteria.with(i, next) })}
              onRemove={
                criteria.length > 1 ? () => change({ criteria: criteria.toSpliced(i, 1) }) : undefined
              }
            />
          ))}
        </ol>
        <p className="rubric-end">
          {criteria.length < MOST_CRITERIA && (
            <Button
              look="plain"
              icon="plus"
              onClick={() => change({ criteria: [...criteria, newCriterion(t, '')] })}
            >
              {t('rubric.addCriterion')}
            </Button>
          )}
          <b>{t('rubric.most', { most: mostOf({ criteria: read.data ?? [] }) })}</b>
        </p>
        <Files content={{ name, criteria }} isGood={isGood} onRead={change} />
        {!isGood && <p role="status">{t('rubric.misses')}</p>}
      </div>
      <DialogActions>
        {typed && <Button onClick={() => keep(undefined)}>{t('rubric.discard')}</Button>}
        <Button onClick={onClose}>{t('rubric.cancel')}</Button>
        <Button look="solid" disabled={!isGood} onClick={save}>
          {t('rubric.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface FilesProps {
  content: RubricContent;
  isGood: boolean;
  onRead: (content: RubricContent) => void;
}

/** [S-22] What is made for one map is used in the next. */
function Files({ content, isGood, onRead }: FilesProps) {
  const { t } = useTranslation('grading');
  const take = async (file: File): Promise<void> => {
    const read = readRubric(await file.text(), newId);
    if (read.ok) onRead(read.value);
    else toast(t('rubric.unread'), { problem: true });
  };
  return (
    <div className="rubric-files">
      <FilePicker
        accept=".json,application/json"
        choose={t('rubric.fromFile')}
        onChoose={(file) => void take(file)}
      >
        <small>{t('rubric.fromFileHint')}</small>
      </FilePicker>
      <Button
        icon="download"
        disabled={!isGood}
        onClick={() => saveFile(new Blob([rubricFile(content)], { type: 'application/json' }), fileName(content.name, 'json'))} // prettier-ignore
      >
        {t('rubric.toFile')}
      </Button>
    </div>
  );
}
