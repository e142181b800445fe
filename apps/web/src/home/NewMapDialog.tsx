import { NewMap, type Faces } from '@counterpoint/shared';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, mapsQuery, meQuery, valueOf } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { LANGUAGES, type InterfaceLanguage } from '../i18n/languages.ts';
import { problemText } from '../i18n/refusalText.ts';
import { FacesChoice } from '../open/FacesChoice.tsx';
import { ROOM } from '../open/rooms.ts';
import { useTypedOnPage } from '../open/useTypedOnPage.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { focusField } from '../ui/focusField.ts';
import { fits } from '../ui/room.ts';

interface NewMapDialogProps {
  open: boolean;
  onClose: () => void;
}

export function NewMapDialog({ open, onClose }: NewMapDialogProps) {
  const { t } = useTranslation('home');
  return (
    <Dialog title={t('new')} open={open} onOpenChange={(next) => !next && onClose()}>
      <NewMapForm onCancel={onClose} />
    </Dialog>
  );
}

function NewMapForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation(['home', 'common']);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<readonly PropertyKey[]>([]);
  const person = useQuery(meQuery).data?.account?.id ?? null;
  const [title, keepTitle] = useTypedOnPage(person, 'new map title');
  const [question, keepQuestion] = useTypedOnPage(person, 'new map question');
  const [language, setLanguage] = useState<InterfaceLanguage>(interfaceLanguage);
  const [faces, setFaces] = useState<Faces>('named');
  const create = useMutation({
    mutationFn: (map: NewMap) => valueOf(api.createMap(map)),
    onSuccess: async (map) => {
      keepTitle(undefined);
      keepQuestion(undefined);
      await queries.invalidateQueries({ queryKey: mapsQuery.queryKey });
      await navigate(`/maps/${map.id}`);
    },
  });

  function handleSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = NewMap.safeParse({ title: title.trim(), question: question.trim(), language, faces });
    const issues = given.error?.issues.map((issue) => issue.path[0] ?? '') ?? [];
    setWrong(issues);
    focusField(event.currentTarget, issues);
    if (!fits(title, ROOM.title) || !fits(question, ROOM.question)) return;
    if (given.success && !create.isPending) create.mutate(given.data);
  }

  return (
    <form onSubmit={handleSubmit} noValidate>
      <TextField
        name="title"
        label={t('form.title')}
        placeholder={t('form.titleHint')}
        error={wrong.includes('title') && title.trim() === '' ? t('form.titleError') : null}
        room={ROOM.title}
        value={title}
        onChange={({ target: { value } }) => keepTitle(value)}
        autoComplete="off"
        lang={language}
      />
      <TextAreaField
        name="question"
        label={t('optional', { ns: 'common', label: t('form.question') })}
        placeholder={t('form.questionHint')}
        room={ROOM.question}
        value={question}
        onChange={({ target: { value } }) => keepQuestion(value)}
        rows={2}
        lang={language}
      />
      <SelectField
        label={t('form.language')}
        value={language}
        onChange={(event) => setLanguage(event.target.value === 'zh' ? 'zh' : 'en')}
      >
        {LANGUAGES.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </SelectField>
      <FacesChoice value={faces} onChange={setFaces} />
      <p className="problem" role="alert">
        {create.error && problemText(create.error)}
      </p>
      <DialogActions>
        <Button onClick={onCancel}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" type="submit" busy={create.isPending}>
          {t('form.create')}
        </Button>
      </DialogActions>
    </form>
  );
}
