import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import './ChoiceField.css';
import { TextField } from './Field.tsx';

export interface Choice {
  readonly id: string;
  readonly content: ReactNode;
  readonly choose: () => void;
}

interface ChoiceFieldProps {
  label: string;
  placeholder: string;
  /** Of the list that the field opens on. */
  listLabel: string;
  /** What fits the words, best first. */
  choicesFor: (words: string) => { readonly choices: readonly Choice[]; readonly count: string };
}

/** A search field over a list: type, go with the arrows, Enter takes the one that is marked. */
export function ChoiceField({ label, placeholder, listLabel, choicesFor }: ChoiceFieldProps) {
  const list = useId();
  const [words, setWords] = useState('');
  const [marked, setMarked] = useState(0);
  const { choices, count } = choicesFor(words);
  const at = Math.min(marked, choices.length - 1);
  const chosen = choices[at];
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setMarked((at + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && chosen) chosen.choose();
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextField
        label={label}
        autoFocus
        placeholder={placeholder}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${chosen.id}`}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setMarked(0);
        }}
        onKeyDown={handleKey}
      />
      <div role="listbox" id={list} aria-label={listLabel} className="choices">
        {choices.map(({ id, content, choose }, i) => (
          <div
            key={id}
            role="option"
            id={`${list}-${id}`}
            aria-selected={i === at}
            ref={i === at ? intoSight : null}
            onClick={choose}
          >
            {content}
          </div>
        ))}
      </div>
      <p role="status" className="choices-count">
        {count}
      </p>
    </>
  );
}

function intoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
