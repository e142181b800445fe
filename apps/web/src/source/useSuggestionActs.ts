import { useMemo, useRef } from 'react';
import { askFor, undo } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { accepting, acceptingAll, pickedOf } from './accepting.ts';
import { dismiss } from './dismissed.ts';
import { asksRelation, type Suggested } from './suggested.ts';

/** What a person does with a suggestion, and the way back from the last of it. */
export function useSuggestionActs(edition: string) {
  const session = useOpenMap();
  /** What was done last: an edit, or a suggestion put aside. */
  const last = useRef<{ readonly away: string | null } | null>(null);
  return useMemo(() => {
    const view = () => session.doc.getState().view;
    const noted = (): void => {
      last.current = { away: null };
    };
    const change = (one: Suggested): void => {
      const picked = pickedOf(edition, one);
      const relation = one.above || asksRelation(one) ? 'support' : 'thesis';
      session.screen.getState().ask({ for: 'claim', picked, relation, target: one.above?.claim.id ?? null });
    };
    return {
      change,
      accept: (one: Suggested): void => {
        if (asksRelation(one)) change(one);
        else askFor(session, accepting(view(), edition, one), noted);
      },
      acceptAll: (all: readonly Suggested[]): void => {
        askFor(session, acceptingAll(view(), edition, all)?.edit, noted);
      },
      dismiss: ({ suggestion }: Suggested): void => {
        dismiss(edition, suggestion.id, true);
        last.current = { away: suggestion.id };
      },
      restoreAll: (all: ReadonlySet<string>): void => {
        for (const one of all) dismiss(edition, one, false);
      },
      back: (): void => {
        if (last.current?.away === null) undo(session);
        else if (last.current) dismiss(edition, last.current.away, false);
        last.current = null;
      },
    };
  }, [session, edition]);
}
