import { fold, typedMention, type Participant } from '@counterpoint/shared';
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocList } from '../open/openMap.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';

type MentionFieldProps = Omit<ComponentProps<typeof TextAreaField>, 'onKeyDown' | 'onSelect' | 'onBlur'> & {
  value: string;
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

const MOST = 6;

/** A field for a text in which people are named: after an `@` it offers those of the map. The arrows go through them, Enter or Tab takes one, Escape types on. */
export function MentionField({ value, onKeyDown, ...rest }: MentionFieldProps) {
  const { t } = useTranslation('claim');
  const list = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [marked, setMarked] = useState(0);
  /** Where the `@` stands whose list was closed. */
  const [closed, setClosed] = useState<number | null>(null);
  const typed = caret === null ? undefined : typedMention(value, caret);
  const people = useOffered(typed && typed.start !== closed ? typed.name : null);
  const at = Math.min(marked, people.length - 1);
  const chosen = people[at];
  const take = ({ name }: Participant): void => {
    const { current } = field;
    if (!current || !typed || caret === null) return;
    current.focus();
    current.setRangeText(`@${name} `, typed.start, caret, 'end');
    current.dispatchEvent(new Event('input', { bubbles: true }));
    setClosed(typed.start);
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!chosen || !typed || !isPlain) {
      onKeyDown(event);
      return;
    }
    if (step) setMarked((at + step + people.length) % people.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setClosed(typed.start);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="mention-field">
      <TextAreaField
        {...rest}
        ref={field}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={chosen ? list : undefined}
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        onChange={(event) => {
          rest.onChange?.(event);
          setCaret(event.target.selectionStart);
          setMarked(0);
          if (closed !== null && event.target.value.charAt(closed) !== '@') setClosed(null);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setCaret(null)}
        onKeyDown={handleKey}
      />
      {chosen && (
        <div role="listbox" id={list} aria-label={t('discussion.people')} className="float choices mentions">
          {people.map((one, i) => (
            <div
              key={one.id}
              role="option"
              id={`${list}-${one.id}`}
              aria-selected={i === at}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(one)}
            >
              <Avatar name={one.name} seed={one.id} size={22} />
              <span>{one.name}</span>
            </div>
          ))}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{chosen ? t('discussion.peopleCount', { count: people.length }) : ''}</span>
      </VisuallyHidden>
    </div>
  );
}

/** Those in the map whose names have these signs, those that begin so first; nobody for null. */
function useOffered(typed: string | null): readonly Participant[] {
  return useDocList(({ view, participant }) => {
    if (typed === null) return [];
    const wanted = fold(typed);
    const fits = [...view.participants.values()].filter(
      ({ id, name, role }) => id !== participant && role !== null && fold(name).includes(wanted),
    );
    const begins = ({ name }: Participant): number => (fold(name).startsWith(wanted) ? 0 : 1);
    return fits.sort((a, b) => begins(a) - begins(b) || (a.name < b.name ? -1 : 1)).slice(0, MOST);
  });
}
