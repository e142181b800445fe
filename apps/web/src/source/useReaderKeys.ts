import type { Round, Span } from '@counterpoint/shared';
import type { KeyboardEvent } from 'react';
import { useOpenMap, useSelected } from '../open/openMap.ts';
import type { Picked } from '../open/picked.ts';
import { isOn } from '../open/preferences.ts';
import { isComposing } from '../ui/isComposing.ts';
import { ACT_KEYS, makeClaim, markAs, restOn } from './acts.ts';
import type { Covered } from './coverage.ts';
import { wordsOf, type Reading } from './reading.ts';
import { stepOf, stepped, type Step } from './steps.ts';

interface ReaderKeys {
  readonly reading: Reading;
  readonly chosen: Span | null;
  readonly picked: Picked | null;
  readonly covered: readonly Covered[];
  /** The round that is on: a digit marks the passage. */
  readonly round: Round | null;
  readonly select: (span: Span) => void;
  readonly list: () => void;
  readonly note: () => void;
  readonly clear: () => void;
  /** Where one reads, in code points, while nothing is chosen. */
  readonly at: () => number;
}

const MOVES = ['thesis', 'support', 'rebut', 'undercut'] as const;

/** The keyboard in the text; what it does not know goes on to the page. */
export function useReaderKeys({
  reading,
  chosen,
  picked,
  covered,
  round,
  select,
  list,
  note,
  clear,
  at,
}: ReaderKeys) {
  const session = useOpenMap();
  const selected = useSelected();
  /** True when the press was meant for the text. */
  const handle = (event: KeyboardEvent): boolean => {
    const go = (span: Span | undefined): boolean => {
      if (!span) return true;
      select(span);
      session.screen.getState().say(wordsOf(reading.text, span));
      return true;
    };
    const take = (step: Step): boolean => go(stepped(reading, step, chosen, at()));
    const step = stepOf(event);
    if (step) return take(step);
    if (event.key === 'Escape' && chosen) clear();
    else if (event.key === 'Enter' && chosen) list();
    else if (event.key === ']' || event.key === '[')
      return go(nextBare(covered, chosen?.start ?? -1, event.key));
    else if (picked && isOn('letterKeys') && !event.shiftKey) return letter(event.key.toUpperCase(), take);
    else return false;
    return true;
  };
  const letter = (key: string, take: (step: Step) => boolean): boolean => {
    if (!picked) return false;
    if (key === 'E') return take('whole-sentences');
    const label = round?.labels[Number(key) - 1];
    if (round && label !== undefined && markAs(session, round, picked, label)) clear();
    if (label !== undefined) return true;
    if (key === ACT_KEYS.selected) {
      if (selected) restOn(session, selected.claim, picked, clear);
      return selected !== null;
    }
    if (key === ACT_KEYS.note) {
      note();
      return true;
    }
    const move = MOVES.find((one) => ACT_KEYS[one] === key);
    if (!move) return false;
    makeClaim(session, picked, move);
    clear();
    return true;
  };
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || isComposing(event)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || !handle(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The next paragraph, or the one before, on which nothing rests. */
function nextBare(covered: readonly Covered[], start: number, key: '[' | ']'): Span | undefined {
  const bare = covered.filter(({ signs }) => signs.size === 0).map(({ paragraph }) => paragraph);
  return key === ']' ? bare.find((one) => one.start > start) : bare.findLast((one) => one.start < start);
}
