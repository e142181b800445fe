import type { Claim, Id } from '@counterpoint/shared';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';
import { RelationSquare } from './Relation.tsx';
import { TextField } from '../ui/Field.tsx';
import { short } from '../ui/short.ts';
import { searchClaims } from '../open/searchClaims.ts';

interface ClaimPickerProps {
  /** A premise whose branch cannot be chosen. */
  without: Id | null;
  isFit: (claim: Claim) => boolean;
  onChoose: (claim: Claim) => void;
}

/** A search field over the claims of the map: type, go with the arrows, Enter takes the one that is marked. */
export function ClaimPicker({ without, isFit, onChoose }: ClaimPickerProps) {
  const { t } = useTranslation('outline');
  const view = useDoc((state) => state.view);
  const list = useId();
  const [words, setWords] = useState('');
  const [marked, setMarked] = useState(0);
  const { found, total } = searchClaims(view, words, without, isFit);
  const at = Math.min(marked, found.length - 1);
  const chosen = found[at];
  const handleKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setMarked((at + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter' && chosen) onChoose(chosen.claim);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextField
        label={t('place.search')}
        autoFocus
        placeholder={t('place.searchExample')}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen && `${list}-${chosen.claim.id}`}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setMarked(0);
        }}
        onKeyDown={handleKey}
      />
      <div role="listbox" id={list} aria-label={t('place.found')} className="claim-list">
        {found.map(({ claim, relation, under }, i) => (
          <div
            key={claim.id}
            role="option"
            id={`${list}-${claim.id}`}
            aria-selected={i === at}
            ref={i === at ? intoSight : null}
            onClick={() => onChoose(claim)}
          >
            <RelationSquare relation={relation} />
            <span lang={claim.language}>{claim.text}</span>
            {under && <small>{t('place.under', { text: short(under) })}</small>}
          </div>
        ))}
      </div>
      <p role="status" className="claim-list-count">
        {t('place.count', { count: total })}
      </p>
    </>
  );
}

function intoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
