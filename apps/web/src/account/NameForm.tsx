import { NewName } from '@counterpoint/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useActionState, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, meQuery, type Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { toast } from '../ui/toast.ts';

interface Outcome {
  readonly wrong?: boolean;
  readonly problem?: Problem;
}

export function NameForm({ name }: { name: string }) {
  const { t } = useTranslation(['person', 'account']);
  const queries = useQueryClient();
  const [typed, setTyped] = useState(name);
  const [{ wrong, problem }, submit, busy] = useActionState(async (): Promise<Outcome> => {
    const asked = NewName.safeParse({ name: typed });
    if (!asked.success) return { wrong: true };
    const renamed = await api.rename(asked.data);
    if (!renamed.ok) return { problem: renamed.refusal };
    queries.setQueryData(meQuery.queryKey, renamed.value);
    setTyped(asked.data.name);
    toast(t('name.done', { name: asked.data.name }));
    return {};
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      <TextField
        label={t('name.label')}
        hint={t('name.hint')}
        error={wrong ? t('nameError', { ns: 'account' }) : problem ? refusalText(problem) : null}
        value={typed}
        onChange={({ target: { value } }) => setTyped(value)}
        autoComplete="nickname"
      />
      <Button type="submit" busy={busy} disabled={typed.trim() === name}>
        {t('name.save')}
      </Button>
    </form>
  );
}
