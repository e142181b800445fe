import { useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { clean } from './cleaned.ts';
import { isComposing } from './isComposing.ts';
import { pasteMended } from './paste.ts';
import { fits, type Room } from './room.ts';
import { useRoom } from './RoomLine.tsx';
import './WritingField.css';

interface WritingFieldProps {
  label: string;
  /** The words at the start; give another `key` to start anew. */
  start: string;
  /** What the keys do, under the field. */
  hint?: string;
  placeholder?: string;
  save: string;
  cancel: string;
  lang?: string;
  room: Room;
  /** Called at every change, for whoever keeps unsaved words. */
  onWrite?: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
  /** Tab after words: save and go on. Without it, and without words, Tab leaves the field as everywhere. */
  onTab?: (text: string) => void;
  /** Instead of mending what is pasted. */
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Opened by the words that wait in it and not by a press: it leaves the focus where it is. */
  quiet?: boolean;
  className?: string;
  /** Said beneath the field. */
  note?: ReactNode;
}

/** Text written in its place: Enter saves, Shift+Enter breaks the line, Escape leaves it as it was. */
export function WritingField({ start, onWrite, onSave, onCancel, onTab, ...words }: WritingFieldProps) {
  const [text, setText] = useState(start);
  const [quiet] = useState(words.quiet); // of its opening: focus is taken once or never
  const written = text.trim();
  const { line, described } = useRoom(text, words.room);
  const send = (way: (text: string) => void) => {
    if (fits(written, words.room)) way(written);
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation(); // the row around has keys of its own
    if (isComposing(event)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && written) send(onSave);
    else if (event.key === 'Tab' && !event.shiftKey && written && onTab) send(onTab);
    else if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
  };
  return (
    <div className={`writing-field ${words.className ?? ''}`}>
      <textarea
        ref={quiet ? null : toItsEnd}
        className="control"
        rows={1}
        aria-label={words.label}
        placeholder={words.placeholder}
        lang={words.lang}
        value={text}
        onChange={(event) => {
          const next = clean(event);
          setText(next);
          onWrite?.(next);
        }}
        onKeyDown={handleKey}
        onPaste={words.onPaste ?? pasteMended}
        {...described}
      />
      {words.note}
      {line}
      <div className="writing-actions">
        <Button look="solid" disabled={!written} onClick={() => send(onSave)}>
          {words.save}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {words.cancel}
        </Button>
        {words.hint && <small>{words.hint}</small>}
      </div>
    </div>
  );
}

/** The field takes focus when it opens, behind its last word. */
function toItsEnd(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollIntoView({ block: 'nearest' });
}
