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
  const [state, submit, busy] = useActionState(async (before: JoinState): Promise<JoinState> => {
    const isNamed = isAsked || before.alike !== undefined;
    const name = isNamed ? PersonName.safeParse(given) : undefined;
    if (name?.success === false) return { wrong: true };
    const goes = name?.data ?? own ?? '';
    // Who was told of this name, and sends it again, goes on with it.
    const alike = before.alike === goes && goes !== '';
    const joined = await join(queries, inviteKey, { faces, alike, ...(name ? { name: name.data } : {}) });
    if (!joined.ok && joined.refusal.code === 'name-alike') {
      keep(goes);
      return { alike: goes };
    }
    if (!joined.ok) return { problem: joined.refusal };
    keep(undefined);
    await navigate(`/maps/${joined.value.map}`);
    return {};
  }, {});
  const isTold = state.alike !== undefined && given.trim() === state.alike;
  return (
    <form className="account-form" action={submit} noValidate>
      {(isAsked || state.alike !== undefined) && (
        <TextField
          name="name"
          label={t('join.name')}
          hint={faces === 'named' ? t('join.nameHint') : t('join.nameHint', { ns: 'names' })}
          error={state.wrong ? t('nameError') : isTold ? t('join.alike') : null}
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
        {isTold
          ? t('join.allTheSame', { name: state.alike })
          : own === null || state.alike !== undefined
            ? t('join.enter')
            : t('join.goOn', { name: own })}
      </Button>
    </form>
  );
}

interface JoinState {
  readonly wrong?: boolean;
  /** [Z-17] The name that somebody in the map could be taken for. */
  readonly alike?: string;
  readonly problem?: Problem;
}
