// Asks for edits and tells what came of them: done, waiting for a moderator, or refused.
import { standing, type ArgumentMap, type Edit, type Id, type Result } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalText } from '../i18n/refusalText.ts';
import { toast } from '../ui/toast.ts';

interface Asker {
  readonly view: ArgumentMap;
  readonly me: { readonly participant: Id | null };
  readonly edit: (edit: Edit) => Result<Id>;
  readonly undo: () => Result<Id>;
  readonly redo: () => Result<Id>;
}

export function useAnswers({ view, me, edit, undo, redo }: Asker) {
  const { t } = useTranslation(['outline', 'map']);
  const [said, setSaid] = useState('');
  // A sentence said twice is read twice only when it differs.
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));
  const told = (result: Result<Id>, done: string): boolean => {
    if (result.ok) say(done);
    else toast(refusalText(result.refusal), { problem: true });
    return result.ok;
  };
  const step = (which: 'undo' | 'redo'): void => {
    told(which === 'undo' ? undo() : redo(), t(`done.${which}`));
  };
  /** True when the edit was taken. */
  const ask = (asked: Edit, done: string): boolean => {
    const waits = standing(view, asked, me.participant, Date.now()) === 'proposal';
    return told(edit(asked), waits ? t('proposed', { ns: 'map' }) : done);
  };
  /** What was taken away can be had back by a press, for those without a keyboard. */
  const takeAway = (asked: Edit): void => {
    const waits = standing(view, asked, me.participant, Date.now()) === 'proposal';
    const action = { text: t('undo'), onSelect: () => step('undo') };
    if (told(edit(asked), '')) toast(t(waits ? 'map:proposed' : 'done.remove'), { action });
  };
  return { said, say, ask, takeAway, step };
}
