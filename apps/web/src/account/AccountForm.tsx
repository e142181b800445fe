import { isGuessable, SignIn, SignUp, type Account, type Me } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, meQuery, Refused, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { focusField } from '../ui/focusField.ts';
import { Switch } from '../ui/Switch.tsx';
import './account.css';

export type AccountTask = 'sign-in' | 'sign-up';
type FieldName = 'login' | 'name' | 'password';

interface AccountFormProps {
  task: AccountTask;
  /** A guest who signs up keeps this name unless they change it. */
  guest: Account | null;
  onDone: () => void;
}

export function AccountForm({ task, guest, onDone }: AccountFormProps) {
  const { t } = useTranslation('account');
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<ReadonlySet<FieldName>>(new Set());
  const [guessable, setGuessable] = useState(false);
  const [shown, setShown] = useState(false);
  const enter = useMutation({
    mutationFn: (send: () => Promise<Me>) => send(),
    onSuccess: async (me) => {
      queries.clear(); // what one person may see is not what another may
      queries.setQueryData(meQuery.queryKey, me);
      onDone();
    },
  });
  // Only the server knows the commonest passwords.
  const common = enter.error instanceof Refused && enter.error.refusal.code === 'weak-password';
  const up = task === 'sign-up';

  function handleSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    const checked = up
      ? checkedAs(SignUp, given, api.signUp, isGuessable)
      : checkedAs(SignIn, given, api.signIn, () => false);
    setWrong(checked.wrong);
    setGuessable(checked.guessable);
    focusField(event.currentTarget, [...checked.wrong]);
    if (checked.send && !enter.isPending) enter.mutate(checked.send);
  }

  const error = (name: FieldName, text: string) => (wrong.has(name) ? text : null);
  return (
    <form className="account-form" onSubmit={handleSubmit} noValidate>
      {up && (
        <TextField
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          error={error('name', t('nameError'))}
          defaultValue={guest?.name ?? ''}
          autoComplete="nickname"
        />
      )}
      <TextField
        name="login"
        label={t('login')}
        hint={up ? t('loginHint') : undefined}
        error={error('login', t('loginError'))}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        name="password"
        type={shown ? 'text' : 'password'}
        label={t('password')}
        hint={up ? t('passwordHint') : undefined}
        error={
          error('password', t(guessable ? 'passwordGuessable' : up ? 'passwordError' : 'passwordMissing')) ??
          (common ? problemText(enter.error) : null)
        }
        autoComplete={up ? 'new-password' : 'current-password'}
      />
      <Switch label={t('showPassword')} checked={shown} onChange={setShown} />
      <p className="problem" role="alert">
        {enter.error && !common && problemText(enter.error)}
      </p>
      <Button look="solid" type="submit" busy={enter.isPending}>
        {t(up ? (guest ? 'keepAction' : 'signUp') : 'signIn')}
      </Button>
    </form>
  );
}

interface Checked {
  readonly wrong: ReadonlySet<FieldName>;
  readonly guessable: boolean;
  readonly send: (() => Promise<Me>) | null;
}

/** The server's own schema decides which fields are wrong; the form only says so in the reader's language. */
function checkedAs<T>(
  schema: {
    safeParse: (
      given: unknown,
    ) => { success: true; data: T } | { success: false; error: { issues: Issue[] } };
  },
  given: unknown,
  send: (body: T) => ReturnType<typeof api.me>,
  isWeak: (body: T) => boolean,
): Checked {
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as FieldName));
    return { wrong, guessable: false, send: null };
  }
  if (isWeak(parsed.data)) return { wrong: new Set(['password']), guessable: true, send: null };
  return { wrong: new Set(), guessable: false, send: () => valueOf(send(parsed.data)) };
}
interface Issue {
  readonly path: readonly PropertyKey[];
}
