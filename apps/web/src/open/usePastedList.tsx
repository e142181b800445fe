// A list that is pasted where a new claim is written becomes several claims or one: it is asked once.
import { MOST_PARTS, type Listed } from '@counterpoint/shared';
import { useState, type ClipboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { mended } from '../ui/mended.ts';
import { insertAtCaret, pasteMended } from '../ui/paste.ts';
import { short } from '../ui/short.ts';
import { isOver, roomText } from '../ui/room.ts';
import { listIn } from './listIn.ts';
import { ROOM } from './rooms.ts';

interface Asked {
  readonly items: readonly Listed[];
  readonly text: string;
  readonly field: HTMLTextAreaElement;
}

/** `onList` answers whether the claims were taken; otherwise the words stand in the field. Without it nothing is asked. */
export function usePastedList(onList: ((items: readonly Listed[]) => boolean) | undefined): {
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly question: ReactNode;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const field = event.currentTarget;
    const text = event.clipboardData.getData('text/plain');
    // Beside words that stand there already it is a part of them.
    const around = field.value.slice(0, field.selectionStart) + field.value.slice(field.selectionEnd);
    const items = onList && around.trim() === '' ? listIn(text) : undefined;
    if (items) {
      event.preventDefault();
      setAsked({ items, text: mended(text), field });
    } else pasteMended(event);
  };
  const asOne = ({ field, text }: Asked): void => {
    flushSync(() => setAsked(null)); // the dialog holds the focus
    insertAtCaret(field, text);
  };
  const asSeveral = (list: Asked): void => {
    flushSync(() => setAsked(null));
    if (!onList?.(list.items)) insertAtCaret(list.field, list.text);
  };
  return {
    onPaste,
    question: asked && (
      <Question items={asked.items} onSeveral={() => asSeveral(asked)} onOne={() => asOne(asked)} />
    ),
  };
}

interface QuestionProps {
  readonly items: readonly Listed[];
  readonly onSeveral: () => void;
  readonly onOne: () => void;
}

/** Whoever closes it keeps the words: as one claim that is not sent yet. */
function Question({ items, onSeveral, onOne }: QuestionProps) {
  const { t } = useTranslation('map');
  const problem = useProblem(items);
  return (
    <Dialog open title={t('list.title')} about={t('list.about')} onOpenChange={(open) => !open && onOne()}>
      <ul className="pasted-list">
        {items.slice(0, SHOWN).map(({ text, depth }, i) => (
          // A list that was pasted does not change.
          <li key={i} style={{ marginInlineStart: `${depth}em` }}>
            {shortened(text)}
          </li>
        ))}
        {items.length > SHOWN && <li>…</li>}
      </ul>
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <DialogActions>
        <Button look={problem === null ? 'ghost' : 'solid'} onClick={onOne}>
          {t('list.one')}
        </Button>
        {problem === null && (
          <Button look="solid" onClick={onSeveral}>
            {t('list.several', { count: items.length })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** Why the list cannot become several claims; the item that is too long by its name. */
function useProblem(items: readonly Listed[]): string | null {
  const { t } = useTranslation('map');
  if (items.length > MOST_PARTS) return t('list.tooMany', { count: items.length, most: MOST_PARTS });
  const long = items.findIndex(({ text }) => isOver(text, ROOM.claim));
  const text = items[long]?.text;
  if (text === undefined) return null;
  return t('list.tooLong', { nth: long + 1, text: shortened(text), over: roomText(text, ROOM.claim) });
}

const SHOWN = 8;
const LONGEST_SHOWN = 60;
const shortened = (text: string): string => short(text, LONGEST_SHOWN);
