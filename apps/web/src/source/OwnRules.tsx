import { OwnRule, SuggestedRole, Where, type MapRule } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';

/** The rules that a map has for itself, and a form for one more. */
export function OwnRules({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const rules = useDoc(useShallow(({ view }) => [...view.rules.values()].filter(({ own }) => own !== null)));
  return (
    <section className="rules-of">
      <h3>{t('rules.own')}</h3>
      {rules.length === 0 && <p className="source-settled">{t('rules.none')}</p>}
      {rules.map(({ id, own }: MapRule) => (
        <div key={id} className="rules-one">
          <b>{own && t(`role.${own.role}`)}</b>
          <p>
            {own?.words.map((word) => (
              <mark key={word}>{word}</mark>
            ))}
            {mayChange && (
              <IconButton
                icon="trash"
                label={t('rules.remove')}
                onClick={() => askFor(session, { kind: 'drop-rule', rule: id })}
              />
            )}
          </p>
        </div>
      ))}
      {mayChange && <NewRule />}
    </section>
  );
}

function NewRule() {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const [words, setWords] = useState('');
  const [role, setRole] = useState<SuggestedRole>('point');
  const [where, setWhere] = useState<Where>('clause-initial');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (): void => {
    const listed = [...new Set(words.split(/[,，、;；\n]+/).map((word) => word.trim()))].filter(Boolean);
    const id = newId();
    // A rule is known by what it is, not by what it says: its words may change.
    const own = OwnRule.safeParse({
      id: `own.${id}`,
      language: /\p{Script=Han}/u.test(words) ? 'zh' : 'en',
      role,
      words: listed,
      where,
      measured: null,
      as: role === 'reason' || role === 'example' ? 'relation' : 'outline',
    });
    setProblem(own.success ? null : t('rules.needsWords'));
    if (own.success && askFor(session, { kind: 'set-rule', rule: id, own: own.data, off: '' })) setWords('');
  };
  return (
    <form
      className="rules-new"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={t('rules.words')}
        hint={t('rules.wordsHint')}
        error={problem}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <SelectField
        label={t('rules.role')}
        value={role}
        onChange={({ target }) => setRole(SuggestedRole.parse(target.value))}
      >
        {SuggestedRole.options.map((one) => (
          <option key={one} value={one}>
            {t(`role.${one}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('rules.where')}
        value={where}
        onChange={({ target }) => setWhere(Where.parse(target.value))}
      >
        {Where.options.map((one) => (
          <option key={one} value={one}>
            {t(`rules.places.${one}`)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" icon="plus">
        {t('rules.add')}
      </Button>
    </form>
  );
}
