import { useId, type ChangeEvent, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import './Field.css';
import { clean } from './cleaned.ts';
import { isComposing } from './isComposing.ts';
import { pasteMended } from './paste.ts';
import type { Room } from './room.ts';
import { useRoom } from './RoomLine.tsx';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}
interface WordsProps extends FieldProps {
  /** How much its value may hold. */
  room?: Room;
}
type Without<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'id' | 'maxLength'>;
type WordsOf<Tag extends 'input' | 'textarea'> = WordsProps & Without<Tag> & { value?: string };

export function TextField({ label, hint, error, room, onKeyDown, onChange, ...rest }: WordsOf<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} text={rest.value} room={room}>
      {(described) => (
        <input
          className="control"
          type="text"
          onPaste={pasteMended}
          {...rest}
          {...described}
          onChange={cleaning(onChange)}
          onKeyDown={guarded(onKeyDown)}
        />
      )}
    </Field>
  );
}

export function TextAreaField({
  label,
  hint,
  error,
  room,
  onKeyDown,
  onChange,
  ...rest
}: WordsOf<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} text={rest.value} room={room}>
      {(described) => (
        <textarea
          className="control"
          rows={3}
          onPaste={pasteMended}
          {...rest}
          {...described}
          onChange={cleaning(onChange)}
          onKeyDown={guarded(onKeyDown)}
        />
      )}
    </Field>
  );
}

/** The browser's own list: the best one on a phone and for a screen reader. */
export function SelectField({ label, hint, error, ...rest }: FieldProps & Without<'select'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => <select className="control" {...rest} {...described} />}
    </Field>
  );
}

/** A list without a visible label, for rows of a table. */
export function Select({ label, className = '', ...rest }: ComponentProps<'select'> & { label: string }) {
  return <select className={`control ${className}`} aria-label={label} {...rest} />;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Ties a label, a hint and an error to any control. */
export function Field({
  label,
  hint,
  error,
  text = '',
  room,
  children,
}: WordsProps & { text?: string | undefined; children: (described: Described) => ReactNode }) {
  const id = useId();
  const { line, described } = useRoom(text, room);
  const notes = [hint && `${id}-hint`, described['aria-describedby'], error && `${id}-error`];
  const invalid = error ? (true as const) : described['aria-invalid'];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': notes.filter(Boolean).join(' ') || undefined,
        'aria-invalid': invalid,
      })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {line}
      <p className="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}

const cleaning =
  <E extends HTMLInputElement | HTMLTextAreaElement>(handle?: (event: ChangeEvent<E, E>) => void) =>
  (event: ChangeEvent<E, E>): void => {
    clean(event);
    handle?.(event);
  };

/** The Enter that ends a composition submits no form and reaches no handler. */
export function guarded<E extends Element>(handle?: (event: KeyboardEvent<E>) => void) {
  return (event: KeyboardEvent<E>) => {
    if (!isComposing(event)) handle?.(event);
    else if (event.key === 'Enter') event.preventDefault();
  };
}
