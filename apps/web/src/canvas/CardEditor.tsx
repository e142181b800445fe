// The field on a card. Enter or leaving it sends the words, Shift+Enter makes a new line; after Escape they wait there.
import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clean } from '../ui/cleaned.ts';
import { isComposing } from '../ui/isComposing.ts';
import { fits } from '../ui/room.ts';
import { useRoom } from '../ui/RoomLine.tsx';
import { BeneathField } from '../open/BeneathField.tsx';
import { useOpenMap, useScreen } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { sendList } from '../open/sendList.ts';
import { usePastedList } from '../open/usePastedList.tsx';
import { sendTyped } from '../open/writing.ts';

/** Its words are drawn as those of the card are. */
export function CardEditor({ lang, style }: { lang: string; style: CSSProperties }) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useScreen((state) => state.typed);
  const type = useScreen((state) => state.type);
  const stop = useScreen((state) => state.stopEditing);
  const { line, described } = useRoom(typed, ROOM.claim);
  const isNew = useScreen((state) => state.draft !== null);
  const list = usePastedList(isNew ? (items) => sendList(session, items) : undefined);
  const send = (): void => {
    if (fits(typed, ROOM.claim)) sendTyped(session);
  };

  useEffect(() => {
    const here = field.current;
    here?.focus({ preventScroll: true });
    here?.setSelectionRange(here.value.length, here.value.length);
  }, []);

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      stop();
      toCanvas(field.current);
    } else if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Tab') {
      event.preventDefault();
      const canvas = canvasOf(field.current);
      if (!fits(typed, ROOM.claim)) return;
      sendTyped(session);
      canvas?.focus({ preventScroll: true });
    }
  };

  return (
    <>
      <textarea
        ref={field}
        className="card-words card-field nodrag nopan nowheel"
        lang={lang}
        style={style}
        aria-label={t('card.field')}
        placeholder={t('card.placeholder')}
        value={typed}
        rows={1}
        onChange={(event) => type(clean(event))}
        onKeyDown={handleKeyDown}
        onPaste={list.onPaste}
        onBlur={() => {
          if (!list.question) send();
        }}
        {...described}
      />
      <BeneathField />
      {line}
      {list.question}
    </>
  );
}

const canvasOf = (field: HTMLElement | null): HTMLElement | null =>
  field?.closest<HTMLElement>('.react-flow') ?? null;
const toCanvas = (field: HTMLElement | null): void => canvasOf(field)?.focus({ preventScroll: true });
