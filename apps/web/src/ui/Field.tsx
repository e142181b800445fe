import { useId, type ChangeEvent, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import './Field.css';
import { clean } from './cleaned.ts';
import { isComposing } from './isComposing.ts';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}
type FieldOf<Tag extends 'input' | 'textarea' | 'select'> = FieldProps & Omit<ComponentProps<Tag>, 'id'>;

export function TextField({ label, hint, error, onKeyDown, onChange, ...rest }: FieldOf<'input'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => (
        <input
          className="control"
          type="text"
          {...rest}
          {...described}
          onChange={cleaning(onChange)}
          onKeyDown={guarded(onKeyDown)}
        />
      )}
    </Field>
  );
}

export function TextAreaField({ label, hint, error, onKeyDown, onChange, ...rest }: FieldOf<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(described) => (
        <textarea
          className="control"
          rows={3}
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
export function SelectField({ label, hint, error, ...rest }: FieldOf<'select'>) {
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
  children,
}: FieldProps & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': notes || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
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
