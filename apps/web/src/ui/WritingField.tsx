import { useState, type KeyboardEvent } from 'react';
import { Button } from './Button.tsx';
import { clean } from './cleaned.ts';
import { isComposing } from './isComposing.ts';
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
  /** Called at every change, for whoever keeps unsaved words. */
  onWrite?: (text: string) => void;
  onSave: (text: string) => void;
  onCancel: () => void;
  /** Tab after words: save and go on. Without it, and without words, Tab leaves the field as everywhere. */
  onTab?: (text: string) => void;
  className?: string;
}

/** Text written in its place: Enter saves, Shift+Enter breaks the line, Escape leaves it as it was. */
export function WritingField({ start, onWrite, onSave, onCancel, onTab, ...words }: WritingFieldProps) {
  const [text, setText] = useState(start);
  const written = text.trim();
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation(); // the row around has keys of its own
    if (isComposing(event)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && written) onSave(written);
    else if (event.key === 'Tab' && !event.shiftKey && written && onTab) onTab(written);
    else if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
  };
  return (
    <div className={`writing-field ${words.className ?? ''}`}>
      <textarea
        ref={toItsEnd}
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
      />
      <div className="writing-actions">
        <Button look="solid" disabled={!written} onClick={() => onSave(written)}>
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
