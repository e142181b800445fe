import { PersonName, type Faces } from '@counterpoint/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useActionState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Problem } from '../api.ts';
import { refusalText } from '../i18n/refusalText.ts';
import { useTypedOnPage } from '../open/useTypedOnPage.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { join } from './joinLoader.ts';

interface JoinFormProps {
  inviteKey: string;
  faces: Faces;
  /** The name that this browser knows them by, and that they go on as; null where it knows none. */
  own: string | null;
  /** Whether a name is asked for. */
  isAsked: boolean;
  isFocused: boolean;
}

/** Comes into the map, under the name that is typed where one is asked for. */
export function JoinForm({ inviteKey, faces, own, isAsked, isFocused }: JoinFormProps) {
  const { t } = useTranslation(['account', 'names']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [given, keep] = useTypedOnPage(null, `name ${inviteKey}`);
  const [state, submit, busy] = useActionState(async (): Promise<JoinState> => {
    const name = isAsked ? PersonName.safeParse(given) : undefined;
    if (name?.success === false) return { wrong: true };
    const joined = await join(queries, inviteKey, { faces, ...(name ? { name: name.data } : {}) });
    if (!joined.ok) return { problem: joined.refusal };
    keep(undefined);
    await navigate(`/maps/${joined.value.map}`);
    return {};
  }, {});
  return (
    <form className="account-form" action={submit} noValidate>
      {isAsked && (
        <TextField
          name="name"
          label={t('join.name')}
          hint={faces === 'named' ? t('join.nameHint') : t('join.nameHint', { ns: 'names' })}
          error={state.wrong ? t('nameError') : null}
          value={given}
          onChange={({ target: { value } }) => keep(value)}
          autoComplete="nickname"
          autoFocus={isFocused}
        />
      )}
      <p className="problem" role="alert">
        {state.problem && refusalText(state.problem)}
      </p>
      <Button look="solid" type="submit" busy={busy}>
        {own === null ? t('join.enter') : t('join.goOn', { name: own })}
      </Button>
    </form>
  );
}

interface JoinState {
  readonly wrong?: boolean;
  readonly problem?: Problem;
}
