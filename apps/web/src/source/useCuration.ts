import { wordsAt, type Edit, type Id } from '@counterpoint/shared';
import { useMemo } from 'react';
import { askFor, undo } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { mergedClaim, mergedNote, settling, type Spanned } from './marking.ts';

export interface Curation {
  readonly claim: (span: Spanned) => void;
  readonly note: (span: Spanned) => void;
  readonly done: (span: Spanned) => void;
  /** It waits again; what was made of it stays. */
  readonly again: (span: Spanned) => void;
  readonly back: () => void;
}

/** One press makes one thing of all marks of a span, and is done with them. */
export function useCuration(edition: Id, text: string | undefined): Curation {
  const session = useOpenMap();
  return useMemo(() => {
    const ask = (edit: Edit | undefined): void => void askFor(session, edit);
    return {
      claim: (span) => {
        const words = text === undefined ? undefined : wordsAt(text, span.start, span.end);
        ask(words === undefined ? undefined : mergedClaim(session.doc.getState().view, edition, span, words));
      },
      note: (span) => ask(mergedNote(edition, span)),
      done: (span) => ask(settling(span, 'rejected')),
      again: (span) => ask(settling(span, null)),
      back: () => undo(session),
    };
  }, [session, edition, text]);
}
